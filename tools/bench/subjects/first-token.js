// How long 50 users wait for their first word when all their answers stream at once: the CPU that the process spends until a stream has
// its first text, on average over the streams, all of which are read to their end.
import { createAmazonBedrock as createTheirs } from '@ai-sdk/amazon-bedrock';
import { encodeMessage } from '@bedrock-kit/eventstream';
import { createAmazonBedrock as createOurs } from '@bedrock-kit/provider';

const streams = 50;
const events = 500;
const rounds = 11;
const target = 6;

export default async function firstToken() {
  const bytes = answer();
  const keys = {
    region: 'us-east-1',
    accessKeyId: 'AKIDEXAMPLE',
    secretAccessKey: 'secret',
    fetch: fetchOf(bytes),
  };
  const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
  const contenders = {
    'bedrock-kit': createOurs(keys)(modelId),
    '@ai-sdk/amazon-bedrock': createTheirs(keys)(modelId),
  };
  const samples = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (const model of Object.values(contenders)) for (let warm = 0; warm < 3; warm++) await wait(model);
  for (let round = 0; round < rounds; round++) {
    for (const [name, model] of Object.entries(contenders)) samples[name].push(await wait(model));
  }
  const [ours, theirs] = Object.values(samples);
  const ratio = median(theirs.map((sample, round) => sample / ours[round]));
  console.log(`\nCPU until the first text, mean of ${streams} concurrent streams of ${events} events`);
  for (const [name, values] of Object.entries(samples)) {
    console.log(`${name.padEnd(44)}${median(values).toFixed(0).padStart(12)} µs CPU`);
  }
  const kept = ratio >= target;
  console.log(`ratio ${ratio.toFixed(2)} ×   ${kept ? 'kept' : 'MISSED'} (at least ${target} ×)`);
  if (!kept) throw new Error('the target of first-token was missed');
  return [];
}

/** Mean µs of CPU until the first text; returns when all streams are at their end. */
async function wait(model) {
  const before = process.cpuUsage();
  const waits = await Promise.all(
    Array.from({ length: streams }, async () => {
      const { stream } = await model.doStream({
        prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }],
      });
      const reader = stream.getReader();
      let first;
      for (let next = await reader.read(); !next.done; next = await reader.read()) {
        if (first !== undefined || next.value.type !== 'text-delta') continue;
        const { user, system } = process.cpuUsage(before);
        first = user + system;
      }
      return first;
    }),
  );
  return waits.reduce((sum, one) => sum + one, 0) / waits.length;
}

/** Chunks of 16 kB, all of which have arrived, as they have when the process is busy with other streams. */
function fetchOf(bytes) {
  const chunks = [];
  for (let offset = 0; offset < bytes.length; offset += 16_384)
    chunks.push(bytes.subarray(offset, offset + 16_384));
  return () => {
    let index = 0;
    const body = new ReadableStream({
      pull(controller) {
        if (index < chunks.length) controller.enqueue(new Uint8Array(chunks[index++]));
        else controller.close();
      },
    });
    const headers = { 'content-type': 'application/vnd.amazon.eventstream' };
    return Promise.resolve(new Response(body, { headers }));
  };
}

function answer() {
  const frame = (name, payload) =>
    encodeMessage({
      headers: {
        ':event-type': { type: 'string', value: name },
        ':content-type': { type: 'string', value: 'application/json' },
        ':message-type': { type: 'string', value: 'event' },
      },
      body: Buffer.from(JSON.stringify(payload)),
    });
  return Buffer.concat([
    frame('messageStart', { role: 'assistant' }),
    ...Array.from({ length: events }, (_, index) =>
      frame('contentBlockDelta', { contentBlockIndex: 0, delta: { text: ` word${index % 100}` } }),
    ),
    frame('contentBlockStop', { contentBlockIndex: 0 }),
    frame('messageStop', { stopReason: 'end_turn' }),
    frame('metadata', {
      usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 },
      metrics: { latencyMs: 1 },
    }),
  ]);
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
