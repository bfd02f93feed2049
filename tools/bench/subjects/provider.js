// The provider as a whole beside the provider that most people use: mapping, signing, decoding, stream parts. Fed by an injected fetch, so
// that the work above the network is measured alone, and over a server on loopback, of whose cost the raw fetch shows how much is no provider's.
import { createAmazonBedrock as createTheirs } from '@ai-sdk/amazon-bedrock';
import { createAmazonBedrock as createOurs } from '@bedrock-kit/provider';
import { streamText } from 'ai';
import {
  answer,
  answered,
  eventStream,
  keys,
  modelId,
  startServer,
  streamed,
  streamedLength,
  textLength,
} from '../bedrock.js';
import { firstToken } from '../first-token.js';
import { checked, measure } from '../harness.js';

const events = 2000;
const wholeLength = streamedLength(events);
const question = { prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }] };
const image = new Uint8Array(3_750_000).map((_, index) => index * 31);
const withImage = {
  prompt: [
    {
      role: 'user',
      content: [
        { type: 'text', text: 'What is this?' },
        { type: 'file', mediaType: 'image/png', data: { type: 'data', data: image } },
      ],
    },
  ],
};

export default async function provider() {
  const missed = (await overLoopback()) + (await firstToken());
  if (missed > 0) process.on('exit', () => (process.exitCode = 1));
  const chunks = streamed(events);
  const streaming = models({ fetch: () => Promise.resolve(eventStream(chunks)) });
  const json = { headers: { 'content-type': 'application/json' } };
  const whole = models({ fetch: () => Promise.resolve(new Response(answered, json)) });
  return [
    {
      title: 'doStream of 2,000 small events in chunks of 16 kB, read to its end; the floor reads the bytes',
      contenders: {
        'bedrock-kit': () => streamedBy(streaming.ours),
        '@ai-sdk/amazon-bedrock': () => streamedBy(streaming.theirs),
        'floor: reading the body': () => drain(eventStream(chunks).body),
      },
      targets: { '@ai-sdk/amazon-bedrock': 10 },
    },
    {
      title: 'streamText of the same 2,000 events to its end; ours joins deltas that arrived together',
      contenders: {
        'bedrock-kit with joinDeltas': () => wholeText(streaming.joining),
        '@ai-sdk/amazon-bedrock': () => wholeText(streaming.theirs),
        'bedrock-kit without': () => wholeText(streaming.ours),
      },
      targets: { '@ai-sdk/amazon-bedrock': 5 },
    },
    {
      title: 'doGenerate, 400 words',
      contenders: {
        'bedrock-kit': () => generatedBy(whole.ours, question),
        '@ai-sdk/amazon-bedrock': () => generatedBy(whole.theirs, question),
      },
    },
    {
      title: 'doGenerate with an image of 3.75 MB as bytes',
      contenders: {
        'bedrock-kit': () => generatedBy(whole.ours, withImage),
        '@ai-sdk/amazon-bedrock': () => generatedBy(whole.theirs, withImage),
      },
      targets: { '@ai-sdk/amazon-bedrock': 12 },
    },
  ];
}

function models(settings) {
  return {
    ours: createOurs({ ...keys, ...settings })(modelId),
    joining: createOurs({ ...keys, ...settings, joinDeltas: true })(modelId),
    theirs: createTheirs({ ...keys, ...settings })(modelId),
  };
}

/** Prints what both cost above a raw fetch, and gives the number of targets missed. */
async function overLoopback() {
  const { baseURL, stop } = await startServer(events);
  const { ours, theirs } = models({ baseURL });
  const stream = (model) => () => streamedBy(model);
  const generate = (model) => () => generatedBy(model, withImage);
  const ask = (path, body) => fetch(baseURL + path, { method: 'POST', body });
  // As many bytes as the request with the image in base64 has.
  const body = new Uint8Array(Math.ceil(image.length / 3) * 4);
  try {
    const streams = await aboveFetch('doStream of 2,000 small events', 10, {
      'bedrock-kit': stream(ours),
      '@ai-sdk/amazon-bedrock': stream(theirs),
      'floor: raw fetch': async () => drain((await ask('/converse-stream', '{}')).body),
    });
    const images = await aboveFetch('doGenerate with an image of 3.75 MB as bytes', 12, {
      'bedrock-kit': generate(ours),
      '@ai-sdk/amazon-bedrock': generate(theirs),
      'floor: raw fetch': async () => (await ask('/converse', body)).text(),
    });
    return streams + images;
  } finally {
    stop();
  }
}

async function aboveFetch(title, target, contenders) {
  const results = await measure({ contenders });
  const [ours, theirs, floor] = results.map(({ microseconds }) => microseconds);
  // Ours may come out below the floor, which varies by a tenth: then nothing of it can be measured.
  const ratio = ours > floor ? (theirs - floor) / (ours - floor) : Infinity;
  const kept = ratio >= target;
  console.log(`\n${title}, over a server on loopback`);
  for (const { name, microseconds } of results)
    console.log(`${name.padEnd(44)}${microseconds.toFixed(0).padStart(12)} µs CPU`);
  console.log(`above raw fetch ${ratio.toFixed(2)} ×   ${kept ? 'kept' : 'MISSED'} (at least ${target} ×)`);
  return kept ? 0 : 1;
}

// All that follow have no figure unless the whole answer came: an error in a stream is a part of it, and ends it early.
async function streamedBy(model) {
  const { stream } = await model.doStream(question);
  checked(await textLength(stream), wholeLength);
}

async function generatedBy(model, call) {
  const { content } = await model.doGenerate(call);
  checked(content[0].text.length, answer.length);
}

async function wholeText(model) {
  let length = 0;
  for await (const text of streamText({ model, prompt: 'Hello' }).textStream) length += text.length;
  checked(length, wholeLength);
}

async function drain(stream) {
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read());
}
