// What callers without types pass as the images of a call.
import { describe, expect, it } from 'vitest';
import { createImageModel } from '../src/index.ts';
import { call as empty } from './call.ts';
import { json, wire } from '../../invocation/test/wire.ts';

const call = { ...empty, prompt: 'a cat' };
const form = "expected { type: 'file', data } with bytes or base64, or { type: 'url', url }.";

function model() {
  const { client, sent } = wire(() => json({ images: ['b25l'] }));
  return { sent, images: createImageModel('amazon.titan-image-generator-v2:0', {}, client) };
}

describe('what is no image is refused by its place, and nothing is sent', () => {
  it.each<[unknown, string]>([
    [{ files: 'cat.png' }, 'files is "cat.png", expected a list of images.'],
    [{ files: ['cat.png'] }, `files[0] is "cat.png", ${form}`],
    [{ files: [null] }, `files[0] is null, ${form}`],
    [{ files: [{ type: 'file' }] }, `files[0] is {"type":"file"}, ${form}`],
    [{ files: [{ type: 'file', data: 5 }] }, `files[0] is {"type":"file","data":5}, ${form}`],
    [{ mask: 5 }, `mask is 5, ${form}`],
    [{ mask: Uint8Array.of(7) }, `mask is {"0":7}, ${form}`],
    [{ prompt: { text: 'a cat', images: [] } }, 'prompt is {"text":"a cat","images":[]}, expected a text.'],
  ])('%j', async (given, message) => {
    const { images, sent } = model();
    await expect(images.doGenerate({ ...call, ...(given as object) })).rejects.toMatchObject({
      name: 'AI_InvalidArgumentError',
      message,
    });
    expect(sent).toEqual([]);
  });
});

it.each<[string, unknown]>([
  ['a file that is a data URL', { type: 'file', data: 'data:image/png;base64,AAAA', mediaType: 'image/png' }],
  ['an address that is a URL object', { type: 'url', url: new URL('data:image/png;base64,AAAA') }],
  ['bytes', { type: 'file', data: new Uint8Array(3), mediaType: 'image/png' }],
])('%s is sent as base64', async (_what, file) => {
  const { images, sent } = model();
  await images.doGenerate({ ...call, files: [file as never] });
  expect(sent).toMatchObject([{ body: { imageVariationParams: { images: ['AAAA'] } } }]);
});

it('files and a mask that are null are none', async () => {
  const { images, sent } = model();
  const { warnings } = await images.doGenerate({ ...call, files: null as never, mask: null as never });
  expect(sent).toMatchObject([{ body: { taskType: 'TEXT_IMAGE' } }]);
  expect(warnings.filter(({ type }) => type === 'unsupported')).toEqual([]);
});
