// Event streams: decoding ConverseStream messages to parsed JSON, messages far longer than a chunk, and encoding. All
// streams read the same kind of source, a ReadableStream as fetch gives it.
import { mkdirSync, realpathSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { crc32 } from 'node:zlib';
import {
  decodeBatches,
  decodeStream,
  EventStreamDecoder,
  EventStreamDecoderStream,
  encodeMessage,
  readEvent,
} from '@bedrock-kit/eventstream';
import { EventStreamMarshaller } from '@smithy/core/event-streams';
import { fromUtf8, toUtf8 } from '@smithy/core/serde';
import { EventStreamCodec } from '@smithy/eventstream-codec';
import { build } from 'esbuild';
import lifion from 'lifion-aws-event-stream';

const ours = 'EventStreamDecoder';
const smithy = '@smithy/core EventStreamMarshaller';
const aiSdk = '@ai-sdk/amazon-bedrock decoder';
const floor = 'floor: boundaries known';
const oneChunk = 'floor: the same in one chunk';

const text = new TextDecoder();

export const apart = true;

export function report() {
  const messages = conversation(20_000);
  const bytes = Buffer.concat(messages).length;
  console.log(`\n20,000 messages of ${(bytes / messages.length).toFixed(0)} B on average`);
  printHeap(messages);
}

export default async function cases() {
  const aiSdkDecoder = await loadAiSdkDecoder();
  const messages = conversation(20_000);
  const bytes = Buffer.concat(messages);
  const chunkings = {
    'one message': messages.map((message) => new Uint8Array(message)),
    '16 kB': cut(bytes, 16_384),
    '64 kB': cut(bytes, 65_536),
    '1 MB': cut(bytes, 1_048_576),
  };
  return [
    ...Object.entries(chunkings).flatMap(([size, chunks]) =>
      smallMessageCases(size, chunks, messages, aiSdkDecoder),
    ),
    // As many as one chunk of 1 MB holds: the other decoder copies what is left of the chunk for each.
    inOneChunk(messages.slice(0, 5000), aiSdkDecoder),
    longMessageCase('8 MB', 8 * 1_048_576),
    // The other decoder copies all that it has for each chunk: with 8 MB it takes ten seconds.
    longMessageCase('1 MB', 1_048_576, aiSdkDecoder),
    ...manyChunksCases(),
    ...[100, 1000, 262_144].map(encodeCase),
  ];
}

function smallMessageCases(size, chunks, messages, aiSdkDecoder) {
  const operations = messages.length;
  const aligned = chunks.length === operations;
  return [
    {
      title: `decode 20,000 small messages in chunks of ${size} and parse their JSON, synchronously`,
      operations,
      contenders: {
        [ours]: () => checked(decodeSync(chunks), operations),
        [floor]: () => checked(decodeAtKnownBoundaries(messages), operations),
        [smithy]: async () => checked(await smithyStream(chunks), operations),
        ...(aligned && { 'lifion-aws-event-stream parse': () => checked(lifionParse(messages), operations) }),
      },
      targets: { [floor]: 1.5, [smithy]: 6 },
    },
    // In two cases, so that nobody pays for the garbage of all the others.
    {
      title: `decode 20,000 small messages in chunks of ${size} and parse their JSON, as a stream`,
      operations,
      contenders: {
        decodeStream: async () => checked(await decodeEach(decodeStream(streamOf(chunks))), operations),
        [smithy]: async () => checked(await smithyStream(chunks), operations),
      },
      targets: { [smithy]: 4 },
    },
    {
      title: `decode 20,000 small messages in chunks of ${size} and parse their JSON, as a stream, beside others`,
      operations,
      contenders: {
        decodeStream: async () => checked(await decodeEach(decodeStream(streamOf(chunks))), operations),
        decodeBatches: async () => checked(await decodeAll(decodeBatches(streamOf(chunks))), operations),
        EventStreamDecoderStream: async () => checked(await decodePiped(chunks), operations),
        ...(size !== '1 MB' && {
          [aiSdk]: async () => checked(await aiSdkStream(aiSdkDecoder, chunks), operations),
        }),
        ...(aligned && {
          'lifion-aws-event-stream Parser': async () => checked(await lifionStream(messages), operations),
        }),
      },
    },
  ];
}

function inOneChunk(messages, aiSdkDecoder) {
  const operations = messages.length;
  const chunks = cut(Buffer.concat(messages), 1_048_576);
  return {
    title: 'decode 5,000 small messages in one chunk and parse their JSON, as a stream',
    operations,
    contenders: {
      decodeStream: async () => checked(await decodeEach(decodeStream(streamOf(chunks))), operations),
      [smithy]: async () => checked(await smithyStream(chunks), operations),
      [aiSdk]: async () => checked(await aiSdkStream(aiSdkDecoder, chunks), operations),
    },
    targets: { [aiSdk]: 40 },
  };
}

function longMessageCase(size, bodyBytes, aiSdkDecoder) {
  const message = longMessage(bodyBytes);
  const chunks = cut(message, 1400);
  return {
    title: `decode one message of ${size} in chunks of 1.4 kB, without parsing it`,
    contenders: {
      [ours]: () => checked(decodeBodies(chunks), bodyBytes),
      'floor: one copy, one checksum': () => checked(copyAndSum(chunks, message.length), message.length),
      [smithy]: async () => checked(await smithyBodies(chunks), bodyBytes),
      ...(aiSdkDecoder && {
        [aiSdk]: async () => checked(await aiSdkBodies(aiSdkDecoder, chunks), bodyBytes),
      }),
    },
  };
}

// In two cases, so that ours and the floor do not pay for collecting the garbage of the third.
function manyChunksCases() {
  const bodyBytes = 1_048_576;
  const message = longMessage(bodyBytes);
  const chunks = cut(message, Math.ceil(message.length / 16_000));
  const title = `decode one message of 1 MB in ${chunks.length} chunks, without parsing it`;
  const contenders = { [ours]: () => checked(decodeBodies(chunks), bodyBytes) };
  return [
    {
      title,
      contenders: { ...contenders, [oneChunk]: () => checked(decodeBodies([message]), bodyBytes) },
      targets: { [oneChunk]: 4 },
    },
    {
      title: `${title}, beside another decoder`,
      contenders: { ...contenders, [smithy]: async () => checked(await smithyBodies(chunks), bodyBytes) },
      targets: {},
    },
  ];
}

function encodeCase(bodyBytes) {
  const headers = headersOf('contentBlockDelta');
  const body = new Uint8Array(bodyBytes).fill(0x61);
  const codec = new EventStreamCodec(toUtf8, fromUtf8);
  return {
    title: `encode a message with a body of ${bodyBytes} B`,
    sync: true,
    contenders: {
      encodeMessage: () => encodeMessage({ headers, body }),
      '@smithy/eventstream-codec EventStreamCodec': () => codec.encode({ headers, body }),
      'floor: one copy, one checksum': () => copyAndSum([body], bodyBytes + 103),
    },
    targets: bodyBytes === 100 ? { '@smithy/eventstream-codec EventStreamCodec': 6 } : {},
  };
}

// What every decoder has to do, and nothing else: the sum over each message, and its JSON.
function decodeAtKnownBoundaries(messages) {
  let seen = 0;
  for (const message of messages) {
    const end = message.length - 4;
    if (crc32(message.subarray(0, end)) !== message.readUInt32BE(end)) throw new Error('wrong checksum');
    seen += parsed(message.utf8Slice(12 + message.readUInt32BE(4), end));
  }
  return seen;
}

function copyAndSum(chunks, length) {
  const copy = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    copy.set(chunk, at);
    at += chunk.length;
  }
  crc32(copy);
  return copy.length;
}

