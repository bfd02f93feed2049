// The far side of a bidirectional stream: a real HTTP/2 server over a real socket, which answers as a test says.
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { type Message, readEvent } from '@bedrock-kit/eventstream';
import { expect, vi } from 'vitest';
import { type CallOptions, createClient, sigv4Auth } from '../../src/index.ts';
import {
  type BidirectionalStream,
  invokeModelWithBidirectionalStream,
} from '../../src/node/bidirectional.ts';
import { event } from '../far-side.ts';

export const credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};
export const region = 'us-east-1';
export const modelId = 'amazon.nova-sonic-v1:0';

export type Answer = (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => void | Promise<void>;

interface Far extends AsyncDisposable {
  readonly url: string;
  readonly sockets: ReadonlySet<Socket>;
  readonly errors: unknown[];
}

async function far(answer: Answer): Promise<Far> {
  const sockets = new Set<Socket>();
  const errors: unknown[] = [];
  const server = createServer();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined); // clients go away in some of these tests
  });
  server.on('stream', (stream, headers) => {
    stream.on('error', () => undefined); // as above
    Promise.resolve(answer(stream, headers)).catch((error: unknown) => errors.push(error));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // it listens on TCP
    sockets,
    errors,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Runs against a server that answers so; afterwards no socket may be open. */
export async function against(
  answer: Answer,
  run: (open: (options?: CallOptions) => Promise<BidirectionalStream>, server: Far) => Promise<void>,
  authorize = sigv4Auth({ credentials }),
): Promise<void> {
  await using server = await far(answer);
  const client = createClient({ authorize, region, endpoint: server.url, environment: {} });
  await run((options) => invokeModelWithBidirectionalStream(client, { modelId }, options), server);
  await vi.waitFor(() => {
    expect(server.sockets.size).toBe(0);
  });
  expect(server.errors).toEqual([]);
}

export const chunk = (json: unknown): Uint8Array =>
  event('chunk', { bytes: Buffer.from(JSON.stringify(json)).toString('base64'), p: 'abc' });

export const begin = (stream: ServerHttp2Stream): ServerHttp2Stream => {
  stream.respond({
    ':status': 200,
    'content-type': 'application/vnd.amazon.eventstream',
    'x-amzn-requestid': 'r-1',
  });
  return stream;
};

export function jsonIn(message: Message): unknown {
  const inner = readEvent(message);
  if (inner.type !== 'event') throw new Error(`A message of the type ${inner.type}.`);
  const { bytes } = JSON.parse(new TextDecoder().decode(inner.payload)) as { bytes: string };
  return JSON.parse(Buffer.from(bytes, 'base64').toString());
}
