// An answer that is asked for in words, as programs ask for it where a model has no better means.
import { expect, it } from 'vitest';
import { openBedrock, urlOf } from '../in-process.ts';

const bedrock = openBedrock({ availability: 'ignore' });
const model = 'us.meta.llama3-3-70b-instruct-v1:0';
const inputSchema = {
  json: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
};
const tools = [
  { toolSpec: { name: 'json', description: 'Gives the final answer.', inputSchema } },
  { toolSpec: { name: 'search', description: 'Looks for hotels.', inputSchema } },
];
const asksForTool = [{ text: 'Be kind.' }, { text: 'Give your final answer by calling the tool "json".' }];
const asksForJson = `Answer with one JSON value and nothing else.\nIt must be valid against this JSON schema:\n${JSON.stringify(inputSchema.json)}`;

async function answerOf(body: object, id = model): Promise<unknown> {
  const init = { method: 'POST', body: JSON.stringify(body) };
  const response = await bedrock.fetch(urlOf('converse', id), init);
  return ((await response.json()) as { output?: { message: { content: unknown } } }).output?.message.content;
}

const user = (text: string) => ({ role: 'user', content: [{ text }] });
const called = (name: string, city: string) => [
  { toolUse: { toolUseId: expect.stringMatching(/^tooluse_/) as unknown, name, input: { city } } },
];

it('a tool that the system prompt asks for is called, behind those that fit, and once', async () => {
  const start = { system: asksForTool, toolConfig: { tools } };
  expect(await answerOf({ ...start, messages: [user('I go to Lisbon.')] })).toEqual(called('json', 'Lisbon'));
  const question = user('Search a hotel in Lisbon.');
  expect(await answerOf({ ...start, messages: [question] })).toEqual(called('search', 'Lisbon'));
  const turn = (name: string) => [
    question,
    {
      role: 'assistant',
      content: [{ toolUse: { toolUseId: 'tooluse_1', name, input: { city: 'Lisbon' } } }],
    },
    { role: 'user', content: [{ toolResult: { toolUseId: 'tooluse_1', content: [{ text: 'Ritz' }] } }] },
  ];
  expect(await answerOf({ ...start, messages: turn('search') })).toEqual(called('json', 'Lisbon'));
  expect(await answerOf({ ...start, messages: turn('json') })).toEqual([
    { text: 'The tool json answered: Ritz' },
  ]);
});

it('a tool that is not there is not called', async () => {
  const body = { system: asksForTool, messages: [user('echo hi')], toolConfig: { tools: tools.slice(1) } };
  expect(await answerOf(body)).toEqual([{ text: 'hi' }]);
});

it('JSON by the schema in the system prompt is the answer, or any JSON', async () => {
  const messages = [user('I go to Lisbon.')];
  expect(await answerOf({ system: [{ text: asksForJson }], messages })).toEqual([
    { text: '{"city":"Lisbon"}' },
  ]);
  expect(await answerOf({ system: [{ text: 'You MUST answer with JSON.' }], messages })).toEqual([
    { text: '"Lisbon"' },
  ]);
});

it('a prompt that begins to ask for an answer again and again is read at once', {
  timeout: 10_000,
}, async () => {
  const messages = [user('I go to Lisbon.')];
  // As long as the model reads, nearly.
  const often = 'answer with '.repeat(40_000);
  expect(await answerOf({ system: [{ text: `${often}JSON.` }], messages })).toEqual([{ text: '"Lisbon"' }]);
  expect(await answerOf({ system: [{ text: often }], messages })).toEqual([
    { text: expect.stringContaining('This is a built-in test model.') as unknown },
  ]);
});

it('a model without a system prompt reads the same at the head of the first message', async () => {
  const messages = [{ role: 'user', content: [{ text: asksForJson }, { text: 'I go to Lisbon.' }] }];
  expect(await answerOf({ messages }, 'mistral.mistral-7b-instruct-v0:2')).toEqual([
    { text: '{"city":"Lisbon"}' },
  ]);
});
