// What Claude sees of images before it looks at them: that they are what they are said to be, and not too large.
import type { ContentBlock, ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Bench, modelId, runtime, startBench } from '../aws-clients.ts';
import { refusalOf } from '../invoke-model.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.close());

/** The head of a PNG, which tells its size. */
function png(width: number, height: number): Uint8Array {
  const head = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0', 'latin1');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

const image = (bytes: Uint8Array, format: 'png' | 'jpeg' = 'png') => ({
  image: { format, source: { bytes } },
});
const weather = { toolSpec: { name: 'weather', inputSchema: { json: { type: 'object' } } } };

/** A request with these images behind a text, or with them in the result of a tool. */
const beside = (...images: ReturnType<typeof image>[]): ConverseCommandInput => ({
  modelId,
  messages: [{ role: 'user', content: [{ text: 'What is it?' }, ...images] }],
});
const inResult = (...content: ReturnType<typeof image>[]): ConverseCommandInput => ({
  modelId,
  messages: [
    { role: 'user', content: [{ text: 'What is it?' }] },
    { role: 'assistant', content: [{ toolUse: { toolUseId: 'a', name: 'weather', input: {} } }] },
    { role: 'user', content: [{ toolResult: { toolUseId: 'a', content } }] },
  ],
  toolConfig: { tools: [weather] },
});

async function converse(input: ConverseCommandInput): Promise<ContentBlock[]> {
  const { output } = await bench.client('HTTP/1.1').send(new runtime.ConverseCommand(input));
  return output?.message?.content ?? [];
}

const small = image(png(8, 8));
const wide = image(png(2001, 8));

it.each([
  [
    'of another format',
    beside(image(png(8, 8), 'jpeg')),
    'messages.0.content.1.image.source.bytes: The image was specified using the image/jpeg media type, but the image appears to be a image/png image',
  ],
  [
    'of more than 8,000 pixels',
    beside(small, image(png(8, 8001))),
    'messages.0.content.2.image.source.base64.data: At least one of the image dimensions exceed max allowed size: 8000 pixels',
  ],
  [
    'of more than 2,000 pixels among more than twenty',
    { ...beside(...Array<typeof small>(20).fill(small), wide), modelId: 'us.anthropic.claude-opus-5-5' },
    'messages.0.content.21.image.source.base64.data: At least one of the image dimensions exceed max allowed size for many-image requests: 2000 pixels',
  ],
  [
    'in a tool result',
    inResult(image(png(8, 8), 'jpeg')),
    'messages.2.content.0.tool_result.content.0.image.source.bytes: The image was specified using the image/jpeg media type, but the image appears to be a image/png image',
  ],
])('an image %s is refused', async (_, request, words) => {
  expect(await refusalOf(converse(request))).toContain(`The model returned the following errors: ${words}`);
});

it.each([
  ['up to these sizes', beside(image(png(8000, 8000)))],
  ['that are twenty', beside(...Array<typeof wide>(20).fill(wide))],
  ['of which nothing can be told', beside(image(Uint8Array.of(0, 1, 2)))],
  ['for another model', { ...beside(image(png(9000, 8), 'jpeg')), modelId: 'us.amazon.nova-pro-v1:0' }],
])('images %s are taken', async (_, request) => {
  expect(await converse(request)).toHaveLength(1);
});
