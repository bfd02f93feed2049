// A guardrail of InvokeModel and its stream: what each model's own body tells of it.
import { describe, expect, it } from 'vitest';
import { modelId, runtime } from '../aws-clients.ts';
import { messagesOf, openBedrock, urlOf } from '../in-process.ts';
import { details, gr1, guardedBench } from './guarded-bench.ts';

const bench = guardedBench();

const intervened = { 'amazon-bedrock-guardrailAction': 'INTERVENED' };

/** What every chunk of a chat completion has. */
const frame = {
  created: expect.any(Number) as number,
  id: expect.any(String) as string,
  model: 'openai.gpt-oss-20b-1:0',
  object: 'chat.completion.chunk',
  service_tier: 'default',
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

  // https://github.com/agentjido/req_llm/tree/19748e930d0c6049d1b42196f8cb1a4915638967/test/support/fixtures/amazon_bedrock
  describe('where the request is blocked', () => {
    const trace = { 'amazon-bedrock-trace': { guardrail: expect.anything() as object } };
    const message = {
      id: expect.stringMatching(/^bedrock-guardrails-[\da-f]{8}$/) as string,
      type: 'message',
      role: 'assistant',
      model: 'claude-haiku-4-5-20251001',
      stop_sequence: null,
      usage: { input_tokens: 0, output_tokens: 0 },
    };

    async function whole(id: string, request: string): Promise<{ answer: unknown; metrics: string[] }> {
      const local = openBedrock({ availability: 'ignore', guardrails: { gr1 } });
      const headers = {
        'x-amzn-bedrock-guardrailidentifier': 'gr1',
        'x-amzn-bedrock-guardrailversion': '1',
        'x-amzn-bedrock-trace': 'ENABLED',
      };
      const init = { method: 'POST', headers, body: request };
      const response = await local.fetch(urlOf('invoke', id), init);
      const metrics = [...response.headers.keys()].filter((name) => name.startsWith('x-amzn-bedrock-'));
      return { answer: await response.json(), metrics };
    }

    it('Claude has no counts of a cache, and no headers of its own', async () => {
      expect(await whole(modelId, body('Which stock?'))).toEqual({
        answer: {
          ...message,
          content: [{ type: 'text', text: 'I cannot take that.' }],
          stop_reason: 'end_turn',
          ...intervened,
          ...trace,
        },
        metrics: [],
      });
    });

    it('Llama has nothing but its text, and a header of its latency', async () => {
      const request = JSON.stringify({ prompt: 'Which stock?' });
      expect(await whole('us.meta.llama3-3-70b-instruct-v1:0', request)).toEqual({
        answer: { generation: 'I cannot take that.', ...intervened, ...trace },
        metrics: ['x-amzn-bedrock-invocation-latency'],
      });
    });

    it('Llama has all of its prompt looked at, the marks of its turns and the system prompt with it', async () => {
      const turn = (role: string, text: string): string =>
        `<|start_header_id|>${role}<|end_header_id|>\n\n${text}`;
      const prompt = (system: string): string =>
        `<|begin_of_text|>${turn('system', `${system}<|eot_id|>`)}${turn('user', 'Which?<|eot_id|>')}${turn('assistant', '')}`;
      const asked = async (system: string) =>
        (await whole('us.meta.llama3-3-70b-instruct-v1:0', JSON.stringify({ prompt: prompt(system) })))
          .answer;
      expect(await asked('Buy gold.')).toMatchObject({ generation: 'I cannot take that.', ...intervened });
      const { length } = prompt('Buy silver.');
      expect(await asked('Buy silver.')).toMatchObject({
        'amazon-bedrock-guardrailAction': 'NONE',
        'amazon-bedrock-trace': {
          guardrail: {
            input: {
              gr1: {
                invocationMetrics: {
                  guardrailCoverage: { textCharacters: { guarded: length, total: length } },
                },
              },
            },
          },
        },
      });
    });

    it('a stream of Claude has one text, and tells of the guardrail only with its end', async () => {
      expect(await chunksOf(modelId, JSON.parse(body('Which stock?')))).toEqual([
        { type: 'message_start', message: { ...message, content: [], stop_reason: null } },
        { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
        { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'I cannot take that.' } },
        { type: 'content_block_stop', index: 0 },
        { type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: null } },
        { type: 'message_stop', ...intervened, ...trace },
      ]);
    });
  });

  it('chunks of Claude with words tell of the guardrail even where it did nothing', async () => {
    const chunks = await chunksOf(modelId, JSON.parse(body('echo hi')));
    expect(chunks[2]).toEqual({
      type: 'content_block_delta',
      index: 0,
      delta: { type: 'text_delta', text: 'hi' },
      'amazon-bedrock-guardrailAction': 'NONE',
    });
  });

  async function chunksOf(id: string, request: unknown): Promise<Record<string, unknown>[]> {
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
    return chunks;
  }

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
      'openai.gpt-oss-20b-1:0',
      {
        messages: [{ role: 'user', content: 'Which stock?' }],
        stream_options: { include_obfuscation: false },
      },
      ['I ', 'cannot ', 'take ', 'that.'].map((content) => ({
        choices: [{ delta: { content }, finish_reason: null, index: 0 }],
        ...frame,
        ...intervened,
      })),
      { choices: [{ delta: {}, finish_reason: 'stop', index: 0 }], ...frame },
    ],
  ])('the chunks of %s that have words do, and the last has the trace', async (id, request, said, last) => {
    const chunks = await chunksOf(id, request);
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

const chat = { messages: [{ role: 'user', content: 'echo hi there' }] };
const prompt = { prompt: 'echo hi there' };

it.each([
  ['ai21.jamba-1-5-mini-v1:0', chat],
  ['amazon.titan-text-express-v1', { inputText: 'echo hi there' }],
  ['cohere.command-r-v1:0', { message: 'echo hi there' }],
  ['mistral.mistral-7b-instruct-v0:2', prompt],
  ['mistral.mistral-large-2407-v1:0', chat],
  ['openai.gpt-oss-20b-1:0', chat],
  ['us.amazon.nova-lite-v1:0', { messages: [{ role: 'user', content: [{ text: 'echo hi there' }] }] }],
  ['us.meta.llama3-3-70b-instruct-v1:0', prompt],
])('the words of a stream of %s tell of the guardrail even where it did nothing', async (model, body) => {
  const local = openBedrock({ availability: 'ignore', guardrails: { gr1: { words: ['gold'] } } });
  const headers = { 'x-amzn-bedrock-guardrailidentifier': 'gr1', 'x-amzn-bedrock-guardrailversion': '1' };
  const init = { method: 'POST', headers, body: JSON.stringify(body) };
  const response = await local.fetch(urlOf('invoke-with-response-stream', model), init);
  const chunks = (await messagesOf(response)).map((message) => {
    const { bytes } = JSON.parse(new TextDecoder().decode(message.body)) as { bytes: string };
    return atob(bytes);
  });
  const words = chunks.filter((chunk) => /"hi |"there/.test(chunk));
  expect(words.length).toBeGreaterThanOrEqual(2);
  for (const chunk of words)
    expect(JSON.parse(chunk)).toMatchObject({ 'amazon-bedrock-guardrailAction': 'NONE' });
});
