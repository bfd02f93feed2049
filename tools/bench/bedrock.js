// The far side of the provider's benchmarks: what a model answers, as bytes, and a server on loopback that gives it. The server is a process
// of its own, so that its work is in nobody's figures.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { cut, event, padding } from './eventstream-messages.js';

export const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
export const keys = {
  region: 'us-east-1',
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};

const thisFile = fileURLToPath(import.meta.url);
const usage = { inputTokens: 3, outputTokens: 2000, totalTokens: 2003 };
const metrics = { latencyMs: 12 };
/** As much as a read from the network gives at most. */
const chunkBytes = 16_384;

/** What the model answers in one piece, and a word of what it answers as a stream. */
export const answer = 'word '.repeat(400);
const word = (index) => ` word${index % 100}`;

export const answered = JSON.stringify({
  output: { message: { role: 'assistant', content: [{ text: answer }] } },
  stopReason: 'end_turn',
  usage,
  metrics,
});

/** A streamed answer of so many deltas, in chunks. */
export function streamed(deltas) {
  const frames = [event('messageStart', { role: 'assistant' })];
  for (let index = 0; index < deltas; index++) {
    const p = padding.slice(0, (index * 7) % padding.length);
    const delta = { text: word(index) };
    frames.push(event('contentBlockDelta', { contentBlockIndex: 0, delta, p }));
  }
  frames.push(event('contentBlockStop', { contentBlockIndex: 0 }));
  frames.push(event('messageStop', { stopReason: 'end_turn' }));
  frames.push(event('metadata', { usage, metrics }));
  return cut(Buffer.concat(frames), chunkBytes);
}

/** How long the text of such an answer is. */
export function streamedLength(deltas) {
  return Array.from({ length: deltas }, (_, index) => word(index)).join('').length;
}

/** The length of the text in a model's stream, read to its end; calls `onText` at each piece of it. */
export async function textLength(stream, onText) {
  const reader = stream.getReader();
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    if (next.value.type !== 'text-delta') continue;
    onText?.();
    length += next.value.delta.length;
  }
  return length;
}

/** The chunks as a response whose bytes have all arrived. */
export function eventStream(chunks) {
  let index = 0;
  const body = new ReadableStream({
    pull(controller) {
      if (index < chunks.length) controller.enqueue(new Uint8Array(chunks[index++]));
      else controller.close();
    },
  });
  return new Response(body, { headers: { 'content-type': 'application/vnd.amazon.eventstream' } });
}

/** Starts the server; `deltas` is the length of its streams. */
export async function startServer(deltas) {
  const child = spawn(process.execPath, [thisFile, String(deltas)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [port] = await once(child.stdout, 'data');
  return { baseURL: `http://127.0.0.1:${String(port).trim()}`, stop: () => child.kill() };
}

/** Runs in the server's process: reads each request to its end and answers as the operation in its path does. */
function serve(deltas) {
  const chunks = streamed(deltas);
  // Under load a turn takes longer than the five seconds after which a server closes an idle connection.
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    const isStream = request.url.endsWith('/converse-stream');
    request.resume().on('end', () => {
      response.setHeader(
        'content-type',
        isStream ? 'application/vnd.amazon.eventstream' : 'application/json',
      );
      if (isStream) for (const chunk of chunks) response.write(chunk);
      response.end(isStream ? undefined : answered);
    });
  });
  // It ends when the process that started the server is gone.
  process.stdin.resume().on('end', () => process.exit());
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));
}

if (process.argv[1] === thisFile) serve(Number(process.argv[2]));
