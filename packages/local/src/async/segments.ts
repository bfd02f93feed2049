/**
 * A long input in parts, each of which gets a vector: a text by its characters, a recording by its seconds.
 */

/** The length that every recording is taken to have, for only a decoder could tell the real one. */
export const assumedSeconds = 12;

export interface TimeSegment {
  readonly startSec: number;
  readonly endSec: number;
}

/** From `start` to `end`, in pieces of `length`; the last may be shorter. */
export function timeSegments(length: number, start = 0, end: number = assumedSeconds): TimeSegment[] {
  const count = Math.max(1, Math.ceil((end - start) / length));
  return Array.from({ length: count }, (_, index) => ({
    startSec: start + index * length,
    endSec: Math.min(end, start + (index + 1) * length),
  }));
}

export interface TextSegment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Pieces of at most so many characters; `start` and `end` are places in the text. */
export function textSegments(text: string, length: number): TextSegment[] {
  const count = Math.max(1, Math.ceil(text.length / length));
  return Array.from({ length: count }, (_, index) => {
    const start = index * length;
    const end = Math.min(text.length, start + length);
    return { text: text.slice(start, end), start, end };
  });
}
