// The two functions that iterate a stream: what one does the other does too.
import {
  type ByteSource,
  decodeBatches,
  type DecodeOptions,
  decodeStream,
  type Message,
} from '../src/index.ts';

type Read = (source: ByteSource, options?: DecodeOptions) => AsyncIterableIterator<Message | Message[]>;

export const both: (readonly [string, Read])[] = [
  ['decodeStream', decodeStream],
  ['decodeBatches', decodeBatches],
];
