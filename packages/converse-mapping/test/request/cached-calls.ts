// Calls with cache points in them, and where the points stand in what is sent.
import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { bedrock, type Call, CLAUDE_4_5, map } from '../messages.ts';

export type Prompt = LanguageModelV4CallOptions['prompt'];

export const cached = (cachePoint: unknown = true) => bedrock({ cachePoint });
export const tools = [{ type: 'function' as const, name: 'a', inputSchema: {}, providerOptions: cached() }];
export const system = { role: 'system' as const, content: 's', providerOptions: cached() };
export const marked = (text: string, cachePoint: unknown = true): Prompt[number] => ({
  role: 'user',
  content: [{ type: 'text', text, providerOptions: cached(cachePoint) }],
});
export const said: Prompt[number] = { role: 'assistant', content: [{ type: 'text', text: 'ok' }] };
export const csv = {
  type: 'file' as const,
  mediaType: 'text/csv',
  data: { type: 'data' as const, data: 'AAEC' },
};

/** Tools, system and messages as words, so that one sees where the points stand. */
export function places(call: Call, model = CLAUDE_4_5) {
  const { request, warnings } = map(call, model);
  const word = (block: object): string => {
    if (!('cachePoint' in block)) return Object.keys(block)[0] ?? '';
    const { ttl } = block.cachePoint as { ttl?: string };
    return ttl === undefined ? '|' : `|${ttl}`;
  };
  return {
    tools: request.toolConfig?.tools.map(word).join(' '),
    system: request.system?.map(word).join(' '),
    messages: request.messages?.map(({ content }) => content.map(word).join(' ')),
    features: warnings.map((warning) => ('feature' in warning ? warning.feature : '')),
  };
}
