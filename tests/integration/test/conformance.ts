// The portable facts of the whole: the provider signs, asks and reads the same on every runtime. The far side verifies each signature with
// the verifier, and answers with bytes as AWS sends them. No test runner and no module of Node, as in the lists of the packages.
import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { encodeMessage } from '@bedrock-kit/eventstream';
import { type AmazonBedrockProviderSettings, createAmazonBedrock } from '@bedrock-kit/provider';
import { verifyRequest } from '@bedrock-kit/sigv4';

const keys = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
const claude = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const call = {
  prompt: [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'Grüße, 世界' }] }],
};
const usage = { inputTokens: 3, outputTokens: 2, totalTokens: 5 };
const noise = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 255]);
const noiseAsText = 'iVBORw0KGgoA/w==';

type Fetch = NonNullable<AmazonBedrockProviderSettings['fetch']>;
type Event = readonly [name: string, payload: object];

/** The far side: checks who asks for what, then answers. */
function answering(path: string, answer: () => Response, authorization = 'signature'): Fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    same('path', decodeURIComponent(url.pathname), path);
    const headers = { host: url.host, ...Object.fromEntries(request.headers) };
    if (authorization === 'signature') {
      const { method } = request;
      const body = new Uint8Array(await request.arrayBuffer());
      const sent = { method, url: request.url, headers, body };
      const verified = await verifyRequest(sent, { lookupSecret: () => keys.secretAccessKey });
      if (!verified.ok) throw new Error(verified.message);
    } else {
      same('authorization', request.headers.get('authorization'), authorization);
    }
    return answer();
  };
}

function provider(fetch: Fetch): ReturnType<typeof createAmazonBedrock> {
  return createAmazonBedrock({ region: 'us-east-1', ...keys, fetch });
}

function json(body: object): () => Response {
  return () => new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
}

/** A response whose body comes in chunks of `size` bytes, cut without regard for messages and characters. */
function streaming(size: number, messages: readonly Uint8Array[]): () => Response {
  return () => {
    const bytes = new Uint8Array(messages.reduce((length, message) => length + message.length, 0));
    let at = 0;
    for (const message of messages) {
      bytes.set(message, at);
      at += message.length;
    }
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent < bytes.length) controller.enqueue(bytes.slice(sent, sent + size));
        else controller.close();
        sent += size;
      },
    });
    return new Response(body, { headers: { 'content-type': 'application/vnd.amazon.eventstream' } });
  };
}

function message(type: 'event' | 'exception', [name, payload]: Event): Uint8Array {
  return encodeMessage({
    headers: {
      ':message-type': { type: 'string', value: type },
      [`:${type}-type`]: { type: 'string', value: name },
      ':content-type': { type: 'string', value: 'application/json' },
    },
    body: new TextEncoder().encode(JSON.stringify(payload)),
  });
}

const delta = (text: string): Event => ['contentBlockDelta', { contentBlockIndex: 0, delta: { text } }];
const start: Event = ['messageStart', { role: 'assistant' }];
const spoken = [
  start,
  delta('Grüße, '),
  delta('世界'),
  ['contentBlockStop', { contentBlockIndex: 0 }],
] as const;
const end = [
  ['messageStop', { stopReason: 'end_turn' }],
  ['metadata', { usage, metrics: { latencyMs: 1 } }],
] as const satisfies readonly Event[];

const whole = [...spoken, ...end].map((event) => message('event', event));
const failing = [
  ...spoken.slice(0, 2).map((event) => message('event', event)),
  message('exception', ['throttlingException', { message: 'Too many tokens' }]),
];
const toolCall = [
  start,
  [
    'contentBlockStart',
    { contentBlockIndex: 0, start: { toolUse: { toolUseId: 'tooluse_1', name: 'weather' } } },
  ],
  ['contentBlockDelta', { contentBlockIndex: 0, delta: { toolUse: { input: '{"city":"Zür' } } }],
  ['contentBlockDelta', { contentBlockIndex: 0, delta: { toolUse: { input: 'ich"}' } } }],
  ['contentBlockStop', { contentBlockIndex: 0 }],
  ['messageStop', { stopReason: 'tool_use' }],
  ['metadata', { usage, metrics: { latencyMs: 1 } }],
] as const satisfies readonly Event[];

async function partsOf(fetch: Fetch): Promise<LanguageModelV4StreamPart[]> {
  const { stream } = await provider(fetch)(claude).doStream(call);
  const parts: LanguageModelV4StreamPart[] = [];
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) parts.push(next.value);
  return parts;
}

