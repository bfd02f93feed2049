import { describe, expect, it } from 'vitest';
import { fromConverseResponse } from '../../src/index.ts';
import { usageOf } from '../../src/response/usage.ts';
import { contextFor, messageStop, read, received } from '../messages.ts';

const counts = (usage: object, inputIncludesCache = false) => {
  const { inputTokens, outputTokens } = usageOf(usage, { inputIncludesCache });
  return { ...inputTokens, output: outputTokens.total };
};

describe('the token counts', () => {
  it('input is what touched no cache, what was read and what was written', () => {
    const usage = {
      inputTokens: 10,
      outputTokens: 5,
      totalTokens: 115,
      cacheReadInputTokens: 70,
      cacheWriteInputTokens: 30,
    };
    expect(usageOf(usage, { inputIncludesCache: false })).toEqual({
      inputTokens: { total: 110, noCache: 10, cacheRead: 70, cacheWrite: 30 },
      outputTokens: { total: 5, text: 5, reasoning: undefined },
      raw: usage,
    });
  });

  it('totalTokens tells when the input already holds the cached part', () => {
    const usage = { inputTokens: 110, outputTokens: 5, totalTokens: 115, cacheReadInputTokens: 100 };
    expect(counts(usage)).toEqual({ total: 110, noCache: 10, cacheRead: 100, cacheWrite: 0, output: 5 });
  });

  it('the family that streams it twice is counted once', () => {
    const usage = { inputTokens: 4995, cacheWriteInputTokens: 4993, outputTokens: 19, totalTokens: 10_007 };
    expect(counts(usage, true)).toEqual({
      total: 4995,
      noCache: 2,
      cacheRead: 0,
      cacheWrite: 4993,
      output: 19,
    });
    const parts = read([messageStop(), { metadata: { usage } }], contextFor({}, 'us.openai.gpt-5.6-sol'));
    expect(parts.at(-1)).toMatchObject({ usage: { inputTokens: { total: 4995 } } });
    const whole = { output: { message: { role: 'assistant', content: [] } }, stopReason: 'end_turn', usage };
    expect(
      fromConverseResponse(received(whole), contextFor({}, 'us.openai.gpt-5.6-sol')).usage.inputTokens,
    ).toMatchObject({ total: 9988, noCache: 4995 });
    expect(counts({ ...usage, inputTokens: 2, totalTokens: 5014 }, true)).toMatchObject({
      total: 4995,
      noCache: 2,
    });
  });

  it('an input that is all from the cache is counted once', () => {
    const usage = { inputTokens: 100, outputTokens: 5, totalTokens: 105, cacheReadInputTokens: 100 };
    expect(counts(usage)).toMatchObject({ total: 100, noCache: 0 });
  });

  it.each([{ reasoningTokens: 4 }, { outputTokensDetails: { reasoningTokens: 4 } }])(
    'reasoning is told where the answer tells it: %j',
    (told) => {
      const usage = { inputTokens: 1, outputTokens: 9, ...told };
      expect(usageOf(usage, { inputIncludesCache: false }).outputTokens).toEqual({
        total: 9,
        text: 5,
        reasoning: 4,
      });
    },
  );

  it.each(['reasoning_tokens', 'thinking_tokens'])(
    'reasoning is told where the model tells it in fields of its own that were asked for: %s',
    (name) => {
      const fields = { usage: { output_tokens_details: { [name]: 225 } } };
      const usage = { inputTokens: 34, outputTokens: 247 };
      const stop = { messageStop: { stopReason: 'end_turn', additionalModelResponseFields: fields } };
      const parts = read([stop, { metadata: { usage } }], contextFor({}, 'global.xai.grok-4.7'));
      expect(parts.at(-1)).toMatchObject({
        usage: { outputTokens: { total: 247, text: 22, reasoning: 225 } },
      });
    },
  );

  it.each([undefined, null, 'x', {}, { inputTokens: Number.NaN, outputTokens: '3' }])(
    '%j gives nothing, and never NaN',
    (usage) => {
      const { inputTokens, outputTokens } = usageOf(usage, { inputIncludesCache: true });
      expect([...Object.values(inputTokens), ...Object.values(outputTokens)]).toEqual(
        Array(7).fill(undefined),
      );
    },
  );
});
