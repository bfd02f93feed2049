// Routes of a chat in a browser, as the README of the provider tells them: what a page that leaves stops, and what of a stopped or
// shortened answer goes on.
import { createLocalBedrock, type ModelHandler } from '@bedrock-kit/local';
import { createAmazonBedrock as createForAi7 } from '@bedrock-kit/provider';
import { createAmazonBedrock as createForAi5 } from '@bedrock-kit/provider/ai-5';
import { createAmazonBedrock as createForAi6 } from '@bedrock-kit/provider/ai-6';
import * as ai7 from 'ai';
import * as ai5 from 'ai-5';
import * as ai6 from 'ai-6';
import { expect, test, vi } from 'vitest';
import { object } from 'zod/v4';

const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const call = { toolUse: { toolUseId: 'c', name: 'location', input: {} } };
const thought = { reasoningContent: { reasoningText: { text: 'Hm.', signature: 'c2ln' } } };

interface Message {
  role: string;
  parts: object[];
}

/** What the three majors have in common of what is used here; their types are their own. */
interface Ai {
  tool: (definition: object) => object;
  convertToModelMessages: (messages: object[], options?: object) => unknown;
  streamText: (options: object) => {
    warnings: PromiseLike<object[] | undefined>;
    toUIMessageStreamResponse: (options: object) => Response;
  };
}

const majors: [string, Ai, typeof createForAi7 | typeof createForAi6 | typeof createForAi5][] = [
  ['ai 7', ai7 as unknown as Ai, createForAi7],
  ['ai 6', ai6 as unknown as Ai, createForAi6],
  ['ai 5', ai5 as unknown as Ai, createForAi5],
];

async function setUp(model: ModelHandler, create: (typeof majors)[number][2]) {
  const local = createLocalBedrock({ models: { '*': model } });
  const { url } = await local.listen();
  const { apiKey } = local.credentials;
  const bedrock = create({ region: local.region, baseURL: url, apiKey });
  const sent = (): unknown => (local.requests.at(-1)?.input as { messages?: unknown } | undefined)?.messages;
  return { local, model: bedrock(modelId), sent };
}

