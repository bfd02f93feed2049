/**
 * HTTP/1.1 and HTTP/2 with prior knowledge on one port: the first bytes of a connection say which it is.
 *
 * An HTTP/2 client with prior knowledge opens with the preface `PRI * HTTP/2.0` (RFC 9113 section 3.4), which no
 * HTTP/1.1 request line can be. AWS's client speaks this to an `http://` endpoint by default.
 */
import {
  createServer as createHttp1,
  type IncomingMessage,
  type Server as Http1Server,
  STATUS_CODES,
} from 'node:http';
import { createServer as createHttp2, type Http2Server, type ServerHttp2Session } from 'node:http2';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
// Not the global ones, which a test with fake timers holds still.
import { clearTimeout, setImmediate, setTimeout } from 'node:timers';
import { LocalBedrockError } from '../errors.ts';
import { wholeBody } from './body.ts';
import { ConnectionReset, type HttpHandler } from './exchange.ts';
import { answerHttp1 } from './http1.ts';
import { answerHttp2 } from './http2.ts';
import { pairs } from './node-streams.ts';

/** A server that is listening. `await using` closes it. */
export interface ListeningServer extends AsyncDisposable {
  /** The endpoint for clients, such as `http://127.0.0.1:4280`. */
  readonly url: string;
  /** The port that was given, or the free one that was found. */
  readonly port: number;
  /** Lets the process end although the server is still listening. */
  unref(): void;
  /** Ends idle connections at once and the others after their answers, but after a second at the latest. */
  close(): Promise<void>;
}

/** Where to listen, and how much to take. */
export interface ListenSettings {
  readonly port: number;
  readonly host: string;
  readonly handler: HttpHandler;
}

/** Node's own limits, written down: a slow or endless head must not hold a socket for ever. */
const limits = {
  maxHeaderSize: 64 * 1024,
  headersTimeout: 30_000,
  requestTimeout: 300_000,
  keepAliveTimeout: 60_000,
  // A request without one would be refused without a word, and without the service.
  requireHostHeader: false,
};

/** How long a connection may say nothing before its first byte. */
const firstByteTimeout = 30_000;

export async function listenOn(settings: ListenSettings): Promise<Omit<ListeningServer, symbol>> {
  const connections = new Set<Socket>();
  let background = false;
  let closed: Promise<void> | undefined;
  const http1 = http1Server(settings.handler);
  const { http2, sessions } = http2Server(settings.handler);
  const server = createServer({ noDelay: true, allowHalfOpen: true }, (socket) => {
    connections.add(socket);
    if (background) socket.unref();
    socket.once('close', () => connections.delete(socket));
    // A broken connection is the client's affair; without a listener it would end the process.
    socket.on('error', () => undefined);
    sniff(socket, http1, http2, settings.handler);
  });
  // This server says of itself that it does not listen, and Deno 2.9 ends each connection of such a server after one answer.
  Object.defineProperty(http1, 'listening', { get: () => server.listening });
  await start(server, settings);
  // A server on a port, not on a pipe, has an address of this kind.
  const { port, address, family } = server.address() as AddressInfo;
  const host = family === 'IPv6' ? `[${address}]` : address;
  return {
    url: `http://${host}:${port}`,
    port,
    unref: () => {
      background = true;
      server.unref();
      for (const socket of connections) socket.unref();
    },
    close: () => (closed ??= stop(server, http1, sessions, connections)),
  };
}

function http1Server(handler: HttpHandler): Http1Server {
  const server = createHttp1(limits, (request, response) => {
    // Once the server ends, a connection that is kept for more requests is idle as soon as it has its answer.
    response.once('finish', () => {
      if (!server.listening) server.closeIdleConnections();
    });
    void answerHttp1(request, response, handler);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    // The client has gone, inside a request or behind one.
    if (error.code === 'ECONNRESET' || error.code === 'HPE_INVALID_EOF_STATE' || !socket.writable)
      socket.destroy();
    else void refuse(socket, ...refusalOf(error), handler);
  });
  // Of a client that takes this server for a proxy to an https:// endpoint. Without a listener Node cuts the connection.
  server.on('connect', (request, socket) => {
    const message = 'This server is not a proxy: give the client an http:// endpoint, not https://.';
    void refuse(socket.resume(), 501, message, handler, request);
  });
  // This server never listens itself, and only this event makes it watch its connections for idle ones and late heads.
  server.emit('listening');
  return server;
}

function http2Server(handler: HttpHandler): { http2: Http2Server; sessions: Set<ServerHttp2Session> } {
  const sessions = new Set<ServerHttp2Session>();
  const http2 = createHttp2({
    settings: { maxConcurrentStreams: 1000, initialWindowSize: 1024 * 1024 },
  });
  http2.on('session', (session) => {
    sessions.add(session);
    session.once('close', () => sessions.delete(session));
    session.on('error', () => undefined);
  });
  http2.on('sessionError', () => undefined);
  http2.on('stream', (stream, headers, _flags, rawHeaders) => {
    void answerHttp2(stream, headers, rawHeaders, handler);
  });
  return { http2, sessions };
}

