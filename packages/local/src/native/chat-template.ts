/**
 * A prompt that was written by a model's chat template, as the turns that it was made of.
 *
 * The templates: https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-templates-and-examples.html
 */
import type { Message, SystemContentBlock } from '@bedrock-kit/protocol';

type Role = Message['role'] | 'system';

export interface ChatTemplate {
  /** What opens the words of a role, as a regular expression; the words go on to the next mark. */
  readonly marks: readonly (readonly [mark: string, role: Role])[];
  /** Marks at the edges of words, which say nothing. */
  readonly edges: readonly string[];
  /** Whose words stand before the first mark. */
  readonly first: Role;
}

export interface Turns {
  readonly system?: SystemContentBlock[];
  readonly messages: Message[];
}

/** A prompt without marks is what a user says. Words of the model's own at the end are the beginning of its answer. */
export function turnsOf(prompt: string, { marks, edges, first }: ChatTemplate): Turns {
  const bare = edges.reduce((text, edge) => text.replaceAll(edge, ''), prompt);
  const mark = new RegExp(marks.map(([source]) => `(${source})`).join('|'), 'gm');
  const system: SystemContentBlock[] = [];
  const messages: Message[] = [];
  const say = (role: Role, words: string): void => {
    const text = words.trim();
    if (text === '') return;
    const last = messages.at(-1);
    if (role === 'system') system.push({ text });
    else if (last?.role === role) last.content.push({ text });
    else messages.push({ role, content: [{ text }] });
  };
  let role: Role | undefined;
  let start = 0;
  for (const found of bare.matchAll(mark)) {
    say(role ?? first, bare.slice(start, found.index));
    role = marks[found.slice(1).findIndex(Boolean)]?.[1];
    start = found.index + found[0].length;
  }
  say(role ?? 'user', bare.slice(start));
  return { ...(system.length > 0 && { system }), messages };
}
