import { expect, it } from 'vitest';
import { assess } from '../../src/guardrails/assess.ts';
import type { GuardrailSettings } from '../../src/index.ts';

const settings: GuardrailSettings = {
  pii: { EMAIL: 'ANONYMIZE', URL: 'ANONYMIZE' },
  regexes: {
    order: { pattern: 'ord-\\d+', action: 'ANONYMIZE' },
    code: { pattern: '\\d-[A-Z]+', action: 'ANONYMIZE' },
  },
};

it.each([
  ['a@b.co or a@b.com', '{EMAIL} or {EMAIL}'],
  ['ord-1, ord-12 and ord-1', '{order}, {order} and {order}'],
  // What lies in something else is hidden with it, and so is what reaches beyond it.
  ['see https://a.io/?to=a@b.co now', 'see {URL} now'],
  ['ord-12-XYZ, EMAIL', '{order}, EMAIL'],
])('every place is masked as a whole: %s', (text, masked) => {
  expect(assess({ text }, settings, 'OUTPUT').text).toBe(masked);
});
