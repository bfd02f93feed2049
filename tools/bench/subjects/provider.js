// The provider as a whole beside the provider that most people use, each fed the same bytes by an injected fetch, so that what is
// measured is the work above the network: mapping, signing, decoding, stream parts.
import { createAmazonBedrock as createTheirs } from '@ai-sdk/amazon-bedrock';
import { encodeMessage } from '@bedrock-kit/eventstream';
import { createAmazonBedrock as createOurs } from '@bedrock-kit/provider';
import { streamText } from 'ai';

const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const keys = {
  region: 'us-east-1',
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};
const question = { prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }] };
const usage = { inputTokens: 3, outputTokens: 2000, totalTokens: 2003 };
const padding = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

export default function provider() {
  const stream = chunks(answer(2000), 16_384);
  const answered = JSON.stringify({
    output: { message: { role: 'assistant', content: [{ text: 'word '.repeat(400) }] } },
    stopReason: 'end_turn',
    usage,
    metrics: { latencyMs: 12 },
  });
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
  const streaming = models(() => eventStream(stream));
  const whole = models(() => new Response(answered, { headers: { 'content-type': 'application/json' } }));
  return [
    {
      title: 'doStream of 2,000 small events in chunks of 16 kB, read to its end; the floor reads the bytes',
      contenders: {
        'bedrock-kit': async () => drain((await streaming.ours.doStream(question)).stream),
        '@ai-sdk/amazon-bedrock': async () => drain((await streaming.theirs.doStream(question)).stream),
        'floor: reading the body': () => drain(eventStream(stream).body),
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
        'bedrock-kit': () => whole.ours.doGenerate(question),
        '@ai-sdk/amazon-bedrock': () => whole.theirs.doGenerate(question),
      },
    },
    {
      title: 'doGenerate with an image of 3.75 MB as bytes',
      contenders: {
        'bedrock-kit': () => whole.ours.doGenerate(withImage),
        '@ai-sdk/amazon-bedrock': () => whole.theirs.doGenerate(withImage),
      },
      targets: { '@ai-sdk/amazon-bedrock': 12 },
    },
  ];
}

function models(respond) {
  const fetch = () => Promise.resolve(respond());
  return {
    ours: createOurs({ ...keys, fetch })(modelId),
    joining: createOurs({ ...keys, fetch, joinDeltas: true })(modelId),
    theirs: createTheirs({ ...keys, fetch })(modelId),
  };
}

async function wholeText(model) {
  const { textStream } = streamText({ model, prompt: 'Hello' });
  await drain(textStream);
}

function answer(deltas) {
  const frames = [event('messageStart', { role: 'assistant' })];
  for (let index = 0; index < deltas; index++) {
    // The service pads its events with a member p of changing length.
    const p = padding.slice(0, (index * 7) % padding.length);
    frames.push(
      event('contentBlockDelta', { contentBlockIndex: 0, delta: { text: ` word${index % 100}` }, p }),
    );
  }
  frames.push(event('contentBlockStop', { contentBlockIndex: 0 }));
  frames.push(event('messageStop', { stopReason: 'end_turn' }));
  frames.push(event('metadata', { usage, metrics: { latencyMs: 12 } }));
  return Buffer.concat(frames);
}

function event(name, payload) {
  const headers = { ':event-type': name, ':content-type': 'application/json', ':message-type': 'event' };
  const typed = Object.entries(headers).map(([key, value]) => [key, { type: 'string', value }]);
  return encodeMessage({ headers: Object.fromEntries(typed), body: Buffer.from(JSON.stringify(payload)) });
}

function chunks(bytes, size) {
  const pieces = [];
  for (let offset = 0; offset < bytes.length; offset += size)
    pieces.push(bytes.subarray(offset, offset + size));
  return pieces;
}

function eventStream(pieces) {
  let index = 0;
  const body = new ReadableStream({
    pull(controller) {
      if (index < pieces.length) controller.enqueue(new Uint8Array(pieces[index++]));
      else controller.close();
    },
  });
  return new Response(body, { headers: { 'content-type': 'application/vnd.amazon.eventstream' } });
}

async function drain(stream) {
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read());
}
