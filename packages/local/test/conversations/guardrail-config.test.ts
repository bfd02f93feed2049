// https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-tagging.html and guardrails-streaming.html beside it
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, modelId, runtime, startBench } from '../aws-clients.ts';
import { refusalOf } from '../invoke-model.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench({
    availability: 'ignore',
    guardrails: {
      gr1: { words: ['received'], topics: { Investment: ['which stock'] } },
      gr2: { words: ['gold'], grounding: 0.7, relevance: 0.5 },
    },
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

  // https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-contextual-grounding-check.html
  describe('names the tags around what the answer must be grounded in', () => {
    const between = (name: string, text: string) =>
      `<amazon-bedrock-guardrails-${name}_xyz>${text}</amazon-bedrock-guardrails-${name}_xyz>`;
    const about = (source: string) =>
      `${between('groundingSource', source)}\n\n${between('query', 'Which river is Lisbon on?')}\n\n`;
    const lisbon = about('Lisbon lies on the Tagus river.');

    interface Assessment {
      contextualGroundingPolicy?: { filters: { type: string; action: string }[] };
      wordPolicy?: { customWords: { match: string }[] };
    }

    async function ask(members: object) {
      const command = new runtime.InvokeModelCommand({
        modelId,
        body: body(members, { tagSuffix: 'xyz' }),
        trace: 'ENABLED',
        ...guardrail,
        guardrailIdentifier: 'gr2',
      });
      const answer = await bench.client('HTTP/1.1').send(command);
      const { 'amazon-bedrock-trace': trace } = JSON.parse(answer.body.transformToString()) as {
        'amazon-bedrock-trace': {
          guardrail: { input: Record<string, Assessment>; outputs?: Record<string, Assessment>[] };
        };
      };
      const { input, outputs } = trace.guardrail;
      const filters = outputs?.[0]?.['gr2']?.contextualGroundingPolicy?.filters;
      return {
        words: input['gr2']?.wordPolicy?.customWords.map(({ match }) => match),
        grounding: filters?.map(({ type, action }) => `${type} ${action}`),
      };
    }
    const turns = (question: string, told: string) => ({
      ...claude(''),
      messages: [
        { role: 'user', content: told },
        { role: 'assistant', content: 'Well' },
        { role: 'user', content: question },
      ],
    });

    it('and of what it must speak', async () => {
      expect(await ask(turns('echo Lisbon lies on the Tagus river.', lisbon))).toEqual({
        words: undefined,
        grounding: ['GROUNDING NONE', 'RELEVANCE NONE'],
      });
      expect(await ask(turns('echo Bananas ripen quickly.', lisbon))).toEqual({
        words: undefined,
        grounding: ['GROUNDING BLOCKED', 'RELEVANCE BLOCKED'],
      });
    });

    it('which are not looked at with all the rest, unless a tag around them says so', async () => {
      const found = { words: ['gold'], grounding: undefined };
      const passed = { words: undefined, grounding: expect.any(Array) as string[] };
      expect(await ask(turns('echo hi', about('Rivers of gold.')))).toEqual(passed);
      expect(await ask(turns('echo gold', lisbon))).toEqual(found);
      const marked = (text: string) => `${between('guardContent', text)} echo hi`;
      expect(await ask(turns(marked('safe') + 'gold', about('Rivers of gold.')))).toEqual(passed);
      expect(await ask(turns(marked('gold'), lisbon))).toEqual(found);
      const inside = (text: string) => between('guardContent', between('groundingSource', text));
      expect(await ask(turns('echo hi', inside('Rivers of gold.')))).toEqual(found);
      // What comes behind the inner tag is still inside the outer one.
      const behind = between('guardContent', `${between('groundingSource', 'Rivers')} of gold.`);
      expect(await ask(turns('echo hi', behind))).toEqual(found);
      const { grounding } = await ask(turns('echo Lisbon', inside('Lisbon lies on the Tagus river.')));
      expect(grounding).toContain('GROUNDING NONE');
    });

    it('and may be open and without an end, ever so often', async () => {
      const open = '<amazon-bedrock-guardrails-guardContent_xyz>'.repeat(10_000);
      expect((await ask(turns('echo hi', `${open}gold`))).words).toEqual(['gold']);
    });

    // https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-sensitive-filters.html
    it('but for what tools have answered', async () => {
      const answered = { type: 'tool_result', tool_use_id: 'one', content: 'gold' };
      const use = { type: 'tool_use', id: 'one', name: 'look_up', input: {} };
      const members = {
        ...claude(''),
        tools: [{ name: 'look_up', input_schema: { type: 'object' } }],
        messages: [
          { role: 'user', content: lisbon },
          { role: 'assistant', content: [use] },
          { role: 'user', content: [answered] },
        ],
      };
      expect((await ask(members)).words).toBeUndefined();
    });
  });

  it.each(['', 'a-b', 'x'.repeat(21), 5])('has no tagSuffix %j', async (tagSuffix) => {
    const command = new runtime.InvokeModelCommand({
      modelId,
      body: body(claude('Hi'), { tagSuffix }),
      ...guardrail,
    });
    expect(await refusalOf(bench.client('HTTP/1.1').send(command))).toBe(
      'ValidationException: amazon-bedrock-guardrailConfig needs a tagSuffix of 1 to 20 letters or digits.',
    );
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
