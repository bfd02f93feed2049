// 10,000 text deltas arrive complete and in order, however the network cuts them.
import { createLocalBedrock } from '@bedrock-kit/local';
import { createAmazonBedrock } from '@bedrock-kit/provider';
import { streamText } from 'ai';
import { expect, test } from 'vitest';

const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const count = 10_000;
const local = createLocalBedrock();
const { accessKeyId, secretAccessKey } = local.credentials;

test.each([
  ['1 byte', 1],
  ['7 bytes', 7],
  ['64 kB', 65_536],
])(
  'cut into chunks of %s',
  async (_, size) => {
    const bedrock = createAmazonBedrock({
      region: local.region,
      accessKeyId,
      secretAccessKey,
      fetch: async (input, init) => {
        const response = await local.fetch(input, init);
        const bytes = new Uint8Array(await response.arrayBuffer());
        return new Response(inPieces(bytes, size), { status: response.status, headers: response.headers });
      },
    });
    const words: string[] = [];
    const errors: unknown[] = [];
    const result = streamText({
      model: bedrock(modelId),
      prompt: `Repeat the word granite ${count} times.`,
      onError: ({ error }) => errors.push(error),
    });
    for await (const text of result.textStream) words.push(text);
    expect(errors).toEqual([]);
    expect(words.length).toBe(count);
    expect(words.join('')).toBe(Array.from({ length: count }, () => 'granite').join(' '));
    expect(await result.finishReason).toBe('stop');
  },
  120_000,
);

function inPieces(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
  let offset = 0;
  return new ReadableStream({
    pull(controller) {
      if (offset >= bytes.length) {
        controller.close();
        return;
      }
      controller.enqueue(bytes.subarray(offset, offset + size));
      offset += size;
    },
  });
}
