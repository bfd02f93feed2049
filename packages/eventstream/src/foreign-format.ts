// Names what was sent in place of an event stream: the error page of a proxy, a JSON error, server-sent events.
// https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream

/** The formats that are recognised. */
export type ForeignFormat = 'HTML or XML' | 'JSON' | 'server-sent events' | 'gzip' | 'plain text';

/** Returns the format of which these bytes are the beginning; undefined where they are not text of any kind. */
export function foreignFormat(bytes: Uint8Array): ForeignFormat | undefined {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip';
  // `stream`: a character that is cut off at the end is no fault.
  const text = new TextDecoder().decode(bytes, { stream: true });
  // No control character and nothing that is not UTF-8. A message begins with a zero byte, its length being below 2^24.
  if (!/^[\t\n\r -~\xa0-\ufffc]+$/.test(text)) return undefined;
  const start = text.trimStart();
  if (start.startsWith('<')) return 'HTML or XML';
  if (/^(?::|data|event|id:|retry)/.test(start)) return 'server-sent events';
  if (/^[[{"]/.test(start)) return 'JSON';
  return 'plain text';
}
