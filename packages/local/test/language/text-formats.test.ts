import { expect, it } from 'vitest';
import { textOfFormat } from '../../src/language/text-formats.ts';

it.each([
  ['date', 'on 2026-12-24, please', '2026-12-24'],
  ['date-time', 'at 2026-12-24T20:00:00+01:00 sharp', '2026-12-24T20:00:00+01:00'],
  ['time', 'at 20:00:00Z.', '20:00:00Z'],
  ['duration', 'for P1DT2H or PT90M', 'P1DT2H'],
  ['email', 'write to ada.l@mail.example.com.', 'ada.l@mail.example.com'],
  ['hostname', 'the host db-1.example.com is down', 'db-1.example.com'],
  ['uri', 'see https://example.com/a/b?c=d#e.', 'https://example.com/a/b?c=d#e'],
  ['ipv4', 'from 192.0.2.17 on', '192.0.2.17'],
  ['ipv6', 'from 2001:db8:0:0:0:0:0:17 on', '2001:db8:0:0:0:0:0:17'],
  ['uuid', 'id 123e4567-e89b-12d3-a456-426614174000', '123e4567-e89b-12d3-a456-426614174000'],
])('%s in "%s" is %s', (format, text, found) => {
  expect(textOfFormat(format, text)).toBe(found);
});

it.each([
  ['date', 'on 2026-02-30'],
  ['time', 'at 25:00:00Z'],
  ['ipv4', 'from 256.1.1.1'],
  ['email', 'me@localhost'],
])('%s is not in "%s"', (format, text) => {
  expect(text).not.toContain(textOfFormat(format, text));
});

it('a format that Bedrock does not document has no text', () => {
  expect(textOfFormat('regex', 'a*')).toBeUndefined();
  expect(textOfFormat('constructor', 'a*')).toBeUndefined();
});
