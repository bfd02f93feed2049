// All who decode event streams, each as it is meant to be used: to events whose JSON is parsed, or to the bytes of long bodies. They
// tell how much they decoded. All streams read the same kind of source, a ReadableStream as fetch gives it.
import { mkdirSync, realpathSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { crc32 } from 'node:zlib';
import { EventStreamDecoder, EventStreamDecoderStream, readEvent } from '@bedrock-kit/eventstream';
import { EventStreamMarshaller } from '@smithy/core/event-streams';
import { fromUtf8, toUtf8 } from '@smithy/core/serde';
import { build } from 'esbuild';
import lifion from 'lifion-aws-event-stream';

const text = new TextDecoder();

// What every decoder has to do, and nothing else: the sum over each message, and its JSON.
export function decodeAtKnownBoundaries(messages) {
  let seen = 0;
  for (const message of messages) {
    const end = message.length - 4;
    if (crc32(message.subarray(0, end)) !== message.readUInt32BE(end)) throw new Error('wrong checksum');
    seen += parsed(message.utf8Slice(12 + message.readUInt32BE(4), end));
  }
  return seen;
}

export function copyAndSum(chunks, length) {
  const copy = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    copy.set(chunk, at);
    at += chunk.length;
  }
  crc32(copy);
  return copy.length;
}

export function decodeSync(chunks) {
  const decoder = new EventStreamDecoder();
  let seen = 0;
  for (const chunk of chunks) for (const message of decoder.push(chunk)) seen += parsedEvent(message);
  decoder.end();
  return seen;
}

export async function decodeEach(messages) {
  let seen = 0;
  for await (const message of messages) seen += parsedEvent(message);
  return seen;
}

export async function decodeAll(batches) {
  let seen = 0;
  for await (const batch of batches) for (const message of batch) seen += parsedEvent(message);
  return seen;
}

export async function decodePiped(chunks) {
  let seen = 0;
  const reader = streamOf(chunks).pipeThrough(new EventStreamDecoderStream()).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read())
    seen += parsedEvent(read.value);
  return seen;
}

export function decodeBodies(chunks) {
  const decoder = new EventStreamDecoder();
  let length = 0;
  for (const chunk of chunks) for (const message of decoder.push(chunk)) length += message.body.length;
  return length;
}

export async function smithyStream(chunks) {
  let seen = 0;
  for await (const event of smithyEvents(chunks, (body) => JSON.parse(toUtf8(body))))
    seen += typeof event === 'object' ? 1 : 0;
  return seen;
}

export async function smithyBodies(chunks) {
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

export async function aiSdkStream(createDecoder, chunks) {
  let seen = 0;
  const reader = createDecoder(streamOf(chunks), ({ data }, controller) =>
    controller.enqueue(JSON.parse(data)),
  ).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read())
    seen += typeof read.value === 'object' ? 1 : 0;
  return seen;
}

export async function aiSdkBodies(createDecoder, chunks) {
  let length = 0;
  const reader = createDecoder(streamOf(chunks), ({ data }, controller) =>
    controller.enqueue(data),
  ).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) length += read.value.length;
  return length;
}

export function lifionParse(messages) {
  let seen = 0;
  for (const message of messages) seen += typeof lifion.parse(message).payload === 'object' ? 1 : 0;
  return seen;
}

// Only with one message a chunk: given more, it delivers the first and keeps the rest.
export async function lifionStream(messages) {
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
export async function loadAiSdkDecoder() {
  const out = new URL('./out/', import.meta.url);
  const outfile = fileURLToPath(new URL('ai-sdk-decoder.mjs', out));
  const source = new URL(
    './node_modules/@ai-sdk/amazon-bedrock/src/amazon-bedrock-event-stream-decoder.ts',
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

function parsedEvent(message) {
  const event = readEvent(message);
  return event.type === 'event' ? parsed(text.decode(event.payload)) : 0;
}

export function parsed(json) {
  return typeof JSON.parse(json) === 'object' ? 1 : 0;
}

export function streamOf(chunks) {
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
