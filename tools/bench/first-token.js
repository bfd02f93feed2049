// How long 50 users wait for their first word when all their answers stream at once: the CPU that the process spends until a stream has
// its first text, on average over the streams, all of which are read to their end.
import { createAmazonBedrock as createTheirs } from '@ai-sdk/amazon-bedrock';
import { createAmazonBedrock as createOurs } from '@bedrock-kit/provider';
import { eventStream, keys, modelId, startServer, streamed, streamedLength, textLength } from './bedrock.js';
import { checked, toldRatio } from './harness.js';

const streams = 50;
const events = 500;
const wholeLength = streamedLength(events);
const rounds = 11;
const target = 6;

/** Prints both ways of being served; the number of targets missed. */
export async function firstToken() {
  const chunks = streamed(events);
  const arrived = await compare('that have arrived', { fetch: () => Promise.resolve(eventStream(chunks)) });
  const { baseURL, stop } = await startServer(events);
  try {
    return arrived + (await compare('of a server on loopback', { baseURL }));
  } finally {
    stop();
  }
}

async function compare(whose, settings) {
  const contenders = {
    'bedrock-kit': createOurs({ ...keys, ...settings })(modelId),
    '@ai-sdk/amazon-bedrock': createTheirs({ ...keys, ...settings })(modelId),
  };
  const samples = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (const model of Object.values(contenders)) for (let warm = 0; warm < 3; warm++) await wait(model);
  for (let round = 0; round < rounds; round++) {
    for (const [name, model] of Object.entries(contenders)) samples[name].push(await wait(model));
  }
  console.log(
    `\nCPU until the first text, mean of ${streams} concurrent streams of ${events} events ${whose}`,
  );
  return toldRatio(samples, target) ? 0 : 1;
}

/** Mean µs of CPU until the first text; returns when all streams are at their end. */
async function wait(model) {
  const before = process.cpuUsage();
  const waits = await Promise.all(
    Array.from({ length: streams }, async () => {
      const { stream } = await model.doStream({
        prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }],
      });
      let first;
      const length = await textLength(stream, () => {
        first ??= process.cpuUsage(before);
      });
      checked(length, wholeLength);
      return first.user + first.system;
    }),
  );
  return waits.reduce((sum, one) => sum + one, 0) / waits.length;
}
