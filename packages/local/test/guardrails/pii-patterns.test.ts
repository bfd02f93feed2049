import { expect, it } from 'vitest';
import { findPii, piiPatterns } from '../../src/guardrails/pii-patterns.ts';

/** Texts with what is to be found in them, and texts that only look like it. Numbers are the issuers' own test numbers. */
const cases: Readonly<
  Record<string, readonly [found: readonly [text: string, match: string][], not: readonly string[]]>
> = {
  EMAIL: [
    [
      ['mail ada.l+x@mail.example.com, please', 'ada.l+x@mail.example.com'],
      ['<me@example.org>', 'me@example.org'],
    ],
    ['me@localhost', '@handle', 'a @ b.com'],
  ],
  PHONE: [
    [
      ['call (212) 555-0123 now', '(212) 555-0123'],
      ['+1 212-555-0123', '+1 212-555-0123'],
      ['(212)555-0123', '(212)555-0123'],
      ['2125550123 or 212.555.0123', '212.555.0123'],
    ],
    ['1234567890123456', 'order 12-345', '2026-11-22'],
  ],
  URL: [[['see https://example.com/a?b=1.', 'https://example.com/a?b=1']], ['example dot com', 'http:/x']],
  IP_ADDRESS: [[['from 192.0.2.1 on', '192.0.2.1']], ['256.1.1.1', '1.2', '1.2.3', '1.2.3.4.5']],
  MAC_ADDRESS: [[['00:1B:44:11:3A:B7', '00:1B:44:11:3A:B7']], ['00:1B:44:11:3A', '12:30:00']],
  CREDIT_DEBIT_CARD_NUMBER: [
    [
      ['card 4242 4242 4242 4242', '4242 4242 4242 4242'],
      ['5555555555554444', '5555555555554444'],
    ],
    ['1234', '2026-11-22'],
  ],
  CREDIT_DEBIT_CARD_EXPIRY: [[['until 12/28', '12/28']], ['13/28', '1/2']],
  US_SOCIAL_SECURITY_NUMBER: [
    [['ssn 123-45-6789', '123-45-6789']],
    ['000-12-3456', '666-12-3456', '123-00-6789'],
  ],
  US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER: [[['912-70-1234', '912-70-1234']], ['812-70-1234']],
  INTERNATIONAL_BANK_ACCOUNT_NUMBER: [
    [
      ['to DE89 3704 0044 0532 0130 00', 'DE89 3704 0044 0532 0130 00'],
      ['GB29NWBK60161331926819', 'GB29NWBK60161331926819'],
    ],
    ['DE89', 'DE89 370', 'ABCD 1234'],
  ],
  SWIFT_CODE: [[['BIC DEUTDEFF', 'DEUTDEFF']], ['DEUTDEFF alone', 'swift']],
  AWS_ACCESS_KEY: [[['key AKIAIOSFODNN7EXAMPLE', 'AKIAIOSFODNN7EXAMPLE']], ['AKIA', 'akiaiosfodnn7example']],
  UK_NATIONAL_INSURANCE_NUMBER: [
    [['NI QQ is not, AB 12 34 56 C is', 'AB 12 34 56 C']],
    ['DA 12 34 56 C', 'AB 12 34 56 E'],
  ],
  VEHICLE_IDENTIFICATION_NUMBER: [
    [['vin 1HGBH41JXMN109186', '1HGBH41JXMN109186']],
    ['12345678901234567', 'IHGBH41JXMN109186'],
  ],
};

it('every type with a pattern is shown here', () => {
  expect(Object.keys(cases).sort()).toEqual(Object.keys(piiPatterns).sort());
});

it.each(Object.entries(cases))(
  '%s is found in its forms, and in nothing that only looks like it',
  (type, [found, not]) => {
    for (const [text, match] of found) {
      const begin = text.indexOf(match);
      expect(findPii(text, [type])).toEqual([{ type, match, begin, end: begin + match.length }]);
    }
    for (const text of not) expect(findPii(text, [type])).toEqual([]);
  },
);

it('an address of mail is looked for in a long word once', { timeout: 5_000 }, () => {
  const word = 'a.0'.repeat(100_000);
  expect(findPii(`${word} a@b.example`, ['EMAIL'])).toEqual([
    { type: 'EMAIL', match: 'a@b.example', begin: 300_001, end: 300_012 },
  ]);
});

it('a line is not read to its end from each word that could be a SWIFT code', { timeout: 5_000 }, () => {
  const line = 'transfer it now '.repeat(60_000);
  expect(findPii(`${line}DEUTDEFF (BIC)`, ['SWIFT_CODE']).at(-1)).toEqual({
    type: 'SWIFT_CODE',
    match: 'DEUTDEFF',
    begin: 960_000,
    end: 960_008,
  });
});
