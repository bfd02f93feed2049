/**
 * A prompt that was written by a model's chat template, as the turns that it was made of.
 *
 * The templates: https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-templates-and-examples.html
 */
import type { Message, SystemContentBlock } from '@bedrock-kit/protocol';

type Role = Message['role'] | 'system';

export interface ChatTemplate {
  /** The marks in front of the words of a role, as regular expressions. The words go on to the next mark. */
  readonly marks: readonly (readonly [mark: string, role: Role])[];
  /** Marks around words that say nothing themselves. */
  readonly edges: readonly string[];
  /** The role of the words in front of the first mark. */
  readonly first: Role;
}

export interface Turns {
  readonly system?: SystemContentBlock[];
  readonly messages: Message[];
}

/** A prompt without marks is one message of the user. Words of the model at the end are the beginning of its answer. */
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
