// A guardrail of InvokeModel and its stream: what each model's own body tells of it.
import { describe, expect, it } from 'vitest';
import { modelId, runtime } from '../aws-clients.ts';
import { details, guardedBench } from './guarded-bench.ts';

const bench = guardedBench();

const intervened = { 'amazon-bedrock-guardrailAction': 'INTERVENED' };

/** What every chunk of a chat completion has. */
const frame = {
  created: expect.any(Number) as number,
  id: expect.any(String) as string,
  model: 'openai.gpt-oss-20b-1:0',
  object: 'chat.completion.chunk',
  service_tier: 'default',
  system_fingerprint: null,
};

describe('through InvokeModel', () => {
  const body = (content: string): string =>
    JSON.stringify({
      anthropic_version: 'bedrock-2023-05-31',
      max_tokens: 100,
      messages: [{ role: 'user', content }],
    });
  const guardrail = { guardrailIdentifier: 'gr1', guardrailVersion: '1', trace: 'ENABLED' as const };

  it('the body tells whether the guardrail intervened, with its trace', async () => {
    const client = bench.client('HTTP/1.1');
    const ask = async (content: string) => {
      const answer = await client.send(
        new runtime.InvokeModelCommand({ modelId, body: body(content), ...guardrail }),
      );
      return JSON.parse(answer.body.transformToString()) as Record<string, unknown>;
    };
    expect(await ask('Which stock?')).toMatchObject({
      content: [{ type: 'text', text: 'I cannot take that.' }],
      stop_reason: 'end_turn',
      'amazon-bedrock-guardrailAction': 'INTERVENED',
      'amazon-bedrock-trace': { guardrail: { actionReason: 'Guardrail blocked.' } },
    });
    expect(await ask('echo hi')).toMatchObject({ 'amazon-bedrock-guardrailAction': 'NONE' });
  });

  // https://github.com/traceloop/openllmetry/blob/main/packages/opentelemetry-instrumentation-bedrock/tests/traces/cassettes/test_guardrails/test_guardrail_invoke.yaml
  it('the trace has names of its own for what went in and for what came out', async () => {
    const ask = async (content: string) => {
      const command = new runtime.InvokeModelCommand({ modelId, body: body(content), ...guardrail });
      const answer = await bench.client('HTTP/1.1').send(command);
      const members = JSON.parse(answer.body.transformToString()) as Record<string, unknown>;
      return members['amazon-bedrock-trace'];
    };
    const invocationMetrics = expect.anything() as object;
    expect(await ask('Which stock?')).toEqual({
      guardrail: {
        input: {
          gr1: {
            ...details,
            topicPolicy: {
              topics: [{ name: 'Investment', type: 'DENY', action: 'BLOCKED', detected: true }],
            },
            invocationMetrics,
          },
        },
        actionReason: 'Guardrail blocked.',
      },
    });
    const assessment = { ...details, invocationMetrics };
    expect(await ask('echo hi')).toEqual({
      guardrail: { input: { gr1: assessment }, outputs: [{ gr1: assessment }], actionReason: 'No action.' },
    });
  });

  // https://github.com/traceloop/openllmetry/blob/main/packages/opentelemetry-instrumentation-bedrock/tests/traces/cassettes/test_nova/test_nova_completion_with_events_with_no_content.yaml
  it('the guardrail is no reason to stop in the words of Nova', async () => {
    const request = {
      modelId: 'amazon.nova-lite-v1:0',
      body: JSON.stringify({ messages: [{ role: 'user', content: [{ text: 'Which stock?' }] }] }),
      ...guardrail,
    };
    const client = bench.client('HTTP/2');
    const whole = await client.send(new runtime.InvokeModelCommand(request));
    expect(JSON.parse(whole.body.transformToString())).toMatchObject({
      stopReason: 'end_turn',
      'amazon-bedrock-guardrailAction': 'INTERVENED',
    });
    const streamed = await client.send(new runtime.InvokeModelWithResponseStreamCommand(request));
    const chunks: unknown[] = [];
    for await (const event of streamed.body ?? [])
      chunks.push(JSON.parse(Buffer.from(event.chunk?.bytes ?? []).toString()));
    expect(chunks).toContainEqual({ messageStop: { stopReason: 'end_turn' } });
  });

  // https://github.com/traceloop/openllmetry/blob/main/packages/opentelemetry-instrumentation-bedrock/tests/traces/cassettes/test_nova/test_nova_invoke_stream_with_events_with_content.yaml
  it.each([
    [
      'amazon.nova-lite-v1:0',
      { messages: [{ role: 'user', content: [{ text: 'Which stock?' }] }] },
      ['I ', 'cannot ', 'take ', 'that.'].flatMap((text, contentBlockIndex) => [
        { contentBlockDelta: { delta: { text }, contentBlockIndex }, ...intervened },
        { contentBlockStop: { contentBlockIndex } },
      ]),
      { metadata: expect.anything() as object },
    ],
    [
      modelId,
      JSON.parse(body('Which stock?')) as object,
      [
        { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
        ...['I ', 'cannot ', 'take ', 'that.'].map((text) => ({
          type: 'content_block_delta',
          index: 0,
          delta: { type: 'text_delta', text },
          ...intervened,
        })),
        { type: 'content_block_stop', index: 0 },
      ],
      { type: 'message_stop' },
    ],
    [
      'openai.gpt-oss-20b-1:0',
      { messages: [{ role: 'user', content: 'Which stock?' }] },
      ['I ', 'cannot ', 'take ', 'that.'].map((content) => ({
        choices: [{ delta: { content }, finish_reason: null, index: 0 }],
        ...frame,
        ...intervened,
      })),
      { choices: [{ delta: {}, finish_reason: 'stop', index: 0 }], ...frame },
    ],
  ])('the chunks of %s that have words do, and the last has the trace', async (id, request, said, last) => {
    const { body: stream } = await bench.client('HTTP/2').send(
      new runtime.InvokeModelWithResponseStreamCommand({
        modelId: id,
        body: JSON.stringify(request),
        ...guardrail,
      }),
    );
    const chunks: Record<string, unknown>[] = [];
    for await (const event of stream ?? [])
      chunks.push(JSON.parse(Buffer.from(event.chunk?.bytes ?? []).toString()) as Record<string, unknown>);
    const anything = expect.anything() as unknown;
    expect(chunks.slice(1, 1 + said.length)).toEqual(said);
    expect(chunks.at(-1)).toEqual({
      ...last,
      ...intervened,
      'amazon-bedrock-trace': { guardrail: anything },
      'amazon-bedrock-invocationMetrics': anything,
    });
  });
});
