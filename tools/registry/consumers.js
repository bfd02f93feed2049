// What different people install, and the program that each writes with it. Types are checked on every program.
// `strict` says that the declarations of the packages themselves are checked too (skipLibCheck: false).

import { readFileSync } from 'node:fs';
import { tag } from './registry.js';

// Of the AI SDK and of zod those that the tests of the workspace use.
const { devDependencies: tested } = JSON.parse(
  readFileSync(new URL('../../tests/integration/package.json', import.meta.url), 'utf8'),
);

export const consumers = [
  {
    title: 'the provider with ai, also in the place of @ai-sdk/amazon-bedrock, against a local Bedrock',
    packages: ['@bedrock-kit/provider', '@bedrock-kit/local'],
    others: { ai: tested.ai, zod: tested.zod, '@ai-sdk/amazon-bedrock': `npm:@bedrock-kit/provider@${tag}` },
    strict: false,
    program: `
import { createAmazonBedrock as createByAlias, type AmazonBedrockProviderSettings } from '@ai-sdk/amazon-bedrock';
import { createAmazonBedrock } from '@bedrock-kit/provider';
import { bedrock as bedrock5 } from '@bedrock-kit/provider/ai-5';
import { bedrock as bedrock6 } from '@bedrock-kit/provider/ai-6';
import { createLocalBedrock } from '@bedrock-kit/local';
import { generateText } from 'ai';

const local = createLocalBedrock();
const { accessKeyId, secretAccessKey } = local.credentials;
const settings: AmazonBedrockProviderSettings = { region: local.region, accessKeyId, secretAccessKey, fetch: local.fetch };
const bedrock = createAmazonBedrock(settings);
for (const provider of [bedrock, createByAlias(settings)]) {
  const { text } = await generateText({ model: provider('us.anthropic.claude-haiku-4-5-20251001-v1:0'), prompt: 'Count to five.' });
  if (!text.includes('5')) throw new Error('not counted to five: ' + text);
}

// What an app keeps in a module of its own: the compiler has to find a name for each of these types.
const id = 'us.amazon.nova-lite-v1:0';
export const models = [bedrock(id), bedrock.embedding(id), bedrock.image(id), bedrock.reranking(id)] as const;
export const models6 = [bedrock6(id), bedrock6.embedding(id), bedrock6.image(id), bedrock6.reranking(id)] as const;
export const models5 = [bedrock5(id), bedrock5.embedding(id), bedrock5.image(id)] as const;
const execute = async ({ command = '' }: { command?: string }) => command;
export const tools = [bedrock.tools.bash_20250124({ execute }), bedrock.tools.novaGrounding(), bedrock6.tools.bash_20250124({ execute }), bedrock5.tools.bash_20250124({ execute })] as const;
export const { runtime } = bedrock;
`,
  },
  {
    title: 'sigv4 alone, signing a DynamoDB call',
    packages: ['@bedrock-kit/sigv4'],
    others: {},
    strict: true,
    program: `
import { createSigner, verifyRequest, type SignedRequest } from '@bedrock-kit/sigv4';

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
const signer = createSigner({ service: 'dynamodb', region: 'eu-west-1', credentials });
const url = 'https://dynamodb.eu-west-1.amazonaws.com/';
const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'DynamoDB_20120810.ListTables' };
const signed: SignedRequest = await signer.sign({ method: 'POST', url, headers, body: '{}' });
const verified = await verifyRequest(
  { method: 'POST', url, headers: { host: 'dynamodb.eu-west-1.amazonaws.com', ...signed.headers }, body: '{}' },
  { lookupSecret: () => credentials.secretAccessKey },
);
if (!verified.ok) throw new Error(verified.message);
`,
  },
  {
    title: 'eventstream alone, decoding a stream',
    packages: ['@bedrock-kit/eventstream'],
    others: {},
    strict: true,
    program: `
import { decodeStream, encodeMessage, type Message } from '@bedrock-kit/eventstream';

const frame = encodeMessage({ headers: { ':event-type': { type: 'string', value: 'TranscriptEvent' } }, body: new Uint8Array([123, 125]) });
const source = new ReadableStream<Uint8Array>({
  start(controller) {
    for (const byte of frame) controller.enqueue(new Uint8Array([byte]));
    controller.close();
  },
});
const messages: Message[] = [];
const iterator = decodeStream(source);
for (let next = await iterator.next(); !next.done; next = await iterator.next()) messages.push(next.value);
if (messages.length !== 1 || messages[0]?.body.length !== 2) throw new Error('wrong messages');
`,
  },
  {
    title: 'runtime, protocol and models, without the AI SDK',
    packages: ['@bedrock-kit/runtime', '@bedrock-kit/protocol', '@bedrock-kit/models'],
    others: {},
    strict: true,
    program: `
import { capabilitiesOf, type ModelCapabilities, parseModelId } from '@bedrock-kit/models';
import { endpointFor, validateConverse, type ConverseRequest, type Violation } from '@bedrock-kit/protocol';
import { BedrockError, createBedrockRuntime, type BedrockRuntime } from '@bedrock-kit/runtime';

// As in the types of Bun: a function in place of fetch need not have it.
declare global {
  namespace fetch {
    function preconnect(url: string): void;
  }
}

const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const capabilities: ModelCapabilities = capabilitiesOf(modelId);
const request: ConverseRequest = { modelId, messages: [{ role: 'user', content: [{ text: 'Hello' }] }] };
const violations: Violation[] = validateConverse(request, capabilities);
if (violations.length > 0 || parseModelId(modelId).geography !== 'us') throw new Error('wrong record');
const sent = JSON.stringify({ output: { message: { role: 'assistant', content: [{ text: 'Yes.' }] } }, stopReason: 'end_turn', usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 }, metrics: { latencyMs: 1 } });
const asked: string[] = [];
const bedrock: BedrockRuntime = createBedrockRuntime({
  region: 'eu-west-1',
  apiKey: 'key',
  fetch: async (input) => {
    asked.push(String(input instanceof Request ? input.url : input));
    return new Response(sent, { headers: { 'content-type': 'application/json' } });
  },
});
const { body: answer } = await bedrock.converse(request);
if (answer.stopReason !== 'end_turn') throw new Error('wrong answer');
if (!asked[0]?.startsWith(endpointFor('bedrock-runtime', 'eu-west-1'))) throw new Error('asked ' + asked[0]);
if (BedrockError.isInstance(answer)) throw new Error('an answer is no error');
`,
  },
  {
    title: 'the runtime alone, in an app that exports its calls',
    packages: ['@bedrock-kit/runtime'],
    others: {},
    strict: true,
    program: `
import { createBedrockRuntime, converse, createClient, noAuth } from '@bedrock-kit/runtime';
import { defaultCredentials } from '@bedrock-kit/runtime/credentials';

const answer = JSON.stringify({ output: { message: { role: 'assistant', content: [{ text: 'Yes.' }] } }, stopReason: 'end_turn', usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 }, metrics: { latencyMs: 1 } });
const fetch = async () => new Response(answer, { headers: { 'content-type': 'application/json' } });
const bedrock = createBedrockRuntime({ region: 'eu-west-1', apiKey: 'key', fetch });
const client = createClient({ region: 'eu-west-1', authorize: noAuth, fetch });
const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';

// The compiler has to find a name for each of these types among what the app can import.
export const credentials = defaultCredentials({ profile: 'work' });
export const ask = (text: string) => bedrock.converse({ modelId, messages: [{ role: 'user', content: [{ text }] }] });
export const askAgain = (text: string) => converse(client, { modelId, messages: [{ role: 'user', content: [{ text }] }] });
export const stream = () => bedrock.converseStream({ modelId, messages: [] });
export const rank = (query: string) => bedrock.rerank({ queries: [{ type: 'TEXT', textQuery: { text: query } }], sources: [], rerankingConfiguration: { type: 'BEDROCK_RERANKING_MODEL', bedrockRerankingConfiguration: { modelConfiguration: { modelArn: modelId } } } });
export const jobs = () => bedrock.listAsyncInvokes({});

const { body } = await ask('Hello');
if (body.stopReason !== 'end_turn') throw new Error('wrong answer');
`,
  },
  {
    title: 'one kind of models, in an app that exports them and has nothing else',
    packages: ['embeddings', 'images', 'reranking', 'runtime'].map((name) => `@bedrock-kit/${name}`),
    others: { zod: tested.zod },
    strict: false,
    program: `
import { createEmbeddingModel } from '@bedrock-kit/embeddings';
import { createImageModel } from '@bedrock-kit/images';
import { createRerankingModel } from '@bedrock-kit/reranking';
import { bearerAuth, createClient } from '@bedrock-kit/runtime';

const fetch = async () => new Response(JSON.stringify({ embedding: [0.5], inputTextTokenCount: 1 }));
const client = createClient({ region: 'eu-west-1', authorize: bearerAuth('key'), fetch });
export const embedding = createEmbeddingModel('amazon.titan-embed-text-v2:0', {}, client);
export const image = createImageModel('amazon.nova-canvas-v1:0', {}, client);
export const reranking = createRerankingModel('cohere.rerank-v3-5:0', {}, client);

const { embeddings } = await embedding.doEmbed({ values: ['granite'] });
if (embeddings[0]?.[0] !== 0.5) throw new Error('wrong vector');
`,
  },
  {
    title: 'the packages under the provider, each by itself',
    packages: ['embeddings', 'images', 'reranking', 'invocation', 'converse-mapping', 'runtime'].map(
      (name) => `@bedrock-kit/${name}`,
    ),
    others: { '@ai-sdk/provider': tested['@ai-sdk/provider'], zod: tested.zod },
    strict: false,
    program: `
import type { EmbeddingModelV4, ImageModelV4, RerankingModelV4 } from '@ai-sdk/provider';
import { toConverseRequest } from '@bedrock-kit/converse-mapping';
import { createEmbeddingModel } from '@bedrock-kit/embeddings';
import { createImageModel } from '@bedrock-kit/images';
import { invoke } from '@bedrock-kit/invocation';
import { createRerankingModel } from '@bedrock-kit/reranking';
import { bearerAuth, createClient } from '@bedrock-kit/runtime';

const client = createClient({
  region: 'eu-west-1',
  authorize: bearerAuth('key'),
  fetch: async () => new Response(JSON.stringify({ embedding: [0.5], inputTextTokenCount: 1 })),
});
const embedding: EmbeddingModelV4 = createEmbeddingModel('amazon.titan-embed-text-v2:0', {}, client);
const image: ImageModelV4 = createImageModel('amazon.nova-canvas-v1:0', {}, client);
const reranking: RerankingModelV4 = createRerankingModel('cohere.rerank-v3-5:0', {}, client);
const { embeddings } = await embedding.doEmbed({ values: ['granite'] });
if (embeddings[0]?.[0] !== 0.5) throw new Error('wrong vector');
if (image.maxImagesPerCall === undefined || reranking.provider === '') throw new Error('no members');
if (typeof toConverseRequest !== 'function' || typeof invoke !== 'function') throw new Error('not installed');
`,
  },
];

/** The compilers under which the types of each program must hold, and the module resolutions with their kind of modules. */
export const compilers = ['typescript54', 'typescript59', 'typescript60', 'typescript70'].map((compiler) => ({
  compiler,
  resolutions: {
    node16: 'node16',
    nodenext: 'nodenext',
    bundler: 'esnext',
    // Deprecated with TypeScript 6, and gone with 7.
    ...(compiler < 'typescript60' ? { node10: 'esnext' } : {}),
  },
}));
