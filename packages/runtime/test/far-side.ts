// The far side of the wire for tests: a real HTTP server on loopback that counts its sockets, and real frames to answer with.
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { encodeMessage, type MessageHeaders } from '@bedrock-kit/eventstream';

export interface Received {
  readonly method: string;
  /** Path and query as they came. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export type Handler = (request: Received, response: ServerResponse) => void | Promise<void>;

export interface FarSide extends AsyncDisposable {
  readonly url: string;
  readonly requests: Received[];
  /** Sockets that have carried a request and are open now. One that has not may be open too: undici connects ahead after an abort. */
  readonly sockets: ReadonlySet<Socket>;
}

export async function farSide(handler: Handler): Promise<FarSide> {
  const requests: Received[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((message, response) => {
    sockets.add(message.socket);
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of message) chunks.push(chunk as Buffer); // no encoding is set, so chunks are buffers
      const { method = '', url = '', headers } = message;
      const request = { method, url, headers, body: Buffer.concat(chunks) };
      requests.push(request);
      await handler(request, response);
    })().catch(() => response.destroy());
  });
  server.on('connection', (socket) => {
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined); // a client that goes away is what some tests are about
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // listening on TCP, so the address is one
    requests,
    sockets,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export const eventStreamType = 'application/vnd.amazon.eventstream';

const text = (value: string) => ({ type: 'string', value }) as const;

export function frame(headers: Readonly<Record<string, string>>, body = ''): Uint8Array {
  const typed: MessageHeaders = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, text(value)]),
  );
  return encodeMessage({ headers: typed, body: new TextEncoder().encode(body) });
}

export function event(name: string, payload: unknown): Uint8Array {
  return frame(
    { ':event-type': name, ':content-type': 'application/json', ':message-type': 'event' },
    JSON.stringify(payload),
  );
}

export function exception(name: string, payload: string): Uint8Array {
  return frame(
    { ':exception-type': name, ':content-type': 'application/json', ':message-type': 'exception' },
    payload,
  );
}

export function errorFrame(code: string, message: string): Uint8Array {
  return frame({ ':error-code': code, ':error-message': message, ':message-type': 'error' });
}

export const delta = (value: string): Uint8Array =>
  event('contentBlockDelta', { contentBlockIndex: 0, delta: { text: value }, p: 'abcdefgh' });

/** A whole answer of one text block. */
export function answer(...texts: string[]): Uint8Array[] {
  return [
    event('messageStart', { role: 'assistant', p: 'abc' }),
    ...texts.map(delta),
    event('contentBlockStop', { contentBlockIndex: 0, p: 'abcdefghijklm' }),
    event('messageStop', { stopReason: 'end_turn', p: 'a' }),
    event('metadata', {
      usage: { inputTokens: 1, outputTokens: texts.length, totalTokens: 1 + texts.length },
      metrics: { latencyMs: 5 },
    }),
  ];
}

export const bytesOf = (frames: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(frames));

/** A response whose body comes in exactly these chunks. */
export function streamResponse(
  chunks: readonly Uint8Array[],
  headers: Record<string, string> = {},
): Response {
  const waiting = [...chunks];
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = waiting.shift();
      if (chunk) controller.enqueue(chunk);
      else controller.close();
    },
  });
  return new Response(body, {
    headers: { 'content-type': eventStreamType, 'x-amzn-requestid': 'r-1', ...headers },
  });
}

/** A fetch that answers with one response after another and remembers what it was asked. */
export function fakeFetch(...responses: (Response | (() => Response | Promise<Response>))[]): {
  readonly fetch: typeof fetch;
  readonly calls: { readonly url: string; readonly init: RequestInit }[];
} {
  const calls: { url: string; init: RequestInit }[] = [];
  return {
    calls,
    fetch: async (input, init = {}) => {
      calls.push({ url: input instanceof Request ? input.url : String(input), init });
      const next = responses.shift();
      if (!next) throw new Error('No answer is left for this request.');
      return typeof next === 'function' ? next() : next;
    },
  };
}

export const json = (
  body: unknown,
  init: { status?: number; headers?: Record<string, string> } = {},
): Response =>
  new Response(JSON.stringify(body), {
    ...init,
    headers: { 'content-type': 'application/json', ...init.headers },
  });

/** Everything that an error says, for comparing it whole. */
export function fieldsOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) throw new Error(`${String(error)} is no error.`);
  return { ...Object.fromEntries(Object.entries(error)), name: error.name, message: error.message };
}
