// What tells Nova from others, and its second generation from the first.
import { describe, expect, test } from 'vitest';
import { capabilitiesOf } from '../src/index.ts';

describe('Nova', () => {
  test('2 reasons by effort, and leaves sampling and token limit unset when it is high', () => {
    expect(capabilitiesOf('us.amazon.nova-2-lite-v1:0').reasoning).toEqual({
      kind: 'effort',
      on: { reasoningConfig: { type: 'enabled', maxReasoningEffort: 'medium' } },
      off: { reasoningConfig: { type: 'disabled' } },
      effort: {
        path: ['reasoningConfig', 'maxReasoningEffort'],
        outputConfig: 'unknown',
        levels: ['low', 'medium', 'high'],
        default: 'unknown',
        highestWhenOff: undefined,
        beta: undefined,
        perMessage: false,
      },
      byDefault: false,
      forcedToolChoice: 'unknown',
      prefill: 'unknown',
      sampling: { efforts: ['high'], temperature: false, topP: false, topK: false, maxTokens: false },
      history: 'unknown',
    });
  });

  test('caches in system and messages, not in tools', () => {
    expect(capabilitiesOf('amazon.nova-pro-v1:0').promptCaching).toMatchObject({
      places: ['system', 'messages'],
      maxTokens: 20_000,
      implicit: true,
    });
  });

  test('2 has system tools, 1 has none', () => {
    const systemTools = ['amazon.nova-2-lite-v1:0', 'amazon.nova-pro-v1:0'].map((id) => {
      const { toolUse } = capabilitiesOf(id);
      return typeof toolUse === 'object' && toolUse.systemTools;
    });
    expect(systemTools).toEqual([['nova_grounding', 'nova_code_interpreter'], []]);
  });
});

test('Nova takes images and videos up to 25,000,000 characters of base64', () => {
  const { image, video } = capabilitiesOf('amazon.nova-lite-v1:0').inputs;
  expect([image, video]).toMatchObject([{ maxBytes: 18_750_000 }, { maxBytes: 18_750_000 }]);
});