/** Looks at the first bytes, puts them back, and hands the connection to the server that speaks its protocol. */
function sniff(socket: Socket, http1: Http1Server, http2: Http2Server, handler: HttpHandler): void {
  let held = Buffer.alloc(0);
  const giveUp = (): void => {
    socket.destroy();
  };
  const look = (): void => {
    // On a socket, read() gives bytes or null.
    const chunk = socket.read() as Buffer | null;
    if (chunk !== null) held = Buffer.concat([held, chunk]);
    const start = held.subarray(0, 3).toString('latin1');
    // `P` and `PR` may still become `PRI` or `POST`.
    if ('PRI'.startsWith(start) && start.length < 3) {
      socket.once('readable', look);
      return;
    }
    socket.setTimeout(0);
    socket.removeListener('timeout', giveUp);
    socket.removeListener('end', giveUp);
    if (held[0] === tlsHandshake) {
      // What still comes is read and dropped. If it stayed unread, the end of the connection would never be seen.
      const message = 'This is a plain-text port: use an http:// endpoint, not https://.';
      void refuse(socket.resume(), 400, message, handler);
      return;
    }
    socket.unshift(held);
    if (start === 'PRI') {
      // Unlike HTTP/1.1, a client that has ended its side of an HTTP/2 connection waits for nothing more.
      socket.allowHalfOpen = false;
      http2.emit('connection', socket);
    } else http1.emit('connection', socket);
  };
  socket.setTimeout(firstByteTimeout);
  socket.once('timeout', giveUp);
  socket.once('end', giveUp);
  socket.once('readable', look);
}

/** The type of the first TLS record of a connection (RFC 8446 section 5.1). */
const tlsHandshake = 22;

/** What is answered to a request that Node's parser gives up: https://nodejs.org/api/http.html#event-clienterror */
function refusalOf({ code, message }: NodeJS.ErrnoException): [status: number, message: string] {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return [431, 'The head of the request is too large.'];
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return [408, 'The request did not arrive in time.'];
    default:
      return [400, `The request is not valid HTTP: ${message}.`];
  }
}

/** Answers what neither server takes, once the service has it in its log: a client that speaks TLS shows nothing of the answer. */
async function refuse(
  socket: Duplex,
  status: number,
  message: string,
  handler: HttpHandler,
  request?: IncomingMessage,
): Promise<void> {
  const { headers, body } = await handler({
    protocol: 'HTTP/1.1',
    method: request?.method ?? '',
    target: request?.url ?? '',
    headers: pairs(request?.rawHeaders ?? []),
    body: wholeBody(),
    signal: new AbortController().signal,
    refusal: { status, message },
  });
  const lines = [...headers, ['connection', 'close']].map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n`);
  socket.end(body);
}

/**
 * Where only another port helps. Windows keeps ranges of ports for Hyper-V (`netsh interface ipv4 show excludedportrange protocol=tcp`)
 * and says of these, as of a port that another program has for itself, WSAEACCES:
 * https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-bind
 */
const unavailable: Readonly<Partial<Record<string, string>>> = {
  EADDRINUSE: 'taken',
  EACCES: 'kept by the system, or by another program',
};

/** Where only another host helps: its address is another machine's, or its name is nobody's. */
const foreign = ['EADDRNOTAVAIL', 'ENOTFOUND'];

const ownAddress = 'host must be an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them';

async function start(server: Server, { port, host }: ListenSettings): Promise<void> {
  // Node takes an empty host, as of a variable that is not set, for every address of the machine.
  if (!host) throw new LocalBedrockError('invalid-option', `${ownAddress}; it is empty.`, { place: 'host' });
  try {
    // Inside the promise, so that a port that does not exist is refused like one that is taken.
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      // As an object: a first argument that is no number would be the path of a pipe.
      server.listen({ port, host }, resolve);
    });
  } catch (cause) {
    const { code = '', message } = cause as NodeJS.ErrnoException;
    const why = unavailable[code];
    throw new LocalBedrockError(
      // Node's own codes are about arguments, those of the system about what it has: https://nodejs.org/api/errors.html#errorcode
      code.startsWith('ERR_') ? 'invalid-option' : 'listen-failed',
      why === undefined
        ? `Cannot listen on ${host}:${port}: ${message.replace(/\.$/, '')}.${foreign.includes(code) ? ` ${ownAddress}.` : ''}`
        : `Port ${port} on ${host} is ${why}: choose another, or 0 for any free one.`,
      { place: why === undefined && code !== 'ERR_SOCKET_BAD_PORT' ? 'host' : 'port', cause },
    );
  }
}

/** How long answers that are under way may take once the server is asked to end. */
const graceMs = 1000;

function stop(
  server: Server,
  http1: Http1Server,
  sessions: ReadonlySet<ServerHttp2Session>,
  connections: ReadonlySet<Socket>,
): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => {
      // With an error, since a client takes a stream that just ends with its connection for complete.
      for (const session of sessions) session.destroy(new ConnectionReset());
      setImmediate(() => {
        for (const socket of connections) socket.destroy();
      });
    }, graceMs);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    // Ends the idle ones and the watch over the others.
    http1.close();
    for (const session of sessions) session.close();
    // Neither of the two knows a connection that has said nothing yet.
    for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
  });
}
