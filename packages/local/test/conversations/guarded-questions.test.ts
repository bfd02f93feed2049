// What a guardrail does to a conversation on its way to the model.
import type { ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime';
import { describe, expect, it } from 'vitest';
import { modelId, runtime } from '../aws-clients.ts';
import { openBedrock, urlOf } from '../in-process.ts';
import { details, gr1, guardedBench, guardrailConfig } from './guarded-bench.ts';

const { client, converse } = guardedBench();

describe('on the way in', () => {
  it('a denied topic never reaches the model', async () => {
    const { trace, ...answer } = await converse('Which stock should I buy?');
    expect(answer).toEqual({
      text: 'I cannot take that.',
      stopReason: 'guardrail_intervened',
      usage: { inputTokens: 0, outputTokens: 0, totalTokens: 0 },
    });
    expect(trace).toEqual({
      actionReason: 'Guardrail blocked.',
      modelOutput: [],
      inputAssessment: {
        gr1: {
          ...details,
          topicPolicy: {
            topics: [{ name: 'Investment', type: 'DENY', action: 'BLOCKED', detected: true }],
          },
          invocationMetrics: expect.objectContaining({
            guardrailCoverage: { textCharacters: { guarded: 25, total: 25 } },
          }) as object,
        },
      },
    });
  });

  // https://github.com/agentjido/req_llm/blob/19748e930d0c6049d1b42196f8cb1a4915638967/test/support/fixtures/amazon_bedrock/anthropic_claude_haiku_4_5_20251001_v1_0/guardrail_converse_blocked_stream.json
  it('what is said of it is one delta of a stream', async () => {
    const messages = [{ role: 'user' as const, content: [{ text: 'Which stock should I buy?' }] }];
    const command = new runtime.ConverseStreamCommand({ modelId, messages, guardrailConfig });
    const { stream = [] } = await client('HTTP/2').send(command);
    const deltas: unknown[] = [];
    for await (const event of stream) if (event.contentBlockDelta) deltas.push(event.contentBlockDelta);
    expect(deltas).toEqual([{ contentBlockIndex: 0, delta: { text: 'I cannot take that.' } }]);
  });

  it('personal data are masked before the model sees them', async () => {
    const { text, stopReason, trace } = await converse('echo write to ada@example.com');
    expect({ text, stopReason }).toEqual({ text: 'write to {EMAIL}', stopReason: 'end_turn' });
    expect(trace?.inputAssessment?.['gr1']?.sensitiveInformationPolicy?.piiEntities).toEqual([
      { match: 'ada@example.com', type: 'EMAIL', action: 'ANONYMIZED', detected: true },
    ]);
    expect(trace?.outputAssessments?.['gr1']?.[0]?.sensitiveInformationPolicy).toBeUndefined();
  });

  // https://github.com/traceloop/openllmetry/blob/main/packages/opentelemetry-instrumentation-bedrock/tests/traces/cassettes/test_nova/test_nova_converse_with_events_with_content.yaml
  it('the coverage counts the characters of the texts, looked at and all', async () => {
    const covered = async (
      ...content: NonNullable<ConverseCommandInput['messages']>[number]['content'][]
    ) => {
      const messages = content.map((blocks) => ({ role: 'user' as const, content: blocks }));
      const { trace } = await converse('', { messages });
      return trace?.inputAssessment?.['gr1']?.invocationMetrics?.guardrailCoverage?.textCharacters;
    };
    const guard = (text: string, qualifiers?: ('query' | 'grounding_source')[]) => ({
      guardContent: { text: { text, qualifiers } },
    });
    expect(await covered([{ text: 'echo' }, { text: 'hi' }])).toEqual({ guarded: 6, total: 6 });
    expect(await covered([{ text: 'echo' }, guard('hi')])).toEqual({ guarded: 2, total: 6 });
    expect(await covered([guard('echo', ['grounding_source']), guard('hi', ['query'])])).toEqual({
      guarded: 0,
      total: 6,
    });
  });

  // https://github.com/traceloop/openllmetry/blob/main/packages/opentelemetry-instrumentation-bedrock/tests/traces/cassettes/test_nova/test_nova_invoke_stream_with_events_with_content.yaml
  it('a system prompt is looked at where it is guard content, and else is not', async () => {
    const plain = [{ text: 'echo gold' }];
    const masked = [{ text: 'echo write to ada@example.com' }];
    const guarded = [{ guardContent: { text: { text: 'gold' } } }];
    const ask = async (system: ConverseCommandInput['system']) => {
      const { text, trace } = await converse('echo hi', { system });
      return [text, trace?.inputAssessment?.['gr1']?.invocationMetrics?.guardrailCoverage?.textCharacters];
    };
    expect(await ask(plain)).toEqual(['hi', { guarded: 7, total: 7 }]);
    expect(await ask(masked)).toEqual(['hi', { guarded: 7, total: 7 }]);
    expect((await ask(guarded))[0]).toBe('I cannot take that.');
    // What the messages say is looked at all the same: https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-use-converse-api.html
    const beside = [{ guardContent: { text: { text: 'harmless' } } }];
    expect((await converse('echo gold', { system: beside })).text).toBe('I cannot take that.');
  });

  it('where there is guard content, only that is looked at', async () => {
    const beside: ConverseCommandInput['messages'] = [
      {
        role: 'user',
        content: [{ text: 'gold, count to 2' }, { guardContent: { text: { text: 'harmless' } } }],
      },
    ];
    expect(await converse('', { messages: beside })).toMatchObject({ text: '1 2', stopReason: 'end_turn' });
    const guarded: ConverseCommandInput['messages'] = [
      { role: 'user', content: [{ text: 'echo hi' }, { guardContent: { text: { text: 'gold' } } }] },
    ];
    expect(await converse('', { messages: guarded })).toMatchObject({ text: 'I cannot take that.' });
  });

  it('what is not looked at is not masked', async () => {
    const messages: ConverseCommandInput['messages'] = [
      { role: 'user', content: [{ guardContent: { text: { text: 'ada@example.com' } } }] },
      { role: 'assistant', content: [{ text: 'Well' }] },
      { role: 'user', content: [{ text: 'echo write to bob@example.com' }] },
    ];
    expect((await converse('', { messages })).trace).toMatchObject({
      actionReason: 'Guardrail masked.',
      modelOutput: ['write to bob@example.com'],
    });
  });

  it('what stands beside masked words reaches the model as it came', async () => {
    const seen: unknown[] = [];
    const local = openBedrock({
      guardrails: { gr1 },
      models: {
        'acme.reader': ({ request }) => {
          seen.push(request.messages?.[0]?.content, ...(request.system ?? []));
          return 'read';
        },
      },
    });
    const ask = (content: object[], system?: object[]) =>
      local.fetch(urlOf('converse', 'acme.reader'), {
        method: 'POST',
        body: JSON.stringify({ guardrailConfig, system, messages: [{ role: 'user', content }] }),
      });
    const document = { format: 'txt', name: 'a', source: { bytes: btoa('ada@example.com') } };
    await ask([{ text: 'ada@example.com' }, { document }]);
    const qualifiers = ['guard_content'];
    await ask([{ guardContent: { text: { text: 'ada@example.com', qualifiers } } }]);
    const address = { text: 'ada@example.com' };
    await ask([{ text: 'hi' }], [address, { guardContent: { text: address } }]);
    expect(seen).toEqual([
      [{ text: '{EMAIL}' }, { document: { ...document, source: expect.anything() as object } }],
      [{ guardContent: { text: { text: '{EMAIL}', qualifiers } } }],
      [{ text: 'hi' }],
      address,
      { guardContent: { text: { text: '{EMAIL}' } } },
    ]);
  });

  // https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-use-converse-api.html
  it('a source and a query alone leave the words beside them to be looked at, and are not themselves', async () => {
    const grounded = (source: string, text: string): Partial<ConverseCommandInput> => ({
      messages: [
        {
          role: 'user',
          content: [{ guardContent: { text: { text: source, qualifiers: ['grounding_source'] } } }, { text }],
        },
      ],
    });
    expect((await converse('', grounded('gold', 'count to 2'))).text).toBe('1 2');
    expect((await converse('', grounded('harmless', 'gold, count to 2'))).text).toBe('I cannot take that.');
  });
});
