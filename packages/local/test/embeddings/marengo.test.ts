// The embeddings of Marengo, whose versions take their members in forms of their own.
import { describe, expect, it } from 'vitest';
import { invoking, refusalOf } from '../invoke-model.ts';
import { pngOf } from './painted-png.ts';

const invoke = invoking();

const marengo2 = 'us.twelvelabs.marengo-embed-2-7-v1:0';
const marengo3 = 'twelvelabs.marengo-embed-3-0-v1:0';

describe('Marengo', () => {
  it('2.7 takes its members flat and answers with 1,024 dimensions', async () => {
    const mediaSource = { base64String: await pngOf('a dog') };
    const bodies = [
      { inputType: 'text', inputText: 'a dog' },
      { inputType: 'image', mediaSource },
    ];
    for (const body of bodies) {
      const answer = await invoke(marengo2, body);
      expect(answer.body).toEqual({ data: [{ embedding: expect.any(Array) as number[] }] });
      const [first] = answer.body['data'] as { embedding: number[] }[];
      expect(first?.embedding).toHaveLength(1024);
    }
  });

  it('3.0 takes them under the name of the input and answers with 512', async () => {
    const mediaSource = { base64String: await pngOf('a dog') };
    const bodies = [
      { inputType: 'text', text: { inputText: 'a dog' } },
      { inputType: 'image', image: { mediaSource } },
      { inputType: 'text_image', text_image: { inputText: 'a dog', mediaSource } },
      {
        inputType: 'multi_input',
        multi_input: {
          inputText: 'like <@first>',
          mediaSources: [{ name: 'first', mediaType: 'image', ...mediaSource }],
        },
      },
    ];
    for (const body of bodies) {
      const answer = await invoke(marengo3, body);
      const [first] = answer.body['data'] as { embedding: number[] }[];
      expect(first?.embedding).toHaveLength(512);
    }
  });

  it('refuses a name that no source has, and video in a call that waits', async () => {
    const wrong = { inputType: 'multi_input', multi_input: { inputText: '<@b>', mediaSources: [] } };
    expect(await refusalOf(invoke(marengo3, wrong))).toContain('<@b> is the name of none');
    expect(await refusalOf(invoke(marengo3, { inputType: 'video', video: {} }))).toContain('/inputType');
  });
});
