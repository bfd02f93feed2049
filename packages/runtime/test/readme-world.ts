// The world in which the blocks of the README run: a far side for fetch and for HTTP/2, and an environment with credentials.
import { createServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { answer, bytesOf, event, streamResponse } from './far-side.ts';

const text = {
  output: { message: { role: 'assistant', content: [{ text: 'Hello.' }] } },
  stopReason: 'end_turn',
};
const job = { invocationArn: 'arn:aws:bedrock:us-east-1:1:async-invoke/abc', status: 'Completed' };

/** The answers by the end of the path. */
const answers: readonly (readonly [path: RegExp, body: unknown])[] = [
  [
    /\/converse$/,
    { ...text, usage: { inputTokens: 3, outputTokens: 2, totalTokens: 5 }, metrics: { latencyMs: 1 } },
  ],
  [/\/invoke$/, { embedding: [0.1, 0.2] }],
  [/\/count-tokens$/, { inputTokens: 3 }],
  [/\/async-invoke/, { ...job, asyncInvokeSummaries: [job] }],
];

globalThis.fetch = (input) => {
  const { pathname } = new URL(input instanceof Request ? input.url : input);
  if (pathname.endsWith('/refused/converse'))
    return Promise.resolve(
      new Response('{"message":"Invocation of model ID x with on-demand throughput isn’t supported."}', {
        status: 400,
        headers: { 'x-amzn-errortype': 'ValidationException', 'x-amzn-requestid': 'r-1' },
      }),
    );
  if (pathname.endsWith('/converse-stream'))
    return Promise.resolve(streamResponse([bytesOf(answer('Hel', 'lo.'))]));
  if (pathname.endsWith('/invoke-with-response-stream')) {
    const bytes = Buffer.from('{"type":"message_stop"}').toString('base64');
    return Promise.resolve(streamResponse([event('chunk', { bytes })]));
  }
  const [, body] = answers.find(([path]) => path.test(pathname)) ?? [];
  if (body === undefined) throw new Error(`No answer for ${pathname}.`);
  return Promise.resolve(Response.json(body, { headers: { 'x-amzn-requestid': 'r-1' } }));
};

const server = createServer();
server.on('stream', (stream) => {
  stream.respond({ ':status': 200, 'content-type': 'application/vnd.amazon.eventstream' });
  const bytes = Buffer.from('{"event":{"completionEnd":{"stopReason":"END_TURN"}}}').toString('base64');
  stream.resume();
  stream.on('end', () => stream.end(event('chunk', { bytes })));
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
server.unref();
const { port } = server.address() as AddressInfo; // it listens on TCP

process.env['AWS_ENDPOINT_URL_BEDROCK_RUNTIME'] = `http://127.0.0.1:${port}`;
process.env['AWS_REGION'] = 'us-east-1';
process.env['AWS_ACCESS_KEY_ID'] = 'AKIDEXAMPLE';
process.env['AWS_SECRET_ACCESS_KEY'] = 'secret';
