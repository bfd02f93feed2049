/**
 * HTTP/1.1 to the service and back.
 */
import { isBytes } from '@bedrock-kit/protocol';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HeaderPair, HttpHandler } from './exchange.ts';
import { beforeReset, nodeBody, pairs, writeParts } from './node-streams.ts';

const hostMissing = { status: 400, message: 'The request is not valid HTTP/1.1: it has no header host.' };

/** RFC 9112 section 3.2. */
function lacksHost({ headers, httpVersion }: IncomingMessage): boolean {
  return headers.host === undefined && httpVersion === '1.1';
}

export async function answerHttp1(
  request: IncomingMessage,
  response: ServerResponse,
  handler: HttpHandler,
): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  response.on('error', () => undefined);
  request.on('error', () => undefined);
  try {
    const reply = await handler({
      protocol: 'HTTP/1.1',
      method: request.method ?? 'GET',
      target: originForm(request.url),
      headers: pairs(request.rawHeaders),
      body: nodeBody(request),
      signal: gone.signal,
      refusal: lacksHost(request) ? hostMissing : undefined,
    });
    response.sendDate = false;
    response.writeHead(reply.status, flat(reply.headers));
    if (isBytes(reply.body)) response.end(reply.body);
    else await writeParts(response, reply.body);
  } catch {
    // Only a cut connection ends here, cut by a fault or by the client: the service turns every other failure into a reply.
    if (response.headersSent) await beforeReset(gone.signal);
    request.socket.resetAndDestroy();
  } finally {
    if (!request.complete) passRest(request);
  }
}

/**
 * After an answer that came before the whole body was read: lets the rest pass, so that the connection can be used
 * again, but not for ever.
 */
function passRest(request: IncomingMessage): void {
  request.resume();
  const timer = setTimeout(() => {
    if (!request.complete) request.socket.destroy();
  }, 1000);
  timer.unref();
}

/** A client that takes this server for a proxy sends the host, too, which must be accepted (RFC 9112 section 3.2.2). */
function originForm(target = '/'): string {
  return target.replace(/^https?:\/\/[^/?]*\/?/i, '/');
}

function flat(headers: readonly HeaderPair[]): string[] {
  return headers.flatMap(([name, value]) => [name, value]);
}
