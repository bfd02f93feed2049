import { describe, expect, it } from 'vitest';
import { bedrock, CLAUDE_4_5, map, NOVA_PRO } from '../messages.ts';

describe('the fields of the model', () => {
  it('beta flags go into the fields of the model, and nowhere else', () => {
    const providerOptions = {
      bedrock: {
        anthropicBeta: ['a', 'b'],
        additionalModelRequestFields: { anthropic_beta: ['b', 'c'], x: 1 },
      },
    };
    const { request } = map({ providerOptions });
    expect(request.additionalModelRequestFields).toEqual({ anthropic_beta: ['a', 'b', 'c'], x: 1 });
    expect(request).not.toHaveProperty('anthropicBeta');
  });

  it('fields of the model are merged, and the word of the caller counts', () => {
    const providerOptions = {
      bedrock: { additionalModelRequestFields: { inferenceConfig: { topK: 9 }, y: { z: 1 } } },
    };
    expect(map({ topK: 5, providerOptions }, NOVA_PRO).request.additionalModelRequestFields).toEqual({
      inferenceConfig: { topK: 9 },
      y: { z: 1 },
    });
  });

  it('objects inside the fields of the model and of the call are joined too', () => {
    const settings = { additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 2000 } } };
    const providerOptions = {
      bedrock: { additionalModelRequestFields: { thinking: { budget_tokens: 3000 } } },
    };
    expect(map({ providerOptions }, { modelId: CLAUDE_4_5, settings }).request).toMatchObject({
      additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 3000 } },
    });
  });

  // What Claude takes beside the type of its thinking depends on the type: https://github.com/mnfst/llm-gateway/pull/2552
  it('thinking of another type keeps nothing of the thinking under it', () => {
    const given = { thinking: { type: 'disabled' } };
    const providerOptions = { bedrock: { additionalModelRequestFields: given } };
    const enabled = { thinking: { type: 'enabled', budget_tokens: 2000 } };
    const settings = { additionalModelRequestFields: enabled };
    const overSettings = map({ providerOptions }, { modelId: CLAUDE_4_5, settings }).request;
    expect(overSettings.additionalModelRequestFields).toEqual(given);
    const overReasoning = map({ reasoning: 'high', providerOptions }).request;
    expect(overReasoning.additionalModelRequestFields).toEqual(given);
  });

  it('an object takes the place of a text, and a text that of an object', () => {
    const settings = { additionalModelRequestFields: { x: 'text', y: { z: 1 } } };
    const given = { x: { z: 2 }, y: 'other' };
    const providerOptions = { bedrock: { additionalModelRequestFields: given } };
    const { request } = map({ providerOptions }, { modelId: NOVA_PRO, settings });
    expect(request.additionalModelRequestFields).toEqual(given);
  });

  it('beta flags of Anthropic go to no model of another vendor', () => {
    const { request, warnings } = map(
      { providerOptions: bedrock({ anthropicBeta: ['x-2026-01-01'] }) },
      NOVA_PRO,
    );
    expect(request).not.toHaveProperty('additionalModelRequestFields');
    expect(warnings).toEqual([
      { type: 'unsupported', feature: 'anthropicBeta', details: 'Nova Pro is not a model of Anthropic.' },
    ]);
  });
});
