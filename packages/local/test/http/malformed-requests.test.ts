// What of HTTP/1.1 never reaches the service, and what is answered in its place.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { expect, it } from 'vitest';
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
      'date: true',
      'content-type: application/json',
      'x-amzn-errortype: ValidationException',
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
  expect(answer).toMatch(/\{"message":"This is no proxy: [^"]+"\}$/);
  await local.close();
});
