// Random event sequences, legal and not: blocks that change kind, deltas without start, missing stops, unknown members.
import fc from 'fast-check';

const index = fc.constantFrom<unknown[]>(0, 0, 1, 2, undefined, null, '0', -1);
const blob = fc.constantFrom<unknown[]>('AAEC', { base64: 'Aw==' }, new Uint8Array([1, 2]), 'not base64!', 5);
const citation = fc.constantFrom<unknown[]>(
  {
    title: 't',
    sourceContent: [{ text: 'quoted' }],
    location: { documentPage: { documentIndex: 0, start: 1 } },
  },
  { source: 'https://a.example/x', location: { web: { url: 'https://a.example/x' } } },
  { sourceContent: null, location: 3 },
  {},
);
const fragment = fc.constantFrom('', '{"a"', ':1}', '{}', 'x', '[1]', '{"value": [1]', '}', ' ');
const text = fc.oneof(fc.string({ maxLength: 6 }), fragment);

const delta = fc.oneof(
  text.map((text) => ({ text })),
  fragment.map((input) => ({ toolUse: { input } })),
  fc.constantFrom<unknown[]>(
    { toolUse: {} },
    { toolUse: null },
    { toolResult: [{ text: 'r' }, { json: { a: 1 } }, null] },
    { toolResult: {} },
    { image: { source: { bytes: 'AAEC' } } },
    { image: { error: { message: 'no' } } },
    { futureThing: {} },
    {},
    null,
    7,
  ),
  text.map((text) => ({ reasoningContent: { text } })),
  fc.constant({ reasoningContent: { signature: 'sig' } }),
  fc.constant({ reasoningContent: { text: 'r', signature: 'both' } }),
  blob.map((redactedContent) => ({ reasoningContent: { redactedContent } })),
  citation.map((citation) => ({ citation })),
  fc.tuple(text, citation).map(([text, citation]) => ({ text, citation })),
);

const name = fc.constantFrom('json', 'weather', 'nova_grounding', '', 'unheard_of');
const start = fc.oneof(
  fc
    .tuple(fc.constantFrom('t1', 't2', ''), name, fc.constantFrom(undefined, 'server_tool_use'))
    .map(([toolUseId, name, type]) => ({ toolUse: { toolUseId, name, ...(type && { type }) } })),
  fc.constantFrom<unknown[]>(
    { toolUse: {} },
    { toolResult: { toolUseId: 't1', type: 'nova_grounding_result' } },
    { toolResult: { status: 'error' } },
    { image: { format: 'png' } },
    { image: {} },
    { futureThing: { a: 1 } },
    {},
    null,
  ),
);

export const arbitraryEvent: fc.Arbitrary<object> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(index, delta)
      .map(([contentBlockIndex, delta]) => ({ contentBlockDelta: { contentBlockIndex, delta } })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(index, start)
      .map(([contentBlockIndex, start]) => ({ contentBlockStart: { contentBlockIndex, start } })),
  },
  { weight: 3, arbitrary: index.map((contentBlockIndex) => ({ contentBlockStop: { contentBlockIndex } })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<object[]>(
      { messageStart: { role: 'assistant' } },
      { messageStart: null },
      { metadata: { usage: { inputTokens: 1, outputTokens: 2, totalTokens: 3 }, metrics: { latencyMs: 1 } } },
      { metadata: { usage: { inputTokens: null, cacheDetails: [{}] } } },
      { metadata: null },
      { futureEvent: { p: 'abc' } },
      {},
      { contentBlockDelta: null },
      { contentBlockStart: undefined },
      { p: 'abcdef' },
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('end_turn', 'tool_use', 'max_tokens', 'malformed_tool_use', 'brand_new', undefined, 3)
      .map((stopReason) => ({ messageStop: { stopReason } })),
  },
);

export const arbitraryException: fc.Arbitrary<object> = fc.constantFrom(
  { throttlingException: { message: 'slow down' } },
  { ModelTimeoutException: { Message: 'late' } },
  { unheardOfException: null },
);
