// How long vectors are, and how near to each other.

export function lengthOf(vector: unknown): number {
  return Math.sqrt((vector as number[]).reduce((sum, item) => sum + item * item, 0));
}

export function cosine(left: unknown, right: unknown): number {
  const other = right as number[];
  const dot = (left as number[]).reduce((sum, item, index) => sum + item * (other[index] ?? 0), 0);
  return dot / lengthOf(left) / lengthOf(right);
}
