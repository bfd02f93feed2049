// Answers that a fault is to spoil, read down to their bytes and messages; and the kinds that have been shown.
import type { FaultKind, FaultRule } from '../../src/index.ts';
import { asking, decode, openBedrock, partsOf, urlOf } from '../in-process.ts';

export const shown = new Set<FaultKind>();

/** A stream of five words that goes wrong. */
export function stream(fault: FaultRule, text = 'echo one two three four five'): Promise<Response> {
  shown.add(fault.kind);
  return openBedrock({ faults: [fault] }).fetch(urlOf('converse-stream'), asking(text));
}

export function whole(fault: FaultRule): Promise<Response> {
  shown.add(fault.kind);
  return openBedrock({ faults: [fault] }).fetch(urlOf('converse'), asking('echo hi'));
}

export async function flat(response: Response): Promise<Uint8Array> {
  return Buffer.concat(await partsOf(response));
}

/** The intact stream, message by message. */
export async function frames(text?: string): Promise<Uint8Array[]> {
  const response = await openBedrock().fetch(
    urlOf('converse-stream'),
    asking(text ?? 'echo one two three four five'),
  );
  const bytes = await flat(response);
  const list: Uint8Array[] = [];
  for (let offset = 0; offset < bytes.length; ) {
    const length = new DataView(bytes.buffer, bytes.byteOffset + offset).getUint32(0);
    list.push(bytes.subarray(offset, offset + length));
    offset += length;
  }
  return list;
}

export const names = (bytes: readonly Uint8Array[]) =>
  decode(bytes).map(
    ({ headers }) => (headers[':event-type'] ?? headers[':exception-type'] ?? headers[':error-code'])?.value,
  );
