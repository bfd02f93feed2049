// Random calls: prompts of all kinds of parts, tools, histories of other providers, turns that were interrupted.
import type {
  JSONSchema7,
  JSONValue,
  LanguageModelV4CallOptions,
  LanguageModelV4Prompt,
} from '@ai-sdk/provider';
import fc from 'fast-check';
import { options, point, settings } from './arbitrary-options.ts';
import { bedrock } from './messages.ts';

type Message = LanguageModelV4Prompt[number];
type Content<Role extends Message['role']> = Extract<Message, { role: Role }>['content'][number];

const text = fc.oneof(
  { weight: 6, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 2, arbitrary: fc.constantFrom('', ' ', '\n\t', 'a ', ' b', 'Grüße 👋 ') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);

const toolName = fc.constantFrom(
  'weather',
  'my.tool/with spaces',
  'json',
  'x'.repeat(80),
  'mcp__a__b',
  '',
  'ä',
);
const toolId = fc.oneof(
  fc.constantFrom('a1', 'a2', 'call_1|fc_1', 'functions.search:0', 'x'.repeat(70), '', 'tooluse_AbC-1'),
  fc.string({ maxLength: 6 }),
);

const partOptions = fc.option(
  fc.oneof(
    fc.record({ bedrock: fc.record({ cachePoint: point }) }),
    fc.record({ amazonBedrock: fc.record({ guardContent: fc.boolean() }) }),
    fc.constant({ bedrock: { citations: { enabled: true } } }),
    fc.constant({ anthropic: { cacheControl: { type: 'ephemeral' } } }),
    fc.constant({ openai: { itemId: 'rs_1' } }),
    fc.record({
      bedrock: fc.record({ searchResult: fc.constant({ source: 'https://a.example', title: 'A' }) }),
    }),
    fc.record({
      bedrock: fc.record({
        guardContent: fc.constant(true),
        guardContentQualifiers: fc.constantFrom(['query'], ['grounding_source', 'guard_content']),
      }),
    }),
    fc.constant({ bedrock: { context: 'A report.', bucketOwner: '123456789012' } }),
  ),
  { nil: undefined, freq: 4 },
);

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 1]);
const files = fc.constantFrom(
  { mediaType: 'image/png', data: { type: 'data' as const, data: png } },
  { mediaType: 'image', data: { type: 'data' as const, data: png } },
  { mediaType: 'image/*', data: { type: 'data' as const, data: 'iVBORw0KGgo=' } },
  { mediaType: 'image/jpg', data: { type: 'data' as const, data: '/9j/4AA=' } },
  { mediaType: 'application/pdf', data: { type: 'data' as const, data: 'JVBERi0=' } },
  { mediaType: 'text/plain; charset=utf-8', data: { type: 'text' as const, text: 'hello' } },
  { mediaType: 'application/json', data: { type: 'text' as const, text: '{}' } },
  { mediaType: 'application/pdf', data: { type: 'data' as const, data: new Uint8Array() } },
  { mediaType: 'application/pdf', data: { type: 'url' as const, url: new URL('s3://bucket/k.pdf') } },
  { mediaType: 'video/mp4', data: { type: 'data' as const, data: 'AAAA' } },
  { mediaType: 'video', data: { type: 'url' as const, url: new URL('s3://bucket/k.mov') } },
  { mediaType: 'audio/mpeg', data: { type: 'data' as const, data: new Uint8Array([73, 68, 51]) } },
  {
    mediaType: 'image/png',
    data: { type: 'reference' as const, reference: { bedrock: 's3://bucket/k.png' } },
  },
  { mediaType: 'image/tiff', data: { type: 'data' as const, data: 'AAAA' } },
);
const filename = fc.option(
  fc.oneof(
    fc.constantFrom(
      'a.pdf',
      'report v1.2.pdf',
      '.pdf',
      '报告.pdf',
      "John's  résumé　x.txt",
      '/Users/me/SOP.pdf',
      'document-1.pdf',
    ),
    text,
  ),
  { nil: undefined },
);
const file = fc
  .record({ file: files, filename, providerOptions: partOptions })
  .map(({ file: { mediaType, data }, filename, providerOptions }) => ({
    type: 'file' as const,
    mediaType,
    data,
    ...given({ filename, providerOptions }),
  }));

function given<T extends object>(value: T): { [key in keyof T]: Exclude<T[key], undefined> } {
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  // Only members with the value undefined are gone, which exactOptionalPropertyTypes asks for.
  return Object.fromEntries(entries) as { [key in keyof T]: Exclude<T[key], undefined> };
}

const textPart = fc
  .record({ text, providerOptions: partOptions })
  .map(({ text, providerOptions }) => ({ type: 'text' as const, text, ...given({ providerOptions }) }));

const reasoning = fc
  .record({
    text,
    providerOptions: fc.constantFrom(
      undefined,
      { bedrock: { signature: 'c2ln' } },
      { bedrock: { redactedContent: 'AAEC' } },
      { bedrock: { redactedData: 'AAEC' } },
      { anthropic: { signature: 'foreign' } },
      { openai: { reasoningEncryptedContent: 'x' } },
    ),
  })
  .map(({ text, providerOptions }) => ({ type: 'reasoning' as const, text, ...given({ providerOptions }) }));

