// The parts of an answer are handed on as they come, and those that it ends with however many they are.
import { createUIMessageStream, readUIMessageStream, streamText, toUIMessageStream } from 'ai';
import { expect, it } from 'vitest';
import { createAmazonBedrock } from '../src/index.ts';
import { event, eventStream, farSide } from './far-side.ts';

const modelId = 'amazon.nova-lite-v1:0';
const prompt = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'Hi' }] }];
const said = (text: string, contentBlockIndex = 0) =>
  event('contentBlockDelta', { contentBlockIndex, delta: { text } });

it('the parts of a chunk are handed on before the next chunk has come', { timeout: 10_000 }, async () => {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const headers = { 'content-type': 'application/vnd.amazon.eventstream' };
  const { fetch } = farSide(() => new Response(readable, { headers }));
  const model = createAmazonBedrock({ region: 'us-east-1', apiKey: 'key', fetch })(modelId);
  void writer.write(said('one '));
  const reader = (await model.doStream({ prompt })).stream.getReader();
  const nextText = async (): Promise<string | undefined> => {
    const { value } = await reader.read();
    return value === undefined || value.type === 'text-delta' ? value?.delta : nextText();
  };
  expect(await nextText()).toBe('one ');
  void writer.write(said('two '));
  expect(await nextText()).toBe('two ');
  await reader.cancel();
});

it('two answers that stream into one message of a chat at the same time keep their words apart', async () => {
  const headers = { 'content-type': 'application/vnd.amazon.eventstream' };
  const answers = ['one', 'two'].map((word) => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    return { word, readable, writer: writable.getWriter() };
  });
  const stream = createUIMessageStream({
    execute({ writer }) {
      for (const { readable } of answers) {
        const { fetch } = farSide(() => new Response(readable, { headers }));
        const model = createAmazonBedrock({ region: 'us-east-1', apiKey: 'key', fetch })(modelId);
        writer.merge(toUIMessageStream({ stream: streamText({ model, prompt: 'Hi' }).stream }));
      }
    },
  });
  for (const { word, writer } of answers) void writer.write(said(`${word} `));
  let texts: string[] = [];
  let haveBegun = false;
  for await (const { parts } of readUIMessageStream({ stream })) {
    texts = parts.flatMap((part) => (part.type === 'text' ? [part.text] : []));
    if (haveBegun || !answers.every(({ word }) => texts.join('').includes(word))) continue;
    haveBegun = true;
    for (const { word, writer } of answers) {
      for (const frame of [said(word.toUpperCase()), event('messageStop', { stopReason: 'end_turn' })])
        void writer.write(frame);
      void writer.close();
    }
  }
  expect(texts.sort()).toEqual(['one ONE', 'two TWO']);
});

const count = 130_000; // more than a function takes arguments
const blocks = Array.from({ length: count }, (_, index) => said('a', index));

it.each([
  ['whole', [event('messageStop', { stopReason: 'end_turn' })]],
  ['cut off', []],
])(
  'the blocks that are open at the end of an answer end, however many they are: %s',
  { timeout: 30_000 },
  async (_, end) => {
    const { fetch } = farSide(() => eventStream([...blocks, ...end]));
    const model = createAmazonBedrock({ region: 'us-east-1', apiKey: 'key', fetch })(modelId);
    const { stream } = await model.doStream({ prompt });
    const types = new Map<string, number>();
    for await (const { type } of stream) types.set(type, (types.get(type) ?? 0) + 1);
    expect(types.get('text-end')).toBe(count);
  },
);
