// The public names of @bedrock-kit/eventstream.

export type { ByteSource } from './chunk-reader.ts';
export { decodeMessage } from './decode-message.ts';
export { decodeBatches, decodeStream } from './decode-stream.ts';
export { EventStreamDecoder } from './decoder.ts';
export { encodeMessage } from './encode-message.ts';
export { EventStreamError, type EventStreamErrorCode } from './errors.ts';
export type { LimitOptions } from './limits.ts';
export type { Message, MessageHeaders, MessageHeaderValue, MessageInput } from './message.ts';
export type { DecodeOptions } from './message-iterator.ts';
export { readEvent, type StreamEvent } from './stream-event.ts';
export { EventStreamDecoderStream, EventStreamEncoderStream } from './streams.ts';
