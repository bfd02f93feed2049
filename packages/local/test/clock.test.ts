import { expect, it } from 'vitest';
import { checkedClock } from '../src/clock.ts';
import type { LocalBedrockOptions } from '../src/index.ts';
import { asking, openBedrock, urlOf } from './in-process.ts';
import { thrownBy } from './thrown-by.ts';

const wanted = "clock must give a Date, such as new Date('2026-01-15'); it gave";

it('a clock that gives no time is told by what it gave', () => {
  const noon = new Date('2026-01-15T12:00:00Z');
  expect(checkedClock(() => noon)()).toEqual(noon);
  for (const [given, told] of [
    [1_768_478_400_000, '1768478400000'],
    ['now', '"now"'],
    [undefined, 'undefined'],
    [null, 'null'],
    [new Date('never'), 'Invalid Date'],
  ]) {
    const clock = checkedClock(() => given as Date); // the types refuse it
    const { code, place, message } = thrownBy(clock);
    expect([code, place, message]).toEqual(['invalid-option', 'clock', `${wanted} ${told as string}.`]);
  }
});

it('a request keeps its time when the Date of the clock is moved on', async () => {
  const now = new Date('2026-01-15T12:00:00Z');
  const bedrock = openBedrock({ clock: () => now });
  await bedrock.fetch(urlOf('converse'), asking('hi'));
  now.setUTCHours(13);
  await bedrock.fetch(urlOf('converse'), asking('hi'));
  expect(bedrock.requests.map(({ time }) => time.toISOString().slice(11, 16))).toEqual(['12:00', '13:00']);
});

it('a call without a time is answered with the reason, in process and on a port', async () => {
  const clock = Date.now as unknown as LocalBedrockOptions['clock']; // the types refuse it
  const bedrock = openBedrock({ clock });
  const { url } = await bedrock.listen();
  const answers = [
    await bedrock.fetch(urlOf('converse'), asking('hi')),
    await fetch(urlOf('converse', 'amazon.nova-lite-v1:0', url), asking('hi')),
  ];
  await bedrock.close();
  for (const { status, headers } of answers)
    expect([status, headers.get('x-bedrock-local-hint')]).toEqual([500, expect.stringContaining(wanted)]);
});
