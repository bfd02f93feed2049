// The program of the README sends and prints what it says.
import { expect, it } from 'vitest';
import { programsOf } from './readme.ts';
import { json } from './wire.ts';

const { codes, run, said } = programsOf('invocation', import.meta.url);

it('the README has one program', () => {
  expect(codes).toHaveLength(1);
});

it('sends the options that are known and warns of the other', async () => {
  const sent: unknown[] = [];
  const printed = await run(0, async (input, init) => {
    sent.push(await new Request(input, init).json());
    return json({ embedding: [0.5, 0.25] });
  });
  expect(said(0)).toHaveLength(2);
  expect(printed).toEqual(said(0));
  expect(sent).toEqual([{ inputText: 'a red bicycle', dimensions: 256 }]);
});
