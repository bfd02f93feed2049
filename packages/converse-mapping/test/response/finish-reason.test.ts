import { shapes } from '@bedrock-kit/protocol';
import { describe, expect, it } from 'vitest';
import { finishReasonOf } from '../../src/response/finish-reason.ts';

describe('a stop reason', () => {
  it.each([
    ['end_turn', 'stop'],
    ['stop_sequence', 'stop'],
    ['tool_use', 'stop'],
    ['max_tokens', 'length'],
    ['model_context_window_exceeded', 'length'],
    ['content_filtered', 'content-filter'],
    ['guardrail_intervened', 'content-filter'],
    ['malformed_model_output', 'error'],
    ['malformed_tool_use', 'error'],
    ['service_unavailable', 'error'],
    ['invalid_query', 'error'],
    ['max_tool_invocations', 'error'],
    ['refusal', 'content-filter'],
    ['stop', 'stop'],
    ['length', 'length'],
    ['brand_new', 'other'],
    ['toString', 'other'],
    [undefined, 'other'],
  ])('%s is %s, and kept raw', (raw, unified) => {
    expect(finishReasonOf(raw, false)).toEqual({ unified, raw });
  });

  it('of the service model is never other', () => {
    const shape = shapes['StopReason'];
    const values = shape?.type === 'enum' ? shape.values : [];
    expect(values).toHaveLength(9);
    for (const reason of values) expect(finishReasonOf(reason, false).unified).not.toBe('other');
  });

  it.each([
    ['tool_use', 'tool-calls'],
    ['end_turn', 'tool-calls'],
    ['max_tokens', 'length'],
    ['guardrail_intervened', 'content-filter'],
  ])('%s is %s with a call that the client has to run', (raw, unified) => {
    expect(finishReasonOf(raw, true)).toEqual({ unified, raw });
  });
});
