// Every program of the README prints what it says.
import { expect, it } from 'vitest';
import { programsOf } from '../../invocation/test/readme.ts';
import { json } from '../../invocation/test/wire.ts';

const { codes, run, said } = programsOf('images', import.meta.url);

const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const bedrock: typeof fetch = () =>
  Promise.resolve(json({ images: [png], seeds: [7], finish_reasons: [null] }));

it('the README has two programs', () => {
  expect(codes).toHaveLength(2);
});

it.each([...codes.keys()])('program %i prints what it says', async (index) => {
  expect(said(index)).not.toEqual([]);
  expect(await run(index, bedrock)).toEqual(said(index));
});
