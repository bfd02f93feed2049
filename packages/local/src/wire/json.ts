/**
 * JSON from outside: bytes that must be one object in UTF-8, nested no deeper than it can be worked with.
 *
 * RFC 8259.
 */
import type { JsonObject } from '@bedrock-kit/protocol';

/** Far deeper than any real request, and far from where reading it would run out of stack. */
const deepest = 256;

/** Thrown for anything else; the message says why. */
export class NotJson extends Error {
  override readonly name = 'NotJson';
}

/**
 * @throws {NotJson}
 */
export function parseJsonObject(bytes: Uint8Array): JsonObject {
  const value = parse(bytes);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new NotJson('it is no object');
  checkDepth(value);
  // JSON.parse gives JSON, and this is neither a list nor a scalar.
  return value as JsonObject;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new NotJson(error instanceof Error ? error.message : 'it is no JSON', { cause: error });
  }
}

function checkDepth(value: unknown): void {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) throw new NotJson(`it is nested more than ${deepest} levels deep`);
    level = level.flatMap((node) =>
      typeof node === 'object' && node !== null ? (Object.values(node) as unknown[]) : [],
    );
  }
}
