// A file of a user as the block that it becomes.
import type { LanguageModelV4FilePart } from '@ai-sdk/provider';
import { map, NOVA_PRO } from '../messages.ts';

export type Data = LanguageModelV4FilePart['data'];

export const bytes = new Uint8Array([1, 2, 3]);
export const data: Data = { type: 'data', data: bytes };

export function blockOf(part: Omit<LanguageModelV4FilePart, 'type'>, model = NOVA_PRO): unknown {
  const content = [
    { type: 'file' as const, ...part },
    { type: 'text' as const, text: 'look' },
  ];
  return map({ prompt: [{ role: 'user', content }] }, model).request.messages?.[0]?.content[0];
}

export const document = (format: string, source: object = { bytes }) => ({
  document: { format, name: 'document-1', source },
});
