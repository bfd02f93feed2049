// Short forms for tests of structured answers: the JSON that comes as a call of a tool, and what the parts of a stream say.
import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { delta, start, stop } from '../messages.ts';

/** Kind and text of each part that says something. */
export function said(parts: readonly LanguageModelV4StreamPart[]): string[] {
  return parts.flatMap((part) => {
    if (part.type === 'text-delta' || part.type === 'reasoning-delta')
      return [`${part.type.split('-')[0] ?? ''}: ${part.delta}`];
    if (part.type === 'tool-call') return [`call: ${part.toolName}`];
    return part.type === 'finish' ? [part.finishReason.unified] : [];
  });
}

export const jsonTool = (index: number, ...fragments: string[]): object[] => [
  start(index, { toolUse: { toolUseId: 'j', name: 'json' } }),
  ...fragments.map((input) => delta(index, { toolUse: { input } })),
  stop(index),
];
