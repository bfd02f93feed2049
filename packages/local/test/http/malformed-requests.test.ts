// What of HTTP/1.1 is refused before it is known what it asks for.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { expect, it, vi } from 'vitest';
import type { ReceivedRequest } from '../../src/index.ts';
import { openBedrock } from '../in-process.ts';
import { body, head, overHttp1, path } from './raw-request.ts';

it.each([
  [
    'a length that is no number',
    'content-length: five',
    '400 Bad Request',
    /^The request is not valid HTTP: .*content-length.*\.$/i,
  ],
  [
    'a header without a colon',
    'no colon',
    '400 Bad Request',
    /^The request is not valid HTTP: .*header.*\.$/i,
  ],
  [
    'a head that is too large',
    `x-long: ${'a'.repeat(65_536)}`,
    '431 Request Header Fields Too Large',
    /^The head of the request is too large\.$/,
  ],
])('what is not valid HTTP is refused and told what is wrong: %s', async (_what, line, status, message) => {
  const local = openBedrock();
  const { port } = await local.listen();
  const answer = await overHttp1(port, [`POST ${path} HTTP/1.1\r\nhost: x\r\n${line}\r\n\r\n`]);
  const [top = '', json = ''] = answer.split('\r\n\r\n');
  expect(top.replace(/(?<=\r\ndate: ).*/, (date) => String(new Date(date).toUTCString() === date))).toBe(
    [
      `HTTP/1.1 ${status}`,
      `x-amzn-requestid: ${local.requests[0]?.requestId ?? ''}`,
      'date: true',
      'content-type: application/json',
      'x-amzn-errortype: ValidationException:http://internal.amazon.com/coral/com.amazon.bedrock/',
      `content-length: ${json.length}`,
      'connection: close',
    ].join('\r\n'),
  );
  expect(JSON.parse(json)).toEqual({ message: expect.stringMatching(message) as string });
  await local.close();
});

it('a request that takes too long is refused with status 408', async () => {
  const local = openBedrock();
  const { port } = await local.listen();
  // In place of the half minute after which Node says so.
  const give = (message: unknown): void => {
    const { server, socket } = message as { server: Server; socket: Socket }; // Node's own message
    const late = Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    server.emit('clientError', late, socket);
  };
  subscribe('http.server.request.start', give);
  const answer = await overHttp1(port, [head + body.slice(1)]);
  unsubscribe('http.server.request.start', give);
  expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
  expect(answer).toMatch(/\{"message":"The request did not arrive in time\."\}$/);
  await local.close();
});

it('a client that wants a tunnel, as through a proxy, is told what this is', async () => {
  const local = openBedrock();
  const { port } = await local.listen();
  const answer = await overHttp1(port, [
    'CONNECT bedrock-runtime.us-east-1.amazonaws.com:443 HTTP/1.1\r\nhost: x\r\n\r\n',
  ]);
  expect(answer).toMatch(/^HTTP\/1\.1 501 Not Implemented\r\n/);
  expect(answer).toMatch(/\{"message":"This server is not a proxy: [^"]+"\}$/);
  await local.close();
});

it.each([
  ['TLS', '\x16\x03\x01\x02', ['', '', 400], /^This is a plain-text port: use an http:\/\/ endpoint/],
  [
    'a tunnel',
    'CONNECT a:443 HTTP/1.1\r\nhost: x\r\nproxy-authorization: Basic YTpi\r\n\r\n',
    ['CONNECT', 'a:443', 501],
    /^This server is not a proxy/,
  ],
  ['a head that is none', 'hello\r\n\r\n', ['', '', 400], /^The request is not valid HTTP: /],
  [
    'no host',
    'GET /a HTTP/1.1\r\n\r\n',
    ['GET', '/a', 400],
    /^The request is not valid HTTP\/1\.1: .* host\.$/,
  ],
])('what is refused unread is in the log: %s', async (_what, sent, [method, target, status], message) => {
  const logged: ReceivedRequest[] = [];
  const local = openBedrock({ onRequest: (request) => logged.push(request) });
  const { port } = await local.listen();
  const socket = connect(port, '127.0.0.1', () => socket.write(sent, 'latin1')).resume();
  await vi.waitFor(() => {
    expect(logged).toHaveLength(1);
  });
  socket.destroy();
  const error = { code: 'ValidationException', message: expect.stringMatching(message) as string };
  expect(logged[0]).toMatchObject({ protocol: 'HTTP/1.1', method, target, status, error });
  expect(logged[0]?.headers['proxy-authorization'] ?? '***').toBe('***');
  expect(local.requests).toEqual(logged);
  await local.close();
});

it.each([
  ['inside its head', head.slice(0, 20)],
  ['inside its body', head + body.slice(1)],
])('a client that goes %s has sent nothing that is not valid', async (_where, sent) => {
  const local = openBedrock();
  const { port } = await local.listen();
  const socket = connect(port, '127.0.0.1', () => socket.end(sent)).resume();
  await once(socket, 'close');
  expect(local.requests.flatMap(({ error }) => error ?? [])).toEqual([]);
  await local.close();
});