function same(what: string, found: unknown, wanted: unknown): void {
  const [left, right] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (left !== right) throw new Error(`${what}: found ${left}, wanted ${right}`);
}

export const conformance: readonly (readonly [title: string, run: () => Promise<void>])[] = [
  [
    'a whole answer comes to a signed request',
    async () => {
      const output = { message: { role: 'assistant', content: [{ text: 'Grüße, 世界' }] } };
      const fetch = answering(`/model/${claude}/converse`, json({ output, stopReason: 'end_turn', usage }));
      const { content, finishReason } = await provider(fetch)(claude).doGenerate(call);
      same('content', content, [{ type: 'text', text: 'Grüße, 世界' }]);
      same('reason', finishReason.unified, 'stop');
    },
  ],
  [
    'an API key is sent in place of a signature',
    async () => {
      const output = { message: { role: 'assistant', content: [{ text: 'Yes.' }] } };
      const answer = json({ output, stopReason: 'end_turn', usage });
      const fetch = answering(`/model/${claude}/converse`, answer, 'Bearer key');
      const bedrock = createAmazonBedrock({ region: 'us-east-1', apiKey: 'key', fetch });
      same('content', (await bedrock(claude).doGenerate(call)).content, [{ type: 'text', text: 'Yes.' }]);
    },
  ],
  ...[1, 7, 1000].map(
    (size) =>
      [
        `a streamed answer is read whole from chunks of ${size} bytes`,
        async () => {
          const fetch = answering(`/model/${claude}/converse-stream`, streaming(size, whole));
          const parts = await partsOf(fetch);
          const text = parts.map((part) => (part.type === 'text-delta' ? part.delta : '')).join('');
          same('text', text, 'Grüße, 世界');
          same('last part', parts.at(-1)?.type, 'finish');
        },
      ] as const,
  ),
  [
    "a tool's input is put together from its pieces",
    async () => {
      const messages = toolCall.map((event) => message('event', event));
      const parts = await partsOf(answering(`/model/${claude}/converse-stream`, streaming(50, messages)));
      const found = parts.find((part) => part.type === 'tool-call');
      same('call', [found?.toolName, found?.input], ['weather', '{"city":"Zürich"}']);
    },
  ],
  [
    'an exception in a stream becomes an error part, and the stream does not look finished',
    async () => {
      const fetch = answering(`/model/${claude}/converse-stream`, streaming(50, failing));
      const types = (await partsOf(fetch)).map(({ type }) => type);
      same('error parts', types.filter((type) => type === 'error').length, 1);
      same('text before it', types.filter((type) => type === 'text-delta').length, 1);
    },
  ],
  [
    'vectors come from an embedding model',
    async () => {
      const modelId = 'amazon.titan-embed-text-v2:0';
      const fetch = answering(
        `/model/${modelId}/invoke`,
        json({ embedding: [0.5, -1], inputTextTokenCount: 2 }),
      );
      const { embeddings } = await provider(fetch)
        .embeddingModel(modelId)
        .doEmbed({ values: ['granite'] });
      same('vectors', embeddings, [[0.5, -1]]);
    },
  ],
  [
    'the bytes of an image come whole',
    async () => {
      const modelId = 'amazon.nova-canvas-v1:0';
      const fetch = answering(`/model/${modelId}/invoke`, json({ images: [noiseAsText] }));
      const settings = { aspectRatio: undefined, seed: undefined, files: undefined, mask: undefined };
      const given = { prompt: 'A boat', n: 1, size: '1024x1024' as const, providerOptions: {}, ...settings };
      const { images } = await provider(fetch).imageModel(modelId).doGenerate(given);
      const [image] = images;
      const bytes = typeof image === 'string' ? Uint8Array.from(atob(image), (c) => c.charCodeAt(0)) : image;
      same('bytes', [...(bytes ?? [])], [...noise]);
    },
  ],
  [
    'documents are put in order',
    async () => {
      const results = [
        { index: 1, relevanceScore: 0.9 },
        { index: 0, relevanceScore: 0.1 },
      ];
      const fetch = answering('/rerank', json({ results }));
      const model = provider(fetch).rerankingModel('cohere.rerank-v3-5:0');
      const documents = { type: 'text' as const, values: ['sand', 'granite'] };
      const { ranking } = await model.doRerank({ query: 'stone', documents });
      same('ranking', ranking, results);
    },
  ],
];
