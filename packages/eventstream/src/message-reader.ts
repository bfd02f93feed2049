// Takes messages one by one out of chunks that are cut anywhere, at a cost linear in their bytes.
// https://smithy.io/2.0/aws/amazon-eventstream.html#wire-format

import { checkBytes } from './bytes.ts';
import { messageAt, refuseTorn } from './decode-message.ts';
import type { HeaderMemo } from './header-memo.ts';
import { type LimitOptions, maxMessageBytesOf, preludeBytes } from './limits.ts';
import type { Message } from './message.ts';
import { messageLengthAt } from './prelude.ts';

/**
 * Reads one stream: `feed` a chunk, `take` its messages until there is none, feed the next. Messages before a fault are
 * taken before it is thrown; after it the reader is of no use any more.
 */
export interface MessageReader {
  /** Gives a chunk, the one before having been read to its end. */
  feed(next: Uint8Array): void;
  /** Returns the next message that is complete by now, or throws for what is none. */
  take(): Message | undefined;
  /** Says that no chunk follows; throws where the last one ended within a message. */
  end(): void;
}

export function messageReader(options: LimitOptions | undefined): MessageReader {
  const limit = maxMessageBytesOf(options);
  const memo: HeaderMemo = [];
  let chunk: Uint8Array = new Uint8Array();
  /** Where the chunk begins in the stream, and how far it has been read. */
  let base = 0;
  let at = 0;
  /** Memory for the message that the last chunk ended in: for its prelude, and once that is known, for all of it. */
  let pending: Uint8Array | undefined;
  /** How many bytes of it are there. */
  let filled = 0;

  return {
    feed(next) {
      checkBytes(next);
      base += chunk.length;
      chunk = next;
      at = 0;
    },

    take() {
      while (at < chunk.length) {
        const rest = chunk.length - at;
        if (!pending) {
          const length = rest < preludeBytes ? preludeBytes : messageLengthAt(chunk, at, base, limit);
          if (length <= rest) {
            const message = messageAt(chunk, at, length, base, memo);
            // Only now: a fault behind messages of the same batch is found again when those have been delivered.
            at += length;
            return message;
          }
          pending = new Uint8Array(length);
          filled = 0;
        }
        const count = Math.min(pending.length - filled, rest);
        pending.set(count === chunk.length ? chunk : chunk.subarray(at, at + count), filled);
        filled += count;
        at += count;
        if (filled === pending.length) {
          const offset = base + at - filled;
          const complete = pending;
          pending = undefined;
          // No message is as short as a prelude, so the length tells which of them is complete.
          if (filled > preludeBytes) return messageAt(complete, 0, filled, offset, memo);
          pending = new Uint8Array(messageLengthAt(complete, 0, offset, limit));
          pending.set(complete);
        }
      }
      return undefined;
    },

    end() {
      if (pending) refuseTorn(pending.subarray(0, filled), base + at - filled, pending.length);
    },
  };
}
