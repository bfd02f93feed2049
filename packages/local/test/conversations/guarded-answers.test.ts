// What a guardrail does to the answer of a model, whole and as a stream.
import type { ConverseCommandInput, ToolResultContentBlock } from '@aws-sdk/client-bedrock-runtime';
import { describe, expect, it } from 'vitest';
import { modelId, runtime } from '../aws-clients.ts';
import { details, guardedBench, guardrailConfig } from './guarded-bench.ts';

const bench = guardedBench();
const { converse } = bench;

describe('on the way out', () => {
  const tool = {
    toolSpec: { name: 'look_up', description: 'look up a person', inputSchema: { json: { type: 'object' } } },
  };
  const answering = (content: ToolResultContentBlock): Partial<ConverseCommandInput> => ({
    toolConfig: { tools: [tool] },
    messages: [
      { role: 'user', content: [{ text: 'look up the person' }] },
      { role: 'assistant', content: [{ toolUse: { toolUseId: 't1', name: 'look_up', input: {} } }] },
      { role: 'user', content: [{ toolResult: { toolUseId: 't1', content: [content] } }] },
    ],
  });
  /** The result of a tool is not looked at; the answer that quotes it is. A plain object is JSON. */
  const quoting = (json: object): Partial<ConverseCommandInput> => answering({ json: json as never });

  it('a denied answer is replaced, and the trace keeps it', async () => {
    const { text, stopReason, usage, trace } = await converse('', quoting({ ssn: '123-45-6789' }));
    expect({ text, stopReason }).toEqual({ text: 'I cannot say that.', stopReason: 'guardrail_intervened' });
    expect(usage?.outputTokens).toBeGreaterThan(0);
    expect(trace).toMatchObject({
      actionReason: 'No action.\nGuardrail blocked.',
      modelOutput: ['The tool look_up answered: {"ssn":"123-45-6789"}'],
      inputAssessment: { gr1: details },
      outputAssessments: {
        gr1: [
          {
            ...details,
            sensitiveInformationPolicy: {
              piiEntities: [
                {
                  match: '123-45-6789',
                  type: 'US_SOCIAL_SECURITY_NUMBER',
                  action: 'BLOCKED',
                  detected: true,
                },
              ],
              regexes: [],
            },
          },
        ],
      },
    });
  });

  it('personal data in an answer are masked', async () => {
    expect(await converse('', quoting({ mail: 'ada@example.com' }))).toMatchObject({
      text: 'The tool look_up answered: {"mail":"{EMAIL}"}',
      stopReason: 'guardrail_intervened',
      trace: { actionReason: 'No action.\nGuardrail masked.' },
    });
  });

  // https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-use-converse-api.html
  it('but not in what a tool answers, in words as in JSON, which the model gets as it is', async () => {
    const { text, trace } = await converse('', answering({ text: 'write to ada@example.com' }));
    expect({ text, reason: trace?.actionReason }).toEqual({
      text: 'The tool look_up answered: write to {EMAIL}',
      reason: 'No action.\nGuardrail masked.',
    });
  });

  // https://github.com/traceloop/openllmetry/blob/main/packages/opentelemetry-instrumentation-bedrock/tests/traces/cassettes/test_guardrails/test_guardrail_converse.yaml
  it('the trace says what was done on the way in and on the way out, once where it is the same', async () => {
    const reasonFor = async (text: string) => (await converse(text)).trace?.actionReason;
    expect(await reasonFor('echo hi')).toBe('No action.');
    expect(await reasonFor('echo write to ada@example.com')).toBe('Guardrail masked.\nNo action.');
    expect(await reasonFor('Which stock?')).toBe('Guardrail blocked.');
  });

  it('a stream is held back until it has been looked at, but for the mode that says otherwise', async () => {
    const read = async (streamProcessingMode: 'sync' | 'async') => {
      const { stream } = await bench.client('HTTP/2').send(
        new runtime.ConverseStreamCommand({
          modelId,
          ...quoting({ ssn: '123-45-6789' }),
          guardrailConfig: { ...guardrailConfig, streamProcessingMode },
        }),
      );
      let text = '';
      let stopReason: string | undefined;
      let reason: string | undefined;
      for await (const event of stream ?? []) {
        text += event.contentBlockDelta?.delta?.text ?? '';
        stopReason ??= event.messageStop?.stopReason;
        reason ??= event.metadata?.trace?.guardrail?.actionReason;
      }
      return { text, stopReason, reason };
    };
    const end = { stopReason: 'guardrail_intervened', reason: 'No action.\nGuardrail blocked.' };
    expect(await read('sync')).toEqual({ ...end, text: 'I cannot say that.' });
    expect(await read('async')).toEqual({ ...end, text: 'The tool look_up ' });
  });

  it('an answer must be grounded in its source and speak of the query', async () => {
    const grounded = (said: string): Partial<ConverseCommandInput> => ({
      guardrailConfig: { guardrailIdentifier: 'gr2', guardrailVersion: 'DRAFT', trace: 'enabled' },
      messages: [
        {
          role: 'user',
          content: [
            {
              guardContent: {
                text: { text: 'Lisbon lies on the Tagus river.', qualifiers: ['grounding_source'] },
              },
            },
            { guardContent: { text: { text: 'Which river is Lisbon on?', qualifiers: ['query'] } } },
          ],
        },
        { role: 'assistant', content: [{ text: 'Well' }] },
        { role: 'user', content: [{ text: `echo ${said}` }] },
      ],
    });
    const good = await converse('', grounded('Lisbon lies on the Tagus river.'));
    expect(good.stopReason).toBe('end_turn');
    // https://github.com/traceloop/openllmetry/blob/main/packages/opentelemetry-instrumentation-bedrock/tests/traces/cassettes/test_nova/test_nova_converse_with_events_with_content.yaml
    expect(good.trace?.outputAssessments?.['gr2']?.[0]?.contextualGroundingPolicy?.filters).toEqual([
      { type: 'GROUNDING', threshold: 0.7, score: 1, action: 'NONE', detected: false },
      { type: 'RELEVANCE', threshold: 0.5, score: 2 / 3, action: 'NONE', detected: false },
    ]);
    const bad = await converse('', grounded('Bananas ripen quickly.'));
    expect(bad.stopReason).toBe('guardrail_intervened');
    expect(bad.trace?.outputAssessments?.['gr2']?.[0]?.contextualGroundingPolicy?.filters).toEqual([
      { type: 'GROUNDING', threshold: 0.7, score: 0, action: 'BLOCKED', detected: true },
      { type: 'RELEVANCE', threshold: 0.5, score: 0, action: 'BLOCKED', detected: true },
    ]);
  });
});
