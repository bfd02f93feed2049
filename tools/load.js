// Puts one client under load: 200 streams of 2,000 events at once, several times over. Every stream must end complete and in
// order, and the memory after a forced collection must return to where the first round left it, so that nothing is kept for
// each stream. `node --expose-gc tools/load.js [streams] [events] [rounds]`, after `npm run build`.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { readArguments, refuse } from './arguments.js';

const self = fileURLToPath(import.meta.url);
/** What a round may leave behind, in bytes: buffers of pooled connections come and go by themselves. */
const allowance = 4_000_000;

if (process.send && process.argv[2] === 'serve') await serve();
else await load(...given());

function given() {
  const usage = 'node --expose-gc tools/load.js [streams] [events] [rounds]';
  const { positionals } = readArguments(usage, { allowPositionals: true });
  const wrong = positionals.find((word) => !/^[1-9]\d{0,6}$/.test(word));
  if (wrong !== undefined || positionals.length > 3) refuse('Three numbers from 1 on at most.', usage);
  if (!globalThis.gc) refuse('node needs --expose-gc.', usage);
  return positionals.map(Number);
}

async function load(streams = 200, events = 2000, rounds = 4) {
  const { createClient, converseStream, sigv4Auth } = await import('../packages/runtime/dist/index.js');
  const server = fork(self, ['serve', String(events)], { execArgv: [] });
  const [endpoint] = await once(server, 'message');
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
  const client = createClient({ authorize: sigv4Auth({ credentials }), region: 'us-east-1', endpoint });

  const one = async () => {
    let next = 0;
    for await (const event of await converseStream(client, { modelId: 'm', messages: [] })) {
      const text = event.contentBlockDelta?.delta.text;
      if (text !== undefined && text !== `${next++} `)
        throw new Error(`Event ${next - 1} is ${JSON.stringify(text)}.`);
    }
    if (next !== events) throw new Error(`${next} of ${events} events came.`);
  };

  let first;
  try {
    for (let round = 1; round <= rounds; round++) {
      const started = performance.now();
      const cpu = process.cpuUsage();
      await Promise.all(Array.from({ length: streams }, one));
      const { user, system } = process.cpuUsage(cpu);
      const seconds = (performance.now() - started) / 1000;
      const memory = await memoryAtRest();
      first ??= memory;
      console.log(
        `round ${round}: ${streams} streams of ${events} events in ${seconds.toFixed(1)} s, ` +
          `${((user + system) / streams / events).toFixed(2)} µs CPU an event, memory at rest ${(memory / 1e6).toFixed(1)} MB`,
      );
      if (memory > first + allowance)
        throw new Error(`The memory grew by ${((memory - first) / 1e6).toFixed(1)} MB.`);
    }
    console.log('ok: all streams were whole, and the memory returned to where it began');
  } finally {
    server.kill();
  }
}

async function memoryAtRest() {
  // What waits for a turn of the loop, such as the closing of a body, is no leak.
  for (let turn = 0; turn < 5; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    globalThis.gc();
  }
  // What a Uint8Array holds is not on the heap.
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

async function serve() {
  const { event } = await import('./bench/eventstream-messages.js');
  const deltas = Array.from({ length: Number(process.argv[3]) }, (_, index) =>
    event('contentBlockDelta', { contentBlockIndex: 0, delta: { text: `${index} ` }, p: 'abcdefghij' }),
  );
  const body = Buffer.concat([
    event('messageStart', { role: 'assistant' }),
    ...deltas,
    event('contentBlockStop', { contentBlockIndex: 0 }),
    event('messageStop', { stopReason: 'end_turn' }),
  ]);
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { 'content-type': 'application/vnd.amazon.eventstream' });
    // In pieces that end anywhere, with a turn between them, so that all streams are open at the same time.
    let at = 0;
    const next = () => {
      if (at >= body.length) return response.end();
      response.write(body.subarray(at, (at += 5000)));
      setImmediate(next);
    };
    next();
  });
  server.listen(0, '127.0.0.1', () => process.send(`http://127.0.0.1:${server.address().port}`));
  process.on('disconnect', () => process.exit());
}
