/**
 * A value written as the wire wants it: bytes as base64, dates as ISO 8601, absent members left out.
 *
 * https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#shape-serialization
 */
import { isBytes, type Members, type Shape } from '@bedrock-kit/protocol';
import { encodeBase64 } from './base64.ts';
import { membersOf } from './members.ts';

/** The JSON value of `value`. Members that the shape does not know are kept: a handler may send what AWS adds next. */
export function serializeShape(shape: Shape, value: unknown): unknown {
  if (shape.type === 'document') return value;
  if (value === null || value === undefined) return undefined;
  switch (shape.type) {
    case 'structure':
    case 'union':
      return serializeMembers(membersOf(shape), value);
    case 'list':
      return Array.isArray(value) ? value.map((item) => serializeShape(shape.member, item)) : value;
    case 'map':
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, serializeShape(shape.value, item)]),
      );
    case 'blob':
      return serializeBlob(value);
    case 'timestamp':
      return value instanceof Date ? value.toISOString() : value;
    default:
      return value;
  }
}

function serializeMembers(members: Members, value: unknown): unknown {
  if (typeof value !== 'object') return value;
  const written: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value as Record<string, unknown>)) {
    const member = members[name];
    if (item === undefined) continue;
    written[name] = member === undefined ? item : serializeShape(member, item);
  }
  return written;
}

function serializeBlob(value: unknown): unknown {
  if (isBytes(value)) return encodeBase64(value);
  return (value as { base64?: string }).base64 ?? value;
}
