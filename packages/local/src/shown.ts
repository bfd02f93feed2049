/**
 * A value that somebody wrote, as a message about it shows it.
 */

/** Longer values are shown by their beginning. */
const longest = 200;

/** JSON where there is any, so that a text is told from a number; `NaN` and `10n`, which JSON has not, by their own names. */
export function shown(value: unknown): string {
  switch (typeof value) {
    case 'object':
    case 'string':
      return shortened(jsonOf(value));
    case 'function':
      return 'a function';
    default:
      return String(value);
  }
}

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}...` : text;
}

function jsonOf(value: object | string | null): string {
  try {
    return JSON.stringify(value);
  } catch {
    // Such as one that holds itself.
    return 'an object';
  }
}