function decodeSync(chunks) {
  const decoder = new EventStreamDecoder();
  let seen = 0;
  for (const chunk of chunks) for (const message of decoder.push(chunk)) seen += parsedEvent(message);
  decoder.end();
  return seen;
}

async function decodeEach(messages) {
  let seen = 0;
  for await (const message of messages) seen += parsedEvent(message);
  return seen;
}

async function decodeAll(batches) {
  let seen = 0;
  for await (const batch of batches) for (const message of batch) seen += parsedEvent(message);
  return seen;
}

async function decodePiped(chunks) {
  let seen = 0;
  const reader = streamOf(chunks).pipeThrough(new EventStreamDecoderStream()).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read())
    seen += parsedEvent(read.value);
  return seen;
}

function decodeBodies(chunks) {
  const decoder = new EventStreamDecoder();
  let length = 0;
  for (const chunk of chunks) for (const message of decoder.push(chunk)) length += message.body.length;
  return length;
}

async function smithyStream(chunks) {
  let seen = 0;
  for await (const event of smithyEvents(chunks, (body) => JSON.parse(toUtf8(body))))
    seen += typeof event === 'object' ? 1 : 0;
  return seen;
}

async function smithyBodies(chunks) {
  let length = 0;
  for await (const event of smithyEvents(chunks, (body) => body)) length += event.contentBlockDelta.length;
  return length;
}

function smithyEvents(chunks, read) {
  const marshaller = new EventStreamMarshaller({ utf8Encoder: toUtf8, utf8Decoder: fromUtf8 });
  return marshaller.deserialize(streamOf(chunks), async (event) => {
    const [name] = Object.keys(event);
    return { [name]: read(event[name].body) };
  });
}

async function aiSdkStream(createDecoder, chunks) {
  let seen = 0;
  const reader = createDecoder(streamOf(chunks), ({ data }, controller) =>
    controller.enqueue(JSON.parse(data)),
  ).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read())
    seen += typeof read.value === 'object' ? 1 : 0;
  return seen;
}

async function aiSdkBodies(createDecoder, chunks) {
  let length = 0;
  const reader = createDecoder(streamOf(chunks), ({ data }, controller) =>
    controller.enqueue(data),
  ).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) length += read.value.length;
  return length;
}

function lifionParse(messages) {
  let seen = 0;
  for (const message of messages) seen += typeof lifion.parse(message).payload === 'object' ? 1 : 0;
  return seen;
}

