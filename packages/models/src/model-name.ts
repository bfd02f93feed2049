/**
 * Names models for people.
 * @module
 */

/** The name that follows from a row's key: Claude Opus 4.8 from `claude-opus-4-8`, GPT-6 Sol from `gpt-6-sol`. */
export function nameOf(key: string): string {
  return key
    .replace('llama', 'llama ')
    .replace(/(\d)-(\d)(?=-|$)/g, '$1.$2')
    .replace(/(?<!gpt)-/g, ' ')
    .replace(/\b(?:glm|gpt|vl|[a-z])|(?<=\d)b\b/g, (letters) => letters.toUpperCase());
}
