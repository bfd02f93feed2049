/**
 * The known name that is meant by a misspelt one.
 */

/** Help with a name that is not known, in words that stand in brackets behind it: the one that is meant, or all there are. */
export function suggestion(name: string, known: readonly string[]): string {
  const meant = closest(name, known);
  return meant === undefined ? `choose from ${known.join(', ')}` : `did you mean ${meant}?`;
}

/** The word with the fewest changes, when they are few; else undefined. */
export function closest(word: string, known: readonly string[]): string | undefined {
  const few = ({ length }: string): number => Math.max(2, Math.floor(length / 3));
  const [best] = known
    // A longer word takes more changes. Counting those of a header of 60 kB took a second.
    .filter((candidate) => word.length <= candidate.length + few(candidate))
    .map((candidate) => ({ candidate, distance: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= few(candidate))
    .sort((left, right) => left.distance - right.distance);
  return best?.candidate;
}

/** Levenshtein's distance, row by row. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [place, letter] of Array.from(left).entries()) {
    const next = [place + 1];
    for (const [index, other] of Array.from(right).entries()) {
      const change = (row[index] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(change, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
