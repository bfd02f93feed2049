// The short form of `tools/load.js`: many streams at once end whole, and nothing is kept for any of them.
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { converseStream, createClient, sigv4Auth } from '../src/index.ts';
import { bytesOf, delta, event, eventStreamType, farSide } from './far-side.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void; // what the flag exposes

const streams = 40;
const events = 300;

async function memoryAtRest(): Promise<number> {
  for (let turn = 0; turn < 4; turn++) {
    await sleep(20);
    collect();
  }
  // What a Uint8Array holds, such as a frame, is not on the heap.
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

test('forty streams at once are whole, three times over, and the memory returns to where it was', async () => {
  const body = bytesOf([
    event('messageStart', { role: 'assistant' }),
    ...Array.from({ length: events }, (_, index) => delta(`${index} `)),
    event('messageStop', { stopReason: 'end_turn' }),
  ]);
  await using far = await farSide((_, response) => {
    response.writeHead(200, { 'content-type': eventStreamType });
    for (let at = 0; at < body.length; at += 3000) response.write(body.subarray(at, at + 3000));
    response.end();
  });
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
  const client = createClient({
    authorize: sigv4Auth({ credentials }),
    region: 'us-east-1',
    endpoint: far.url,
  });

  const one = async (): Promise<string> => {
    let text = '';
    for await (const each of await converseStream(client, { modelId: 'm' }))
      if ('contentBlockDelta' in each && 'text' in each.contentBlockDelta.delta)
        text += each.contentBlockDelta.delta.text;
    return text;
  };
  const whole = Array.from({ length: events }, (_, index) => `${index} `).join('');
  const atRest: number[] = [];
  for (let round = 0; round < 4; round++) {
    const texts = await Promise.all(Array.from({ length: streams }, one));
    expect(texts).toEqual(Array.from({ length: streams }, () => whole));
    far.requests.length = 0;
    atRest.push(await memoryAtRest());
  }
  // The first round fills pools and caches. What a stream would keep, 120 of them would show: their frames alone are 4 MB.
  expect((atRest[3] ?? 0) - (atRest[0] ?? 0)).toBeLessThan(1_500_000);
});
