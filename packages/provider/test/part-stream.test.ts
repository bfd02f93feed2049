// The parts that an answer ends with are handed on, however many they are.
import { expect, it } from 'vitest';
import { createAmazonBedrock } from '../src/index.ts';
import { event, eventStream, farSide } from './far-side.ts';

const count = 130_000; // more than a function takes arguments

it.each([
  ['whole', [event('messageStop', { stopReason: 'end_turn' })]],
  ['cut off', []],
])(
  'the blocks that are open at the end of an answer end, however many they are: %s',
  { timeout: 30_000 },
  async (_, end) => {
    const blocks = Array.from({ length: count }, (__, contentBlockIndex) =>
      event('contentBlockDelta', { contentBlockIndex, delta: { text: 'a' } }),
    );
    const { fetch } = farSide(() => eventStream([...blocks, ...end]));
    const model = createAmazonBedrock({ region: 'us-east-1', apiKey: 'key', fetch })('amazon.nova-lite-v1:0');
    const prompt = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'Hi' }] }];
    const { stream } = await model.doStream({ prompt });
    const types = new Map<string, number>();
    for await (const { type } of stream) types.set(type, (types.get(type) ?? 0) + 1);
    expect(types.get('text-end')).toBe(count);
  },
);
