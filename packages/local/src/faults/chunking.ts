/**
 * Faults of the transport: the same bytes, cut where a reader least expects it, or sent slowly.
 */
import { joined } from '../bytes.ts';
import { sleep } from '../sleep.ts';
import type { Fault, FaultOf } from './fault.ts';

type Parts = AsyncIterable<Uint8Array>;

/** Applies every `chunks` and `trickle` among the faults. */
export function cutBody(parts: Parts, faults: readonly Fault[], signal: AbortSignal): Parts {
  let body = parts;
  for (const fault of faults) {
    if (fault.kind === 'chunks') body = cut(body, fault.sizes);
    else if (fault.kind === 'trickle') body = trickle(body, fault, signal);
  }
  return body;
}

/** True when {@link cutBody} would change the body. */
export function cutsBody(faults: readonly Fault[]): boolean {
  return faults.some((fault) => fault.kind === 'chunks' || fault.kind === 'trickle');
}

function cut(parts: Parts, sizes: FaultOf<'chunks'>['sizes']): Parts {
  if (sizes === 'prelude') return cutPreludes(parts);
  if (sizes === 'utf-8') return cutCharacters(parts);
  return resize(parts, typeof sizes === 'number' ? [sizes] : sizes);
}

/** Pieces of the given sizes in turn, whatever the pieces were before. */
async function* resize(parts: Parts, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let turn = 0;
  let held: Uint8Array = new Uint8Array(0);
  for await (const part of parts) {
    let rest = joined([held, part]);
    for (;;) {
      const size = sizes[turn % sizes.length] ?? 1;
      if (rest.length < size) break;
      yield rest.subarray(0, size);
      rest = rest.subarray(size);
      turn += 1;
    }
    held = rest;
  }
  if (held.length > 0) yield held;
}

/** How far into the twelve bytes of the prelude the cut lies: inside the second length. */
const insidePrelude = 6;

/** The stream cut inside the prelude of every message; each part must begin with a message. */
async function* cutPreludes(parts: Parts): AsyncGenerator<Uint8Array> {
  let held: Uint8Array = new Uint8Array(0);
  for await (const part of parts) {
    let start = 0;
    const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
    for (let frame = 0; frame + 4 <= part.length; frame += Math.max(view.getUint32(frame), 16)) {
      const end = Math.min(frame + insidePrelude, part.length);
      yield joined([held, part.subarray(start, end)]);
      held = new Uint8Array(0);
      start = end;
    }
    held = joined([held, part.subarray(start)]);
  }
  if (held.length > 0) yield held;
}

/** The stream cut after the first byte of every character that has several. */
async function* cutCharacters(parts: Parts): AsyncGenerator<Uint8Array> {
  for await (const part of parts) {
    let start = 0;
    for (let index = 0; index < part.length; index += 1) {
      const byte = part[index] ?? 0;
      // The lead bytes of UTF-8 (RFC 3629 section 4); one that follows in a checksum or a length is cut all the same.
      if (byte >= 0xc2 && byte <= 0xf4 && ((part[index + 1] ?? 0) & 0xc0) === 0x80) {
        yield part.subarray(start, index + 1);
        start = index + 1;
      }
    }
    if (start < part.length) yield part.subarray(start);
  }
}

async function* trickle(
  parts: Parts,
  fault: FaultOf<'trickle'>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const { bytes = 1, everyMs = 10 } = fault;
  for await (const piece of resize(parts, [Math.max(bytes, 1)])) {
    yield piece;
    await sleep(everyMs, signal);
  }
}
