// Every program of the README prints what it says.
import { expect, it } from 'vitest';
import { programsOf } from '../../invocation/test/readme.ts';
import { json } from '../../invocation/test/wire.ts';

const { codes, run, said } = programsOf('embeddings', import.meta.url);

const bedrock: typeof fetch = async (input, init) => {
  const body = (await new Request(input, init).json()) as Record<string, unknown>;
  const values = body['texts'] ?? body['inputs'];
  if (!Array.isArray(values)) return json({ embedding: [0.5, 0.25], inputTextTokenCount: 2 });
  const float = values.map((_, index) => [index, 1]);
  return json({ embeddings: body['embedding_types'] ? { float, int8: float } : float });
};

it('the README has three programs', () => {
  expect(codes).toHaveLength(3);
});

it.each([...codes.keys()])('program %i prints what it says', async (index) => {
  expect(said(index)).not.toEqual([]);
  expect(await run(index, bedrock)).toEqual(said(index));
});
