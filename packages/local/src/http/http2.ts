/**
 * HTTP/2 to the service and back. The request body may still arrive while the answer is on its way.
 */
import { isBytes } from '@bedrock-kit/protocol';
import type { IncomingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import { ConnectionReset, headerRecord, type HttpHandler } from './exchange.ts';
import { beforeReset, nodeBody, pairs, writeParts } from './node-streams.ts';

/** Headers of HTTP/1.1 about the connection, which no message of HTTP/2 may have (RFC 9113 section 8.2.2). */
const ofConnection = /^(?:connection|http2-settings|keep-alive|proxy-connection|te|upgrade)$/i;

export async function answerHttp2(
  stream: ServerHttp2Stream,
  received: IncomingHttpHeaders,
  rawHeaders: readonly string[],
  handler: HttpHandler,
): Promise<void> {
  const gone = new AbortController();
  stream.on('close', () => {
    gone.abort();
  });
  stream.on('error', () => undefined);
  try {
    // Node does this for HTTP/1.1 alone (RFC 9110 section 10.1.1).
    if (received.expect === '100-continue') stream.additionalHeaders({ ':status': 100 });
    const reply = await handler({
      protocol: 'HTTP/2',
      method: received[':method'] ?? 'GET',
      target: received[':path'] ?? '/',
      headers: pairs(rawHeaders).filter(([name]) => !name.startsWith(':') || name === ':authority'),
      body: nodeBody(stream),
      signal: gone.signal,
    });
    const headers = reply.headers.filter(([name]) => !ofConnection.test(name));
    if (!stream.destroyed) stream.respond({ ':status': reply.status, ...headerRecord(headers) });
    // Also to a client that has gone, so that the parts come to their end.
    if (!isBytes(reply.body)) await writeParts(stream, reply.body);
    else if (!stream.destroyed) stream.end(reply.body);
  } catch {
    // Only a reset ends here: the service turns every other failure into a reply.
    if (stream.headersSent) await beforeReset(gone.signal);
    // Not `close` with a code: behind an answer that has begun, it ends the stream cleanly before it resets it.
    stream.destroy(new ConnectionReset());
  } finally {
    // What still comes of a body that nobody reads, or read only in part, would hold up the whole connection.
    stream.removeAllListeners('data').resume();
  }
}
