// Every program of the README prints what it says.
import { expect, it } from 'vitest';
import { programsOf } from '../../invocation/test/readme.ts';
import { json } from '../../invocation/test/wire.ts';

const { codes, run, said } = programsOf('reranking', import.meta.url);

const bedrock: typeof fetch = () => Promise.resolve(json({ results: [{ index: 1, relevanceScore: 0.9 }] }));

it('the README has one program', () => {
  expect(codes).toHaveLength(1);
});

it.each([...codes.keys()])('program %i prints what it says', async (index) => {
  expect(said(index)).not.toEqual([]);
  expect(await run(index, bedrock)).toEqual(said(index));
});
