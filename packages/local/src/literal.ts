/**
 * A text inside a regular expression.
 */

/** The source of a regular expression that fits this text and no other. */
export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
