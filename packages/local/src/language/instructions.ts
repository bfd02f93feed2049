/**
 * The simple instructions that the built-in language model follows, so that a test can ask for an exact answer:
 * `echo <text>`, `repeat <words> <n> times`, `count to <n>`, `count from <a> to <b>`.
 */

/** An answer is cut here, so that a slip of the keyboard does not fill the memory. */
const longestAnswer = 4_000_000;

const quotes = /^(["'“‘`])([^]*)["'”’`]$/;

/** The text that the instruction asks for, or undefined when there is none. */
export function followInstruction(text: string): string | undefined {
  const trimmed = text.trim();
  const echo = /^(?:please\s+)?(?:echo|say)\b[:,]?\s*([^]+)$/i.exec(trimmed);
  if (echo?.[1] !== undefined) return unquote(echo[1]);
  const repetition = repetitionIn(trimmed);
  const times = numberOf(repetition?.times);
  if (repetition !== undefined && times !== undefined) return repeated(unquote(repetition.words), times);
  const count = /\bcount\s+(?:from\s+([\w,-]+)\s+)?(?:up\s+|down\s+)?to\s+([\w,-]+)/i.exec(trimmed);
  const to = numberOf(count?.[2]);
  const from = count?.[1] === undefined ? 1 : numberOf(count[1]);
  return to === undefined || from === undefined ? undefined : counted(from, to);
}

/**
 * The words between `repeat` and the first `<n> times` behind it. They are looked for in two steps, because one expression for both
 * takes a time that grows with the square of the length.
 */
function repetitionIn(text: string): { words: string; times: string | undefined } | undefined {
  const start = /\brepeat(?=[:,]?\s)/i.exec(text);
  if (start === null) return undefined;
  const rest = text.slice(start.index + start[0].length);
  for (const end of rest.matchAll(/(?<!\s)\s+([\w,.]+)\s+times\b/gi)) {
    const between = rest.slice(0, end.index).replace(/[,:]$/, '');
    const words = /^(?:\s+the)?(?:\s+words?\b)?[:,]?\s+(\S[^]*)$/i.exec(between)?.[1];
    if (words !== undefined) return { words, times: end[1] };
  }
  return undefined;
}

const numberWords = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** `12`, `10,000`, `five`. */
function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const word = numberWords.indexOf(text.toLowerCase());
  if (word >= 0) return word;
  return /^-?\d{1,9}$/.test(text.replaceAll(',', '')) ? Number(text.replaceAll(',', '')) : undefined;
}

function unquote(text: string): string {
  return quotes.exec(text)?.[2] ?? text;
}

function repeated(words: string, times: number): string {
  const fitting = Math.min(times, Math.floor(longestAnswer / (words.length + 1)));
  return Array.from({ length: fitting }, () => words).join(' ');
}

function counted(from: number, to: number): string {
  const step = from <= to ? 1 : -1;
  const length = Math.min(Math.abs(to - from) + 1, longestAnswer / 10);
  return Array.from({ length }, (_, index) => String(from + step * index)).join(' ');
}