test.each(majors)(
  '%s: a page that leaves ends the answer of Bedrock by the signal of its request',
  async (_, ai, create) => {
    const ended = vi.fn();
    async function* endless({ signal }: { signal: AbortSignal }): AsyncGenerator<string> {
      signal.addEventListener('abort', ended);
      while (!signal.aborted) {
        yield 'word ';
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
    const { local, model } = await setUp(endless, create);
    const page = new AbortController();
    const { body } = ai
      .streamText({ model, prompt: 'Write.', abortSignal: page.signal })
      .toUIMessageStreamResponse({});
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    while ((await reader?.read())?.value?.includes('word ') === false);
    page.abort();
    await vi.waitFor(() => {
      expect(ended).toHaveBeenCalledOnce();
    });
    await local.close();
  },
);

test.each(majors)('%s: a chat goes on behind a call that nobody answered', async (_, ai, create) => {
  const { local, model, sent } = await setUp(() => 'Fine.', create);
  const messages: Message[] = [
    { role: 'user', parts: [{ type: 'text', text: 'Where am I?' }] },
    {
      role: 'assistant',
      parts: [
        { type: 'text', text: 'I look.' },
        { type: 'tool-location', toolCallId: 'c', state: 'input-available', input: {} },
      ],
    },
    { role: 'user', parts: [{ type: 'text', text: 'Never mind.' }] },
  ];
  await ai
    .streamText({
      model,
      messages: await ai.convertToModelMessages(messages, { ignoreIncompleteToolCalls: true }),
      tools: { location: ai.tool({ inputSchema: object({}) }) },
    })
    .toUIMessageStreamResponse({})
    .text();
  expect(sent()).toEqual([
    { role: 'user', content: [{ text: 'Where am I?' }] },
    { role: 'assistant', content: [{ text: 'I look.' }] },
    { role: 'user', content: [{ text: 'Never mind.' }] },
  ]);
  await local.close();
});

test.each(majors)(
  '%s: with sendReasoning false the turn of a call that the page answers goes on without thinking',
  async (major, ai, create) => {
    const { local, model, sent } = await setUp(
      ({ count }) => (count === 1 ? { content: [thought, call], stopReason: 'tool_use' } : 'In Ulm.'),
      create,
    );
    const say = async (messages: Message[]): Promise<{ stored: Message[]; warnings: unknown }> => {
      let stored: Message[] = [];
      const result = ai.streamText({
        model,
        messages: await ai.convertToModelMessages(messages),
        tools: { location: ai.tool({ inputSchema: object({}) }) },
        providerOptions: { bedrock: { reasoningConfig: { type: 'enabled', budgetTokens: 1024 } } },
      });
      const onFinish = ({ messages }: { messages: Message[] }): void => {
        stored = messages;
      };
      await result
        .toUIMessageStreamResponse({ originalMessages: messages, sendReasoning: false, onFinish })
        .text();
      return { stored, warnings: await result.warnings };
    };
    const { stored } = await say([{ role: 'user', parts: [{ type: 'text', text: 'Where am I?' }] }]);
    Object.assign(stored[1]?.parts.at(-1) ?? {}, { state: 'output-available', output: 'Ulm' });
    const { warnings } = await say(stored);
    expect(sent()).toEqual([
      { role: 'user', content: [{ text: 'Where am I?' }] },
      { role: 'assistant', content: [call] },
      { role: 'user', content: [{ toolResult: { toolUseId: 'c', content: [{ text: 'Ulm' }] } }] },
    ]);
    expect(local.requests[1]?.input).toMatchObject({
      additionalModelRequestFields: { thinking: { type: 'disabled' } },
    });
    const details =
      'The last tool calls came without their signed reasoning, so the model cannot reason in this turn.';
    expect(warnings).toEqual([
      major === 'ai 5'
        ? { type: 'other', message: `reasoning: ${details}` }
        : { type: 'compatibility', feature: 'reasoning', details },
    ]);
    expect(local.requests).toHaveLength(2);
    await local.close();
  },
);

test.each(majors)(
  '%s: a page chooses files on S3 and what a guardrail looks at, unless the route takes texts and data alone',
  async (_, ai, create) => {
    const local = createLocalBedrock({ auth: 'off', models: { '*': () => 'Fine.' } });
    const bedrock = create({ fetch: local.fetch, region: local.region, apiKey: 'k' });
    const bytes = { bytes: new TextEncoder().encode('a') };
    const s3 = { s3Location: { uri: 's3://other/a.txt' } };
    const metadata = { bedrock: { guardContent: true } };
    const parts = [
      { type: 'text', text: 'x' },
      { type: 'text', text: 'y', providerMetadata: metadata },
      { type: 'file', mediaType: 'text/plain', url: 's3://other/a.txt' },
      {
        type: 'file',
        mediaType: 'text/plain',
        url: 'data:text/plain;base64,YQ==',
        providerMetadata: metadata,
      },
    ];
    const isTaken = ({ type, url }: { type: string; url?: string }) =>
      type === 'text' || url?.startsWith('data:');
    const taken = parts.filter(isTaken).map((part) => ({ ...part, providerMetadata: undefined }));
    const answer = async (given: object[]) => {
      const messages = await ai.convertToModelMessages([{ role: 'user', parts: given }]);
      await ai.streamText({ model: bedrock('amazon.nova-lite-v1:0'), messages }).warnings;
      const { input } = local.requests.at(-1) ?? {};
      return (input as { messages: { content: object[] }[] }).messages[0]?.content ?? [];
    };
    const chosen = await answer(parts);
    expect(chosen).toContainEqual({ guardContent: { text: { text: 'y' } } });
    expect(chosen).toContainEqual({ document: expect.objectContaining({ source: s3 }) as object });
    const [first, second, file, ...others] = await answer(taken);
    expect([first, second, others]).toEqual([{ text: 'x' }, { text: 'y' }, []]);
    expect(file).toMatchObject({ document: { source: bytes } });
  },
);
