// https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-tagging.html and guardrails-streaming.html beside it
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, modelId, runtime, startBench } from '../aws-clients.ts';
import { refusalOf } from '../invoke-model.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench({
    guardrails: { gr1: { words: ['received'], topics: { Investment: ['which stock'] } } },
  });
});
afterAll(() => bench.close());

const guardrail = { guardrailIdentifier: 'gr1', guardrailVersion: 'DRAFT' };
const tag = 'amazon-bedrock-guardrails-guardContent_xyz';

interface Answer {
  'amazon-bedrock-trace': {
    guardrail: { input: Record<string, { topicPolicy?: { topics: { name: string }[] } }> };
  };
}

function claude(content: string): object {
  return {
    anthropic_version: 'bedrock-2023-05-31',
    max_tokens: 100,
    messages: [{ role: 'user', content }],
  };
}

function body(members: object, config: object): string {
  return JSON.stringify({ ...members, 'amazon-bedrock-guardrailConfig': config });
}

describe('amazon-bedrock-guardrailConfig', () => {
  it.each([
    [modelId, claude],
    ['amazon.nova-lite-v1:0', (text: string) => ({ messages: [{ role: 'user', content: [{ text }] }] })],
    ['meta.llama3-1-8b-instruct-v1:0', (prompt: string) => ({ prompt })],
    ['mistral.mistral-7b-instruct-v0:2', (prompt: string) => ({ prompt })],
    ['qwen.qwen3-32b-v1:0', (content: string) => ({ messages: [{ role: 'user', content }] })],
  ])('names the tag around what the guardrail looks at: %s', async (id, members) => {
    const topicsIn = async (text: string): Promise<unknown> => {
      const command = new runtime.InvokeModelCommand({
        modelId: id,
        body: body(members(text), { tagSuffix: 'xyz' }),
        trace: 'ENABLED',
        ...guardrail,
      });
      const answer = await bench.client('HTTP/1.1').send(command);
      const { 'amazon-bedrock-trace': trace } = JSON.parse(answer.body.transformToString()) as Answer;
      return trace.guardrail.input['gr1']?.topicPolicy?.topics.map(({ name }) => name);
    };
    expect(await topicsIn(`Which stock? <${tag}>Hello</${tag}> Bye`)).toBeUndefined();
    expect(await topicsIn(`Hello <${tag}>Which stock?</${tag}> Bye`)).toEqual(['Investment']);
    expect(await topicsIn('Which stock?')).toEqual(['Investment']);
  });

  it('lets a stream not wait for the guardrail', async () => {
    const { body: stream } = await bench.client('HTTP/2').send(
      new runtime.InvokeModelWithResponseStreamCommand({
        modelId,
        body: body(claude('Hi'), { streamProcessingMode: 'ASYNCHRONOUS' }),
        ...guardrail,
      }),
    );
    let text = '';
    for await (const event of stream ?? []) {
      const chunk = JSON.parse(Buffer.from(event.chunk?.bytes ?? []).toString()) as {
        delta?: { text?: string };
      };
      text += chunk.delta?.text ?? '';
    }
    expect(text).toBe('This is a built-in test model. I received 1 message; ');
  });

  it('needs a header that names the guardrail', async () => {
    const command = new runtime.InvokeModelCommand({
      modelId,
      body: body(claude('Hi'), { tagSuffix: 'xyz' }),
    });
    expect(await refusalOf(bench.client('HTTP/1.1').send(command))).toBe(
      'ValidationException: amazon-bedrock-guardrailConfig needs a guardrail identifier.',
    );
  });

  it('names none by an empty header, as of a variable that is not set', async () => {
    const none = { guardrailIdentifier: '', guardrailVersion: '' };
    const answer = await bench
      .client('HTTP/1.1')
      .send(new runtime.InvokeModelCommand({ modelId, body: JSON.stringify(claude('echo hi')), ...none }));
    expect(answer.body.transformToString()).not.toContain('amazon-bedrock-guardrailAction');
  });

  it('is not for the model', async () => {
    const { inputTokens } = await bench.client('HTTP/1.1').send(
      new runtime.CountTokensCommand({
        modelId: 'anthropic.claude-haiku-4-5-20251001-v1:0',
        input: { invokeModel: { body: Buffer.from(body(claude('One two'), { tagSuffix: 'xyz' })) } },
      }),
    );
    expect(inputTokens).toBe(2);
  });
});
