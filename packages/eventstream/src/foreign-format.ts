// Names what was sent in place of an event stream: the error page of a proxy, a JSON error, server-sent events.
// https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream

import { refuse } from './errors.ts';

/** Throws if these bytes, which should be the first of a message, are the beginning of another format. */
export function refuseForeign(bytes: Uint8Array, offset: number): void {
  // A message begins with a byte of 0 or 1, because its length is below 2^25; text begins with something visible.
  const text = new TextDecoder().decode(bytes).trimStart();
  const fail = (found: string): never => refuse('not-event-stream', offset, 'a message', found);
  if (/^</.test(text)) fail('HTML or XML');
  if (/^["[{]/.test(text)) fail('JSON');
  if (/^(data|event|id|retry)?:/.test(text)) fail('server-sent events');
}
