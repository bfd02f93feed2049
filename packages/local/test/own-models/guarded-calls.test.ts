// A model of one's own behind a guardrail, by Converse and in a body of InvokeModel.
import { expect, it } from 'vitest';
import type { ModelAnswer } from '../../src/index.ts';
import { modelId, openBedrock, urlOf } from '../in-process.ts';

const named = { guardrailIdentifier: 'gr1', guardrailVersion: '1' };

/** What the handler was asked, and what came back. */
async function ask(operation: 'converse' | 'invoke', text: string, answer: ModelAnswer) {
  const heard: string[] = [];
  const local = openBedrock({
    guardrails: { gr1: { words: ['secret'], pii: { EMAIL: 'ANONYMIZE' } } },
    models: {
      '*': ({ text: said }) => {
        heard.push(said);
        return answer;
      },
    },
  });
  const messages = [{ role: 'user', content: operation === 'invoke' ? text : [{ text }] }];
  const response = await local.fetch(urlOf(operation, modelId), {
    method: 'POST',
    headers:
      operation === 'invoke'
        ? { 'x-amzn-bedrock-guardrailidentifier': 'gr1', 'x-amzn-bedrock-guardrailversion': '1' }
        : {},
    body: JSON.stringify(
      operation === 'invoke'
        ? { anthropic_version: 'bedrock-2023-05-31', max_tokens: 100, messages }
        : { messages, guardrailConfig: named },
    ),
  });
  return { heard, answered: await response.text() };
}

const blocked = 'Sorry, the model cannot answer this question.';

it.each(['converse', 'invoke'] as const)('by %s it is not asked what is blocked', async (operation) => {
  const { heard, answered } = await ask(operation, 'a secret', 'fine');
  expect(heard).toEqual([]);
  expect(answered).toContain(blocked);
});

it.each(['converse', 'invoke'] as const)('by %s it sees what is masked', async (operation) => {
  const { heard } = await ask(operation, 'mail ada@example.com', 'fine');
  expect(heard).toEqual(['mail {EMAIL}']);
});

it('sends a body of its own as it is, where nothing of the request is blocked', async () => {
  const answer = { body: { said: 'secret' } };
  expect(await ask('invoke', 'hi', answer)).toEqual({ heard: ['hi'], answered: '{"said":"secret"}' });
  expect((await ask('invoke', 'a secret', answer)).answered).toContain(blocked);
});
