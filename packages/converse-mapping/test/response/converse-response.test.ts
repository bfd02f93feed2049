// What a whole answer says beside its content, and what one costs that is not as it should be.
import { describe, expect, it } from 'vitest';
import { fromConverseResponse } from '../../src/index.ts';
import { contextFor, messageStop, read, received } from '../messages.ts';
import { mapped } from './whole-answer.ts';

describe('the rest of a whole answer', () => {
  it('finish reason, usage, warnings and metadata under one key', () => {
    const members = {
      stopReason: 'stop_sequence',
      usage: {
        inputTokens: 1,
        outputTokens: 2,
        totalTokens: 3,
        cacheReadInputTokens: 4,
        cacheWriteInputTokens: 5,
        cacheDetails: [{ ttl: '1h', inputTokens: 5 }],
      },
      metrics: { latencyMs: 7 },
      trace: { guardrail: { actionReason: 'x' }, promptRouter: { invokedModelId: 'm' } },
      performanceConfig: { latency: 'optimized' },
      serviceTier: { type: 'flex' },
      additionalModelResponseFields: { stop_sequence: 'END', foo: 1 },
    };
    const context = contextFor({ seed: 1 });
    const response = { output: { message: { role: 'assistant', content: [{ text: 'a' }] } }, ...members };
    const result = fromConverseResponse(received(response), context, {
      requestId: 'r-1',
    });
    expect(result).toEqual({
      content: [{ type: 'text', text: 'a' }],
      finishReason: { unified: 'stop', raw: 'stop_sequence' },
      usage: {
        inputTokens: { total: 10, noCache: 1, cacheRead: 4, cacheWrite: 5 },
        outputTokens: { total: 2, text: 2, reasoning: undefined },
        raw: members.usage,
      },
      providerMetadata: {
        bedrock: {
          trace: members.trace,
          metrics: members.metrics,
          performanceConfig: members.performanceConfig,
          serviceTier: members.serviceTier,
          usage: {
            cacheReadInputTokens: 4,
            cacheWriteInputTokens: 5,
            cacheDetails: [{ ttl: '1h', inputTokens: 5 }],
          },
          stopSequence: 'END',
          additionalModelResponseFields: members.additionalModelResponseFields,
          requestId: 'r-1',
        },
      },
      warnings: context.warnings,
    });
    expect(result.warnings).toHaveLength(1);
  });

  it('a stop sequence that was not met is left out, and other fields are as they came', () => {
    const fields = { stop_sequence: null, delta: { stop_sequence: null }, foo: { a: 0, b: null } };
    expect(mapped([], { additionalModelResponseFields: fields }).providerMetadata).toEqual({
      bedrock: { additionalModelResponseFields: { foo: { a: 0, b: null } } },
    });
    const none = mapped([], { additionalModelResponseFields: { stop_sequence: null } });
    expect(none).not.toHaveProperty('providerMetadata');
  });

  it.each(['text', 1, [1]])('fields of the model that are no object come as they are: %j', (fields) => {
    expect(mapped([], { additionalModelResponseFields: fields }).providerMetadata).toEqual({
      bedrock: { additionalModelResponseFields: fields },
    });
  });

  it('the stop sequence of a stream stands elsewhere', () => {
    const stop = messageStop('stop_sequence', {
      additionalModelResponseFields: { delta: { stop_sequence: 'END' } },
    });
    expect(read([stop]).at(-1)).toMatchObject({
      providerMetadata: {
        bedrock: {
          stopSequence: 'END',
          additionalModelResponseFields: { delta: { stop_sequence: 'END' } },
        },
      },
    });
  });

  it.each([
    [{}],
    [{ output: null }],
    [{ output: { message: { content: 'x' } } }],
    [{ output: { message: { content: [3] } }, usage: 'x', metrics: null, stopReason: 7 }],
    [null],
  ])('%j costs what is missing and nothing else', (response) => {
    const result = fromConverseResponse(received(response), contextFor());
    expect(result.content).toEqual([]);
    expect(result.finishReason).toEqual({ unified: 'other', raw: undefined });
  });

  it('one bad detail does not cost the answer', () => {
    const { content, finishReason, usage } = mapped([{ text: 'kept' }], {
      usage: { outputTokens: 3, cacheDetails: [{}] },
      metrics: {},
    });
    expect([content, finishReason.unified, usage.outputTokens.total]).toEqual([
      [{ type: 'text', text: 'kept' }],
      'stop',
      3,
    ]);
  });
});
