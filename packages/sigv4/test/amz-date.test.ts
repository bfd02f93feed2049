import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatAmzDate, parseAmzDate } from '../src/amz-date.ts';

it('a date has one text, in UTC and without parts of seconds', () => {
  expect(formatAmzDate(new Date('2015-08-30T12:36:00.999Z'))).toBe('20150830T123600Z');
  expect(formatAmzDate('2015-08-30T14:36:01+02:00')).toBe('20150830T123601Z');
  expect(formatAmzDate(0)).toBe('19700101T000000Z');
});

it('every second comes back', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
      (date) => {
        const seconds = Math.floor(date.getTime() / 1000) * 1000;
        expect(parseAmzDate(formatAmzDate(date))?.getTime()).toBe(seconds);
      },
    ),
  );
});

it('what is no such text, or no such day, is no date', () => {
  for (const text of [
    '',
    '20150830',
    '2015-08-30T12:36:00Z',
    '2015-08-30T12:36:00.000Z',
    '20150830T123600',
    '20150230T123600Z',
    '20150830T250000Z',
    'x20150830T123600Z',
  ]) {
    expect(parseAmzDate(text)).toBeUndefined();
  }
});
