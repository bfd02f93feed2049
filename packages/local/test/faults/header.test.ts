// Faults that a request asks for itself, in a header.
import { describe, expect, it } from 'vitest';
import { parseFaultHeader } from '../../src/faults/header.ts';
import { asking, errorOf, openBedrock, partsOf, urlOf } from '../in-process.ts';
import { names } from './faulty-answers.ts';
import { holdTime } from './held-time.ts';

holdTime();

describe('the header of faults', () => {
  const header = (value: string, operation = 'converse-stream') =>
    openBedrock().fetch(urlOf(operation), asking('echo one two three', { 'x-bedrock-local-fault': value }));

  it('takes a fault as a kind and its members', async () => {
    const parts = await partsOf(await header('exception; after=1; name=internalServerException'));
    expect(names(parts)).toEqual(['messageStart', 'contentBlockDelta', 'internalServerException']);
  });

  it('takes a text with an equals sign in it', async () => {
    const fault = 'throttle; message=1 = 1';
    const response = await openBedrock().fetch(
      urlOf('converse'),
      asking('hi', { 'x-bedrock-local-fault': fault }),
    );
    expect((await errorOf(response)).message).toBe('1 = 1');
  });

  it.each(['404', '1+2'])('takes a text that looks like a number for a text: %s', async (text) => {
    expect((await errorOf(await header(`throttle; message=${text}`))).message).toBe(text);
  });

  it('takes several faults separated by commas, and several sizes joined by +', async () => {
    const parts = await partsOf(await header('end-early; after=2, chunks; sizes=3+4'));
    expect(parts.slice(0, 4).map(({ length }) => length)).toEqual([3, 4, 3, 4]);
    expect(names(parts)).toEqual(['messageStart', 'contentBlockDelta', 'contentBlockDelta']);
  });

  it.each([
    ['clock-skew; seconds=-90.25', { kind: 'clock-skew', seconds: -90.25 }],
    ['stall; after=12; ms=1500', { kind: 'stall', after: 12, ms: 1500 }],
    ['chunks; sizes=16', { kind: 'chunks', sizes: 16 }],
    ['chunks; sizes=16+256', { kind: 'chunks', sizes: [16, 256] }],
    ['chunks; sizes=prelude', { kind: 'chunks', sizes: 'prelude' }],
  ])('takes numbers, lists of them and words: %s', (value, fault) => {
    expect(parseFaultHeader(value)).toEqual([fault]);
  });

  it('takes JSON', async () => {
    expect(
      await errorOf(await header('{"kind":"error","code":"ThrottlingException","message":"a, b; c"}')),
    ).toMatchObject({
      status: 429,
      message: 'a, b; c',
    });
  });

  it.each([
    ['thorttle', /kind is "thorttle", which is no kind of fault \(did you mean throttle\?\)/],
    ['stall; after=1', /ms is missing: the fault stall needs it\./],
    ['stall; ms=-1', /ms must be a whole number from 0, not -1\./],
    ['slowness', /kind is "slowness", which is no kind of fault \(choose from error, throttle, /],
    ['expired-token; after=1', /after is no member of the fault expired-token \(it has none\)/],
    ['throttle; toString=1', /toString is no member of the fault throttle/],
    ['throttle; afterr=1', /afterr is no member of the fault throttle \(choose from message, retryAfter\)/],
    ['chunks; sizes=0', /sizes must be a size in bytes from 1/],
    ['{"kind"', /is not valid JSON/],
    [
      '[{"kind":"throttle","when":{"call":2}}]',
      /^x-bedrock-local-fault\.when has no place here: the fault hits this very request\.$/,
    ],
  ])(
    'that cannot be understood is refused, so that no test passes because of a slip: %s',
    async (value, message) => {
      const said = expect.stringMatching(message) as string;
      expect(await errorOf(await header(value))).toEqual({
        status: 400,
        type: 'ValidationException',
        message: said,
        hint: said,
      });
    },
  );
});
