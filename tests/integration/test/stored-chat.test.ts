// Chats that are kept as messages of the UI between their turns: what was sent of one is sent again as it was, so that what Bedrock has
// cached of it is found.
import { createLocalBedrock, scripted } from '@bedrock-kit/local';
import { createAmazonBedrock as createForAi7 } from '@bedrock-kit/provider';
import { createAmazonBedrock as createForAi5 } from '@bedrock-kit/provider/ai-5';
import { createAmazonBedrock as createForAi6 } from '@bedrock-kit/provider/ai-6';
import * as ai7 from 'ai';
import * as ai5 from 'ai-5';
import * as ai6 from 'ai-6';
import { expect, test } from 'vitest';
import { object } from 'zod/v4';

const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const call = (toolUseId: string, name: string) => ({ toolUse: { toolUseId, name, input: {} } });
const thought = (text: string) => ({ reasoningContent: { reasoningText: { text, signature: btoa(text) } } });

function setUp() {
  const script = scripted([
    {
      answer: {
        content: [thought('Both.'), { text: 'I ask both.' }, call('a', 'slow'), call('b', 'quick')],
        stopReason: 'tool_use',
      },
    },
    { answer: { content: [thought('Enough.'), { text: 'Done.' }] } },
    { answer: 'You are welcome.' },
  ]);
  const local = createLocalBedrock({ models: { '*': script } });
  const { accessKeyId, secretAccessKey } = local.credentials;
  const settings = { region: local.region, accessKeyId, secretAccessKey, fetch: local.fetch };
  /** Each request's messages as JSON without its end and without cache points, which move on. */
  const sent = (): string[] =>
    local.requests.map(({ input }) =>
      JSON.stringify((input as { messages: object[] }).messages)
        .replaceAll(',{"cachePoint":{"type":"default"}}', '')
        .slice(0, -1),
    );
  return { script, settings, sent };
}

/** What the three majors have in common of what is used here; their types are their own. */
interface Ai {
  tool: (definition: object) => object;
  convertToModelMessages: (messages: object[]) => unknown;
  stepCountIs: (count: number) => unknown;
  streamText: (options: object) => {
    toUIMessageStreamResponse: (options: {
      originalMessages: object[];
      onFinish: (end: { messages: object[] }) => void;
    }) => Response;
  };
}

type Part = { state?: string; approval?: object };

const majors: [string, Ai, (settings: ReturnType<typeof setUp>['settings']) => object][] = [
  ['ai 7', ai7 as unknown as Ai, (settings) => createForAi7(settings)(modelId)],
  ['ai 6', ai6 as unknown as Ai, (settings) => createForAi6(settings)(modelId)],
  ['ai 5', ai5 as unknown as Ai, (settings) => createForAi5(settings)(modelId)],
];

function chat(ai: Ai, model: object, tools: object) {
  let stored: { role: string; parts: Part[] }[] = [];
  return {
    parts: () => stored.at(-1)?.parts ?? [],
    say: async (text?: string): Promise<void> => {
      if (text !== undefined) stored.push({ role: 'user', parts: [{ type: 'text', text } as Part] });
      const result = ai.streamText({
        model,
        tools,
        messages: await ai.convertToModelMessages(stored),
        stopWhen: ai.stepCountIs(3),
        providerOptions: { bedrock: { caching: 'auto', reasoningConfig: { type: 'enabled' } } },
      });
      const onFinish = ({ messages }: { messages: object[] }): void => {
        stored = JSON.parse(JSON.stringify(messages)) as typeof stored;
      };
      await result.toUIMessageStreamResponse({ originalMessages: stored, onFinish }).text();
    },
  };
}

test.each(majors)('%s: tools that end in another order than they were called in', async (_, ai, modelOf) => {
  const { script, settings, sent } = setUp();
  const tools = {
    slow: ai.tool({
      inputSchema: object({}),
      execute: () => new Promise((resolve) => setTimeout(resolve, 30, 'at last')),
    }),
    quick: ai.tool({ inputSchema: object({}), execute: () => 'at once' }),
  };
  const { say } = chat(ai, modelOf(settings), tools);
  await say('Ask both.');
  await say('Thank you.');
  script.verify();
  const [first = '?', second = '?', third] = sent();
  expect(second.startsWith(first)).toBe(true);
  expect(third?.startsWith(second)).toBe(true);
});

test.each(majors.slice(0, 2))('%s: a call that had to be approved', async (_, ai, modelOf) => {
  const { script, settings, sent } = setUp();
  const tools = {
    slow: ai.tool({ inputSchema: object({}), needsApproval: true, execute: () => 'at last' }),
    quick: ai.tool({ inputSchema: object({}), execute: () => 'at once' }),
  };
  const { say, parts } = chat(ai, modelOf(settings), tools);
  await say('Ask both.');
  for (const part of parts().filter(({ state }) => state === 'approval-requested')) {
    Object.assign(part, { state: 'approval-responded', approval: { ...part.approval, approved: true } });
  }
  await say();
  await say('Thank you.');
  script.verify();
  const [first = '?', second = '?', third] = sent();
  expect(second.startsWith(first)).toBe(true);
  expect(third?.startsWith(second)).toBe(true);
});