const toolCall = fc
  .record({
    toolCallId: toolId,
    toolName,
    input: fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant(undefined)),
    providerExecuted: fc.constantFrom(undefined, undefined, true),
  })
  .map(({ providerExecuted, ...call }) => ({
    type: 'tool-call' as const,
    ...call,
    ...given({ providerExecuted }),
  }));

// JSON.parse(JSON.stringify()) makes a value that JSON can hold out of one that fast-check calls JSON, such as -0.
const json = fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as JSONValue);
const output = fc.oneof(
  fc.record({ type: fc.constantFrom('text' as const, 'error-text' as const), value: text }),
  fc.record({ type: fc.constantFrom('json' as const, 'error-json' as const), value: json }),
  fc.constant({ type: 'execution-denied' as const }),
  fc.record({
    type: fc.constant('content' as const),
    value: fc.array(
      fc.oneof(
        text.map((text) => ({ type: 'text' as const, text })),
        files.map(({ mediaType, data }) => ({ type: 'file' as const, mediaType, data })),
        fc.constant({ type: 'custom' as const }),
      ),
      { maxLength: 3 },
    ),
  }),
);
const toolResult = fc
  .record({ toolCallId: toolId, toolName, output, providerOptions: partOptions })
  .map(({ providerOptions, ...result }) => ({
    type: 'tool-result' as const,
    ...result,
    ...given({ providerOptions }),
  }));

const message: fc.Arbitrary<Message> = fc.oneof(
  fc.record({
    role: fc.constant('user' as const),
    content: fc.array(fc.oneof(textPart, textPart, file), { maxLength: 4 }),
  }),
  fc.record({
    role: fc.constant('assistant' as const),
    content: fc.array(
      fc.oneof<fc.Arbitrary<Content<'assistant'>>[]>(
        textPart,
        reasoning,
        toolCall,
        toolResult,
        file,
        fc.constant({ type: 'custom' as const, kind: 'openai.compaction' as const }),
        fc.constant({
          type: 'custom' as const,
          kind: 'bedrock.searchResult' as const,
          providerOptions: {
            bedrock: {
              block: { searchResult: { source: 's', title: 't', content: [{ text: 'found' }] } },
            },
          },
        }),
      ),
      { maxLength: 5 },
    ),
  }),
  fc.record({
    role: fc.constant('tool' as const),
    content: fc.array(
      fc.oneof(
        toolResult,
        fc.constant({ type: 'tool-approval-response' as const, approvalId: 'p', approved: true }),
      ),
      { maxLength: 3 },
    ),
  }),
  fc.record({ content: text, providerOptions: partOptions }).map(({ content, providerOptions }) => ({
    role: 'system' as const,
    content,
    ...given({ providerOptions }),
  })),
);

const inputSchema = fc.constantFrom<JSONSchema7[]>(
  {
    type: 'object' as const,
    properties: { a: { type: 'integer' as const, maximum: 2 ** 63 } },
  },
  {},
  {
    anyOf: [
      { type: 'object' as const, properties: { a: {} } },
      { type: 'object' as const, required: ['b'] },
    ],
  },
  {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object' as const,
    additionalProperties: false,
  },
  // As MCP servers send it, whatever the type of a schema says.
  JSON.parse('{"type":"object","properties":null,"required":{}}') as JSONSchema7,
  {
    $ref: '#/definitions/I',
    definitions: { I: { type: 'object' as const, properties: { x: { oneOf: [{}] } } } },
  },
  {
    type: 'object' as const,
    properties: { tree: { $ref: '#/$defs/T' } },
    $defs: { T: { type: 'object' as const, properties: { left: { $ref: '#/$defs/T' } } } },
  },
  {
    type: 'object' as const,
    properties: { $top: {}, 'filter[name]': { title: 'Name' }, größe: {}, ['x'.repeat(65)]: {} },
    required: ['$top'],
  },
);
const tool = fc
  .record({
    name: toolName,
    inputSchema,
    description: fc.constantFrom(undefined, '', 'Does.'),
    strict: fc.constantFrom(undefined, true),
    providerOptions: partOptions,
  })
  .map(({ name, inputSchema, ...rest }) => ({
    type: 'function' as const,
    name,
    inputSchema,
    ...given(rest),
  }));
const nativeTool = fc.constantFrom(
  { type: 'provider' as const, id: 'anthropic.bash_20250124' as const, name: 'shell', args: {} },
  { type: 'provider' as const, id: 'anthropic.web_search_20250305' as const, name: 'web_search', args: {} },
  { type: 'provider' as const, id: 'bedrock.nova_grounding' as const, name: 'grounding', args: {} },
);

export const arbitraryCall: fc.Arbitrary<LanguageModelV4CallOptions> = fc
  .record({
    prompt: fc.array(message, { minLength: 1, maxLength: 7 }),
    tools: fc.uniqueArray(fc.oneof({ weight: 4, arbitrary: tool }, { weight: 1, arbitrary: nativeTool }), {
      maxLength: 3,
      selector: ({ name }) => name,
    }),
    settings,
    options,
  })
  .map(({ prompt, tools, settings, options }) => ({
    prompt,
    tools,
    ...given(settings),
    ...(options !== undefined && { providerOptions: bedrock(options) }),
  }));
