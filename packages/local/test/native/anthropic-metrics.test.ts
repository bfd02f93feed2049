// What the end of Claude's stream tells of the cache.
import { expect, it } from 'vitest';
import { streaming } from '../invoke-model.ts';

const stream = streaming();

it.each(['us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'us.anthropic.claude-3-7-sonnet-20250219-v1:0'])(
  'the metrics of %s speak of the cache where it was written or read, and not elsewhere',
  async (modelId) => {
    const ask = async (system: object): Promise<unknown> => {
      const messages = [{ role: 'user', content: 'echo hi' }];
      const body = { anthropic_version: 'bedrock-2023-05-31', max_tokens: 100, system: [system], messages };
      return (await stream(modelId, body)).at(-1)?.['amazon-bedrock-invocationMetrics'];
    };
    const counts = { inputTokenCount: 2, outputTokenCount: 1 };
    const prompt = { type: 'text', text: 'word '.repeat(5000) };
    const cached = { ...prompt, cache_control: { type: 'ephemeral' } };
    expect(await ask(prompt)).toEqual({ ...counts, inputTokenCount: 5003 });
    const written = { cacheReadInputTokenCount: 0, cacheWriteInputTokenCount: 5001 };
    expect(await ask(cached)).toEqual({ ...counts, ...written });
    const read = { cacheReadInputTokenCount: 5001, cacheWriteInputTokenCount: 0 };
    expect(await ask(cached)).toEqual({ ...counts, ...read });
  },
);
