// The public names of @bedrock-kit/eventstream.

export { decodeBatches, type DecodeOptions } from './decode-batches.ts';
export { decodeMessage } from './decode-message.ts';
export { decodeStream } from './decode-stream.ts';
export { type DecoderOptions, EventStreamDecoder } from './decoder.ts';
export { encodeMessage } from './encode-message.ts';
export { EventStreamError, type EventStreamErrorCode, type EventStreamErrorPlace } from './errors.ts';
export type { LimitOptions } from './limits.ts';
export type { Headers, HeaderValue, Message, MessageInput } from './message.ts';
export { readEvent, type StreamEvent } from './stream-event.ts';
export { EventStreamDecoderStream, EventStreamEncoderStream } from './streams.ts';
