import type { ConverseCommandInput, GuardrailConfiguration } from '@aws-sdk/client-bedrock-runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, modelId, runtime, startBench } from '../aws-clients.ts';
import { refusalOf } from '../invoke-model.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench({
    guardrails: {
      gr1: {
        versions: ['1'],
        words: ['gold'],
        topics: { Investment: ['shares', 'which stock'] },
        pii: { EMAIL: 'ANONYMIZE', US_SOCIAL_SECURITY_NUMBER: 'BLOCK' },
        blockedInput: 'I cannot take that.',
        blockedOutput: 'I cannot say that.',
      },
      gr2: { grounding: 0.7, relevance: 0.5 },
    },
  });
});
afterAll(() => bench.close());

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

const guardrailConfig: GuardrailConfiguration = {
  guardrailIdentifier: 'gr1',
  guardrailVersion: '1',
  trace: 'enabled',
};

async function converse(text: string, extra: Partial<ConverseCommandInput> = {}) {
  const { output, stopReason, usage, trace } = await bench.client('HTTP/1.1').send(
    new runtime.ConverseCommand({
      modelId,
      messages: [{ role: 'user', content: [{ text }] }],
      guardrailConfig,
      ...extra,
    }),
  );
  return { text: output?.message?.content?.[0]?.text, stopReason, usage, trace: trace?.guardrail };
}

const details = {
  appliedGuardrailDetails: {
    guardrailId: 'gr1',
    guardrailVersion: '1',
    guardrailArn: 'arn:aws:bedrock:us-east-1:123456789012:guardrail/gr1',
    guardrailOrigin: ['REQUEST'],
    guardrailOwnership: 'SELF',
  },
};

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
});

describe('on the way out', () => {
  const tool = {
    toolSpec: { name: 'look_up', description: 'look up a person', inputSchema: { json: { type: 'object' } } },
  };
  /** The result of a tool is JSON, which is not looked at; the answer that quotes it is. */
  const quoting = (json: object): Partial<ConverseCommandInput> => ({
    toolConfig: { tools: [tool] },
    messages: [
      { role: 'user', content: [{ text: 'look up the person' }] },
      { role: 'assistant', content: [{ toolUse: { toolUseId: 't1', name: 'look_up', input: {} } }] },
      // A plain object is JSON.
      { role: 'user', content: [{ toolResult: { toolUseId: 't1', content: [{ json: json as never }] } }] },
    ],
  });

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

it('the trace is there when asked for, with everything that was looked for when asked for in full', async () => {
  const disabled = { ...guardrailConfig, trace: 'disabled' as const };
  expect((await converse('echo hi', { guardrailConfig: disabled })).trace).toBeUndefined();
  const full = { ...guardrailConfig, trace: 'enabled_full' as const };
  const { trace } = await converse('echo hi', { guardrailConfig: full });
  expect(trace?.inputAssessment?.['gr1']?.wordPolicy?.customWords).toEqual([
    { match: 'gold', action: 'NONE', detected: false },
  ]);
});

it('a guardrail or version that does not exist is refused', async () => {
  for (const wrong of [{ guardrailIdentifier: 'gr9' }, { guardrailVersion: '7' }]) {
    expect(await refusalOf(converse('hi', { guardrailConfig: { ...guardrailConfig, ...wrong } }))).toBe(
      'ValidationException: The guardrail identifier or version provided in the request does not exist.',
    );
  }
});

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
