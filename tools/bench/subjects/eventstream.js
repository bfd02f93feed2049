// Event streams: decoding ConverseStream messages to parsed JSON, messages far longer than a chunk, and encoding.
import { decodeBatches, decodeStream, EventStreamDecoder, encodeMessage } from '@bedrock-kit/eventstream';
import { fromUtf8, toUtf8 } from '@smithy/core/serde';
import { EventStreamCodec } from '@smithy/eventstream-codec';
import {
  aiSdkBodies,
  aiSdkStream,
  copyAndSum,
  decodeAll,
  decodeAtKnownBoundaries,
  decodeBodies,
  decodeEach,
  decodePiped,
  decodeSync,
  lifionParse,
  lifionStream,
  loadAiSdkDecoder,
  parsed,
  smithyBodies,
  smithyStream,
  streamOf,
} from '../eventstream-decoders.js';
import { conversation, cut, headersOf, longMessage } from '../eventstream-messages.js';
import { checked } from '../harness.js';

const ours = 'EventStreamDecoder';
const smithy = '@smithy/core EventStreamMarshaller';
const aiSdk = '@ai-sdk/amazon-bedrock decoder';
const floor = 'floor: boundaries known';
const oneChunk = 'floor: the same in one chunk';

const text = new TextDecoder();

export const apart = true;

/** Prints what no case measures; returns how many targets were missed. */
export function report() {
  const messages = conversation(20_000);
  const bytes = Buffer.concat(messages).length;
  console.log(`\n20,000 messages of ${(bytes / messages.length).toFixed(0)} B on average`);
  return printHeap(messages);
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
  const kept = decoding <= 450;
  console.log(
    `heap per message, its parsed JSON included: ${decoding} B; at most 450 B: ${kept ? 'kept' : 'MISSED'} (text and JSON alone: ${json} B)`,
  );
  return kept ? 0 : 1;
}
