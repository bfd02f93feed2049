import { shapes } from '@bedrock-kit/protocol';
import { describe, expect, it } from 'vitest';
import { finishReasonOf } from '../../src/response/finish-reason.ts';

const nothing = { clientToolCalls: false, structuredByTool: false };

describe('a stop reason', () => {
  it.each([
    ['end_turn', 'stop'],
    ['stop_sequence', 'stop'],
    ['tool_use', 'tool-calls'],
    ['max_tokens', 'length'],
    ['model_context_window_exceeded', 'length'],
    ['content_filtered', 'content-filter'],
    ['guardrail_intervened', 'content-filter'],
    ['malformed_model_output', 'error'],
    ['malformed_tool_use', 'error'],
    ['refusal', 'content-filter'],
    ['stop', 'stop'],
    ['length', 'length'],
    ['brand_new', 'other'],
    ['toString', 'other'],
    [undefined, 'other'],
  ])('%s is %s, and kept raw', (raw, unified) => {
    expect(finishReasonOf(raw, nothing)).toEqual({ unified, raw });
  });

  it('of the service model is never other', () => {
    const shape = shapes['StopReason'];
    const values = shape?.type === 'enum' ? shape.values : [];
    expect(values).toHaveLength(9);
    for (const reason of values) expect(finishReasonOf(reason, nothing).unified).not.toBe('other');
  });

  it('is stop for a structured answer by tool, and tool-calls as soon as the client has a call to run', () => {
    expect(finishReasonOf('tool_use', { clientToolCalls: false, structuredByTool: true }).unified).toBe(
      'stop',
    );
    expect(finishReasonOf('tool_use', { clientToolCalls: true, structuredByTool: true }).unified).toBe(
      'tool-calls',
    );
    expect(finishReasonOf('end_turn', { clientToolCalls: true, structuredByTool: false }).unified).toBe(
      'tool-calls',
    );
    expect(finishReasonOf('max_tokens', { clientToolCalls: true, structuredByTool: true }).unified).toBe(
      'length',
    );
  });
});
