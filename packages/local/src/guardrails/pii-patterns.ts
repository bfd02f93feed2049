/**
 * Personal and secret data that has a form of its own, by pattern. What has none (names, addresses, ages) is not found.
 *
 * The types are those of https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-sensitive-filters.html
 */

/** Each with `g`, so that every place in a text is found. */
export const piiPatterns: Readonly<Record<string, RegExp>> = {
  // From its first character on: from each of them, a long word without an @ takes the square of its length.
  EMAIL: /(?<![\w.%+-])[\w.%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}/g,
  PHONE: /(?<![\w.-])(?:\+\d{1,3}[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]?\d{4}(?![\w-])/g,
  URL: /\bhttps?:\/\/[^\s"'<>]+[^\s"'<>.,;:!?)]/g,
  IP_ADDRESS: /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])/g,
  MAC_ADDRESS: /\b(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}\b/g,
  CREDIT_DEBIT_CARD_NUMBER: /(?<![\d-])(?:\d{4}[ -]?){3}\d{1,4}(?![\d-])/g,
  CREDIT_DEBIT_CARD_EXPIRY: /\b(?:0[1-9]|1[0-2])\/(?:\d{2}|20\d{2})\b/g,
  US_SOCIAL_SECURITY_NUMBER: /(?<![\d-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/g,
  US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER: /(?<![\d-])9\d{2}-[5-9]\d-\d{4}(?![\d-])/g,
  INTERNATIONAL_BANK_ACCOUNT_NUMBER: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/g,
  // Its name may follow, but no line is read to its end from each word that could be one.
  SWIFT_CODE:
    /\b[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\b(?=.{0,99}\b(?:swift|bic)\b)|(?<=\b(?:swift|bic)\b\D{0,20})\b[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\b/gi,
  AWS_ACCESS_KEY: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  UK_NATIONAL_INSURANCE_NUMBER: /\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/g,
  VEHICLE_IDENTIFICATION_NUMBER: /\b(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-HJ-NPR-Z0-9]{17}\b/g,
};

/** A place in a text, in UTF-16 code units. */
export interface PiiMatch {
  readonly type: string;
  readonly match: string;
  readonly begin: number;
  readonly end: number;
}

/** Every place of the given types, in the order of the text. */
export function findPii(text: string, types: readonly string[]): PiiMatch[] {
  const found = types.flatMap((type) =>
    Array.from(text.matchAll(piiPatterns[type] ?? /(?!)/g), (match) => ({
      type,
      match: match[0],
      begin: match.index,
      end: match.index + match[0].length,
    })),
  );
  return found.sort((left, right) => left.begin - right.begin || right.end - left.end);
}
