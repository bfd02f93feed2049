import type { ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, modelId, protocols, runtime, startBench } from '../aws-clients.ts';

const { ConverseCommand, ConverseStreamCommand } = runtime;

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.close());

function says(text: string, extra: Partial<ConverseCommandInput> = {}): ConverseCommandInput {
  return { modelId, messages: [{ role: 'user', content: [{ text }] }], ...extra };
}

const weather = {
  toolSpec: {
    name: 'weather',
    description: 'The weather in a city, now',
    inputSchema: { json: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] } },
  },
};

describe.each(protocols)('Converse over %s', (protocol) => {
  it('answers with every member that AWS requires, and the request id in its header', async () => {
    const { $metadata, metrics, ...answer } = await bench
      .client(protocol)
      .send(new ConverseCommand(says('echo hi')));
    expect(answer).toEqual({
      output: { message: { role: 'assistant', content: [{ text: 'hi' }] } },
      stopReason: 'end_turn',
      usage: {
        inputTokens: 2,
        outputTokens: 1,
        totalTokens: 3,
        cacheReadInputTokens: 0,
        cacheWriteInputTokens: 0,
      },
    });
    expect(metrics?.latencyMs).toBeGreaterThan(0);
    expect($metadata.httpStatusCode).toBe(200);
    expect($metadata.requestId).toMatch(/^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/);
  });

  it('asks for a tool and then uses what it answered', async () => {
    const client = bench.client(protocol);
    const question = says('What is the weather in Lisbon?', { toolConfig: { tools: [weather] } });
    const first = await client.send(new ConverseCommand(question));
    expect(first.stopReason).toBe('tool_use');
    const asked = first.output?.message;
    const toolUse = asked?.content?.[0]?.toolUse;
    expect(toolUse).toEqual({
      toolUseId: expect.stringMatching(/^tooluse_\w{22}$/) as string,
      name: 'weather',
      input: { city: 'Lisbon' },
      type: 'tool_use',
    });
    const result = { toolUseId: toolUse?.toolUseId, content: [{ json: { celsius: 21 } }] };
    const second = await client.send(
      new ConverseCommand({
        ...question,
        messages: [
          ...(question.messages ?? []),
          ...(asked ? [asked] : []),
          { role: 'user', content: [{ toolResult: result }] },
        ],
      }),
    );
    expect(second.stopReason).toBe('end_turn');
    expect(second.output?.message?.content).toEqual([{ text: 'The tool weather answered: {"celsius":21}' }]);
  });
});

describe.each(protocols)('ConverseStream over %s', (protocol) => {
  it('sends the events in the order of the service, text without a contentBlockStart', async () => {
    const { stream } = await bench.client(protocol).send(new ConverseStreamCommand(says('echo one two')));
    const events = [];
    for await (const event of stream ?? []) events.push(event);
    expect(events).toEqual([
      { messageStart: { role: 'assistant' } },
      { contentBlockDelta: { contentBlockIndex: 0, delta: { text: 'one ' } } },
      { contentBlockDelta: { contentBlockIndex: 0, delta: { text: 'two' } } },
      { contentBlockStop: { contentBlockIndex: 0 } },
      { messageStop: { stopReason: 'end_turn' } },
      {
        metadata: {
          usage: { inputTokens: 3, outputTokens: 2, totalTokens: 5 },
          metrics: { latencyMs: expect.any(Number) as number },
        },
      },
    ]);
  });

  it('sends ten thousand deltas, complete and in order', async () => {
    const { stream } = await bench
      .client(protocol)
      .send(
        new ConverseStreamCommand(says('count from 1 to 10000', { inferenceConfig: { maxTokens: 20_000 } })),
      );
    const deltas: string[] = [];
    for await (const event of stream ?? []) {
      const text = event.contentBlockDelta?.delta?.text;
      if (text !== undefined) deltas.push(text.trimEnd());
    }
    expect(deltas).toEqual(Array.from({ length: 10_000 }, (_, index) => String(index + 1)));
  });

  it('sends the arguments of a tool in fragments of one JSON text', async () => {
    const { stream } = await bench
      .client(protocol)
      .send(
        new ConverseStreamCommand(
          says('What is the weather in Lisbon?', { toolConfig: { tools: [weather] } }),
        ),
      );
    const fragments: string[] = [];
    const names: (string | undefined)[] = [];
    for await (const event of stream ?? []) {
      if (event.contentBlockStart) names.push(event.contentBlockStart.start?.toolUse?.name);
      const input = event.contentBlockDelta?.delta?.toolUse?.input;
      if (input !== undefined) fragments.push(input);
    }
    expect(names).toEqual(['weather']);
    expect(fragments.length).toBeGreaterThan(1);
    expect(JSON.parse(fragments.join(''))).toEqual({ city: 'Lisbon' });
  });
});
