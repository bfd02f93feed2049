// Whether callers have handed over bytes.

import { refuse } from './errors.ts';

/**
 * Throws for what is no Uint8Array: other views would be read by their elements, not by their bytes. A Buffer is one, and one of
 * another realm is as good, so `instanceof` does not decide.
 */
export function checkBytes(bytes: unknown): void {
  const tag: string | undefined = (bytes as Partial<Uint8Array> | undefined)?.[Symbol.toStringTag];
  if (tag !== 'Uint8Array') refuse('not-bytes', undefined, 'Uint8Array', tag ?? typeof bytes);
}
