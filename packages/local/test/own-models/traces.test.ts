// The trace that a model of one's own brings: of a prompt router, and of a guardrail.
import { describe, expect, it } from 'vitest';
import type { ModelAnswer } from '../../src/index.ts';
import { messagesOf, openBedrock, readable, urlOf } from '../in-process.ts';
import { converse, stream } from './handled-calls.ts';

describe('a model of one’s own', () => {
  it('tells which model a prompt router chose, whole and in a stream', async () => {
    const trace = {
      promptRouter: { invokedModelId: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0' },
    };
    expect(await converse({ content: 'a', trace })).toMatchObject({ trace });
    expect((await stream(() => ({ content: 'a', trace }))).at(-1)?.payload).toMatchObject({ trace });
  });

  it('tells of a guardrail in its own trace, which the guardrail that is asked for leaves as it is', async () => {
    const filters = [{ type: 'INSULTS', confidence: 'HIGH', action: 'BLOCKED' }];
    const trace = { guardrail: { inputAssessment: { gr1: { contentPolicy: { filters } } } } };
    const answer = { content: 'No.', stopReason: 'guardrail_intervened', trace } as unknown as ModelAnswer;
    const local = openBedrock({ guardrails: { gr1: {} }, models: { '*': () => answer } });
    const guardrailConfig = { guardrailIdentifier: 'gr1', guardrailVersion: '1', trace: 'enabled' };
    const messages = [{ role: 'user', content: [{ text: 'hi' }] }];
    const init = { method: 'POST', body: JSON.stringify({ messages, guardrailConfig }) };
    const whole = await (await local.fetch(urlOf('converse'), init)).json();
    expect(whole).toMatchObject({
      stopReason: 'guardrail_intervened',
      trace: { guardrail: { ...trace.guardrail } },
    });
    const last = (await messagesOf(await local.fetch(urlOf('converse-stream'), init))).at(-1);
    expect(last && readable(last).payload).toMatchObject({ trace });
  });

  it.each([
    ['says nothing', 'fine', {}],
    ['says something', 'a secret', { stopReason: 'guardrail_intervened' }],
  ])('tells which model a prompt router chose beside a guardrail that %s', async (_, content, rest) => {
    const trace = { promptRouter: { invokedModelId: 'arn:aws:bedrock:us-east-1::foundation-model/x' } };
    const local = openBedrock({
      guardrails: { gr1: { words: ['secret'] } },
      models: { '*': () => ({ content, trace }) },
    });
    const guardrailConfig = { guardrailIdentifier: 'gr1', guardrailVersion: '1', trace: 'enabled' };
    const messages = [{ role: 'user', content: [{ text: 'hi' }] }];
    const init = { method: 'POST', body: JSON.stringify({ messages, guardrailConfig }) };
    const guardrail = { outputAssessments: { gr1: expect.any(Array) as unknown } };
    expect(await (await local.fetch(urlOf('converse'), init)).json()).toMatchObject({
      ...rest,
      trace: { ...trace, guardrail },
    });
    const last = (await messagesOf(await local.fetch(urlOf('converse-stream'), init))).at(-1);
    expect(last && readable(last).payload).toMatchObject({ trace: { ...trace, guardrail } });
  });

  it('has no trace where neither the model nor the guardrail has one to tell', async () => {
    const local = openBedrock({ guardrails: { gr1: {} }, models: { '*': () => 'fine' } });
    const guardrailConfig = { guardrailIdentifier: 'gr1', guardrailVersion: '1', trace: 'disabled' };
    const messages = [{ role: 'user', content: [{ text: 'hi' }] }];
    const init = { method: 'POST', body: JSON.stringify({ messages, guardrailConfig }) };
    expect(await (await local.fetch(urlOf('converse'), init)).json()).not.toHaveProperty('trace');
  });
});
