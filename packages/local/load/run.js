// Load on a local Bedrock: many streams at once, then small calls one after the other over kept-alive sockets. Server and
// generator run in two processes of this machine, both are measured in the same run. Loopback only.
//
//   node --conditions=@bedrock-kit/source load/run.js [seconds, 30 by default]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createSigner } from '@bedrock-kit/sigv4';
import { hasLastChunk, hasLength, replay } from './replay.js';

const seconds = Number(process.argv[2] ?? 30);
if (!(seconds >= 1 && seconds <= 120)) {
  console.error(`Seconds are a number from 1 to 120, not ${process.argv[2]}.`);
  process.exit(2);
}
const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const streams = { count: 200, words: 200, paceMs: 20 };
const calls = { sockets: 16 };

const server = fork(fileURLToPath(new URL('server.js', import.meta.url)), [String(streams.paceMs)], {
  // So that what is measured of the memory is what is held, not what waits to be collected.
  execArgv: [...process.execArgv, '--expose-gc'],
});
const [{ url, credentials }] = await once(server, 'message');
const signer = createSigner({ service: 'bedrock', region: 'us-east-1', credentials });
const { hostname: host, port } = new URL(url);

const rows = [
  await measure(
    'streams',
    streams.count,
    await signed('converse-stream', `repeat word ${streams.words} times`),
    hasLastChunk,
  ),
  await measure('calls', calls.sockets, await signed('converse', 'echo hi'), hasLength),
];
server.kill();
console.table(Object.fromEntries(rows.map(({ name, ...row }) => [name, row])));
process.exitCode = rows.some(({ errors }) => errors > 0) ? 1 : 0;

/** A request as bytes, signed once: a signature holds for five minutes. */
async function signed(operation, text) {
  const body = JSON.stringify({ messages: [{ role: 'user', content: [{ text }] }] });
  const target = `${url}/model/${encodeURIComponent(modelId)}/${operation}`;
  const { headers } = await signer.sign({
    method: 'POST',
    url: target,
    headers: { 'content-type': 'application/json' },
    body,
  });
  const lines = Object.entries({
    host: `${host}:${port}`,
    ...headers,
    'content-length': Buffer.byteLength(body),
  });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.from(`POST ${new URL(target).pathname} HTTP/1.1\r\n${head}\r\n${body}`);
}

async function measure(name, sockets, request, isComplete) {
  // A warm-up that is not counted.
  await load(sockets, request, isComplete, 2);
  const before = { server: await sample(), own: process.cpuUsage(), at: performance.now() };
  const results = await load(sockets, request, isComplete, seconds);
  const elapsed = performance.now() - before.at;
  const after = await sample();
  const own = process.cpuUsage(before.own);
  const answers = results.reduce((sum, one) => sum + one.answers, 0);
  const errors = results.flatMap((one) => one.errors);
  for (const error of new Set(errors)) console.error(`${name}: ${error}`);
  const share = (ms) => `${Math.round((ms / elapsed) * 100)} %`;
  return {
    name,
    sockets,
    'answers/s': Math.round(answers / (elapsed / 1000)),
    'events/s':
      name === 'streams' ? Math.round((answers * (streams.words + 4)) / (elapsed / 1000)) : undefined,
    errors: errors.length,
    'server cpu': share(after.cpuMs - before.server.cpuMs),
    'generator cpu': share((own.user + own.system) / 1000),
    'heap before, MB': megabytes(before.server.heapUsed),
    'heap after, MB': megabytes(after.heapUsed),
    'rss after, MB': megabytes(after.rss),
  };
}

function megabytes(bytes) {
  return Number((bytes / 1e6).toFixed(1));
}

function load(sockets, request, isComplete, duration) {
  const until = performance.now() + duration * 1000;
  return Promise.all(
    Array.from({ length: sockets }, () => replay({ host, port: Number(port), request, until, isComplete })),
  );
}

async function sample() {
  server.send('sample');
  const [answer] = await once(server, 'message');
  return answer;
}