// Only with one message a chunk: given more, it delivers the first and keeps the rest.
async function lifionStream(messages) {
  const parser = new lifion.Parser();
  let seen = 0;
  parser.on('data', ({ payload }) => {
    seen += typeof payload === 'object' ? 1 : 0;
  });
  const ended = new Promise((resolve, reject) => parser.on('end', resolve).on('error', reject));
  for (const message of messages)
    if (!parser.write(message)) await new Promise((resolve) => parser.once('drain', resolve));
  parser.end();
  await ended;
  return seen;
}

// The decoder is not exported, so its source is compiled, with the dependencies that it is published with.
async function loadAiSdkDecoder() {
  const out = new URL('../out/', import.meta.url);
  const outfile = fileURLToPath(new URL('ai-sdk-decoder.mjs', out));
  const source = new URL(
    '../node_modules/@ai-sdk/amazon-bedrock/src/amazon-bedrock-event-stream-decoder.ts',
    import.meta.url,
  );
  mkdirSync(out, { recursive: true });
  await build({
    entryPoints: [realpathSync(source)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  const { createAmazonBedrockEventStreamDecoder } = await import(pathToFileURL(outfile).href);
  return createAmazonBedrockEventStreamDecoder;
}

// What one message costs on the heap until its JSON is parsed, the JSON included. The young generation is larger than what
// is allocated here, so nothing is collected meanwhile.
function printHeap(messages) {
  const some = messages.slice(0, 5000);
  const [chunk] = cut(Buffer.concat(some), 1_048_576);
  const perMessage = (run) => {
    for (let warm = 0; warm < 60; warm++) run();
    globalThis.gc();
    const before = process.memoryUsage().heapUsed;
    run();
    return Math.round((process.memoryUsage().heapUsed - before) / some.length);
  };
  const decoding = perMessage(() => {
    const decoded = new EventStreamDecoder().push(chunk);
    for (let index = 0; index < decoded.length; index++) parsed(text.decode(decoded[index].body));
  });
  const bodies = new EventStreamDecoder().push(chunk).map(({ body }) => body);
  const json = perMessage(() => {
    for (let index = 0; index < bodies.length; index++) parsed(text.decode(bodies[index]));
  });
  const kept = decoding <= 450 ? 'kept' : 'MISSED';
  console.log(
    `heap per message, its parsed JSON included: ${decoding} B; at most 450 B: ${kept} (text and JSON alone: ${json} B)`,
  );
}

function parsedEvent(message) {
  const event = readEvent(message);
  return event.type === 'event' ? parsed(text.decode(event.payload)) : 0;
}

function parsed(json) {
  return typeof JSON.parse(json) === 'object' ? 1 : 0;
}

/** A contender that has not decoded everything has no figure. */
function checked(result, expected) {
  if (result !== expected) throw new Error(`${result} of ${expected} were decoded`);
  return result;
}

function streamOf(chunks) {
  let at = 0;
  return new ReadableStream(
    {
      pull(controller) {
        if (at < chunks.length) controller.enqueue(chunks[at++]);
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

function cut(bytes, size) {
  const chunks = [];
  for (let at = 0; at < bytes.length; at += size)
    chunks.push(new Uint8Array(bytes.buffer, bytes.byteOffset + at, Math.min(size, bytes.length - at)));
  return chunks;
}

// Messages as ConverseStream sends them: text deltas of some words, padded to a random length by the member "p".
function conversation(count) {
  const alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  const words = ['the', ' stream', ' of', ' é', ' messages', ' is', ' read', '.\n', ' "quoted"', ' linear'];
  // Park and Miller's generator: the same messages in every run.
  let state = 1;
  const random = (bound) => (state = (state * 48_271) % 2_147_483_647) % bound;
  return Array.from({ length: count }, (_, index) => {
    const p = alphabet.slice(0, random(alphabet.length));
    if (index === 0) return event('messageStart', { p, role: 'assistant' });
    if (index === count - 3) return event('contentBlockStop', { contentBlockIndex: 0, p });
    if (index === count - 2) return event('messageStop', { p, stopReason: 'end_turn' });
    if (index === count - 1)
      return event('metadata', {
        metrics: { latencyMs: 900 },
        p,
        usage: { inputTokens: 9, outputTokens: 9 },
      });
    return event('contentBlockDelta', {
      contentBlockIndex: 0,
      delta: { text: words[random(words.length)] },
      p,
    });
  });
}

function event(name, payload) {
  return Buffer.from(encodeMessage({ headers: headersOf(name), body: fromUtf8(JSON.stringify(payload)) }));
}

function longMessage(bodyBytes) {
  return encodeMessage({
    headers: headersOf('contentBlockDelta'),
    body: new Uint8Array(bodyBytes).fill(0x61),
  });
}

function headersOf(name) {
  return {
    ':event-type': { type: 'string', value: name },
    ':content-type': { type: 'string', value: 'application/json' },
    ':message-type': { type: 'string', value: 'event' },
  };
}
