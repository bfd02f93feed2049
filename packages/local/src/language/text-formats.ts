/**
 * The string formats that Bedrock documents for schemas: how to find a text of the format in what a user wrote, and one that
 * stands in where there is none.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html; JSON Schema 2020-12, Validation, section 7.3
 */

interface TextFormat {
  /** Fits nothing but whole texts of the format. Where a pattern cannot tell, `isValid` decides. */
  readonly pattern: RegExp;
  readonly isValid?: ((found: string) => boolean) | undefined;
  readonly example: string;
}

/** RFC 3339 section 5.6; a leap second is left out. */
const date = String.raw`\d{4}-\d\d-\d\d`;
const time = String.raw`(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)`;
/** RFC 3339 appendix A: weeks stand alone, and no unit is skipped between two others. */
const days = String.raw`(?:\d+D|\d+M(?:\d+D)?|\d+Y(?:\d+M(?:\d+D)?)?)`;
const hours = String.raw`T(?:\d+S|\d+M(?:\d+S)?|\d+H(?:\d+M(?:\d+S)?)?)`;
/** RFC 1123 section 2.1: a label begins and ends with a letter or digit. */
const label = String.raw`[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?`;
const host = String.raw`(?:${label}\.)+[a-z]{2,}`;
const atom = '[a-z0-9]+(?:[._+-][a-z0-9]+)*';
const octet = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`;
/** RFC 3986 appendix A, without percent-encoding. */
const uriPart = String.raw`[a-z0-9._~!$&'()*+,;=:@/-]*[a-z0-9_~=/-]`;

/** Fits only where nothing that could belong to the text stands beside it. */
function alone(source: string): RegExp {
  return new RegExp(String.raw`(?<![\w.@:/+-])${source}(?![\w@:+-]|\.\w)`, 'i');
}

const formats: Readonly<Record<string, TextFormat>> = {
  'date-time': { pattern: alone(`${date}T${time}`), isValid: isDay, example: '2026-01-15T12:00:00Z' },
  date: { pattern: alone(date), isValid: isDay, example: '2026-01-15' },
  time: { pattern: alone(time), example: '12:00:00Z' },
  duration: { pattern: alone(`P(?:\\d+W|${days}(?:${hours})?|${hours})`), example: 'PT1H' },
  email: { pattern: alone(`${atom}@${host}`), example: 'someone@example.com' },
  hostname: { pattern: alone(host), isValid: (found) => found.length <= 253, example: 'example.com' },
  uri: {
    pattern: new RegExp(
      String.raw`\bhttps?://${host}(?::\d+)?(?:/(?:${uriPart})?)?(?:\?${uriPart})?(?:#${uriPart})?`,
      'i',
    ),
    example: 'https://example.com/',
  },
  ipv4: { pattern: alone(String.raw`(?:${octet}\.){3}${octet}`), example: '192.0.2.1' },
  ipv6: { pattern: alone('(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}'), example: '2001:db8::1' },
  uuid: {
    pattern: alone('[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}'),
    example: '00000000-0000-4000-8000-000000000000',
  },
};

/** A text of the format, out of `text` where there is one; undefined for a format that is not among Bedrock's. */
export function textOfFormat(format: string, text: string): string | undefined {
  const known = Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (known === undefined) return undefined;
  const found = known.pattern.exec(text)?.[0];
  return found !== undefined && (known.isValid?.(found) ?? true) ? found : known.example;
}

/** A day that the calendar has. */
function isDay(found: string): boolean {
  const day = found.slice(0, 10);
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}
