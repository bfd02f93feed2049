// Where bytes stand in a JSON body: all that a serialiser needs of the shape table, in a fraction of its size.
// https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#shape-serialization

/**
 * Where the blobs (base64 in JSON) of a value are: `true` for a member that is a blob, or the tree of its own members. For a
 * list, the tree is that of each item. A member that is not named has no blobs. JSON documents (a tool's input, a schema)
 * are never named, so `{ base64: '…' }` inside them is left as it is.
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

/** Where the blobs are in ConverseRequest and ConverseStreamRequest. */
export const converseRequestBlobs: BlobTree = { messages: message, system };

/** Where the blobs are in ConverseResponse. */
export const converseResponseBlobs: BlobTree = { output: { message } };

/** Where the blobs are in ConverseStreamOutput: the tree of an event's payload stands under the event's name. */
export const converseStreamBlobs: BlobTree = {
  contentBlockDelta: { delta: { reasoningContent: { redactedContent: true }, image: source } },
};

/** Where the blobs are in CountTokensRequest. */
export const countTokensRequestBlobs: BlobTree = {
  input: { invokeModel: { body: true }, converse: { messages: message, system } },
};

/** Where the blobs are in ApplyGuardrailRequest. */
export const applyGuardrailRequestBlobs: BlobTree = { content: { image: source } };

/** Where the blobs are in the events of both InvokeModel streams, in either direction. */
export const invokeStreamBlobs: BlobTree = { chunk: { bytes: true } };
