// Where bytes stand in a JSON body: all that a serialiser needs of the shape table, in a fraction of its size.
// https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#shape-serialization

/**
 * Member name → `true` where the value is a blob (base64 in JSON), or the tree below it. Lists are passed through: a
 * tree stands for each item. A member that is not named holds no blob. JSON documents (a tool's input, a schema) are
 * never named, so `{ base64: '…' }` inside them is left alone.
 */
export interface BlobTree {
  readonly [member: string]: true | BlobTree;
}

const source: BlobTree = { source: { bytes: true } };

const toolResult: BlobTree = { content: { image: source, document: source, video: source } };

const message: BlobTree = {
  content: {
    image: source,
    document: source,
    video: source,
    audio: source,
    toolResult,
    guardContent: { image: source },
    reasoningContent: { redactedContent: true },
  },
};

const system: BlobTree = { guardContent: { image: source } };

/** Of ConverseRequest and ConverseStreamRequest. */
export const converseRequestBlobs: BlobTree = { messages: message, system };

/** Of ConverseResponse. */
export const converseResponseBlobs: BlobTree = { output: { message } };

/** Of ConverseStreamOutput: the tree of an event's payload stands under the event's name. */
export const converseStreamBlobs: BlobTree = {
  contentBlockDelta: { delta: { reasoningContent: { redactedContent: true }, image: source } },
};

/** Of CountTokensRequest. */
export const countTokensRequestBlobs: BlobTree = {
  input: { invokeModel: { body: true }, converse: { messages: message, system } },
};

/** Of ApplyGuardrailRequest. */
export const applyGuardrailRequestBlobs: BlobTree = { content: { image: source } };

/** Of the events of both InvokeModel streams, in either direction. */
export const invokeStreamBlobs: BlobTree = { chunk: { bytes: true } };
