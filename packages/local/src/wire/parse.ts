/**
 * A JSON value from the wire, read by its shape: base64 becomes bytes, a timestamp a Date, unknown members are left out.
 *
 * https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#shape-serialization
 */
import type { Members, Shape } from '@bedrock-kit/protocol';
import { isObject } from '../json.ts';
import { ServiceError } from '../service-error.ts';
import { decodeBase64 } from './base64.ts';
import { membersOf } from './members.ts';

/**
 * The value as `shape` describes it. A value of another type stays as it is, because the limits of the service model, through which
 * every request goes, tell its place and what it should have been. Bytes are refused here: the limits would take them in
 * two forms that no wire has.
 *
 * @throws {ServiceError} `SerializationException` for bytes that are not text, or not base64
 */
export function parseShape(shape: Shape, value: unknown, path: string): unknown {
  switch (shape.type) {
    case 'structure':
      return isObject(value) ? parseMembers(membersOf(shape), value, path) : value;
    case 'union':
      return isObject(value) ? parseUnion(shape.members, value, path) : value;
    case 'list':
      return Array.isArray(value)
        ? value.map((item, index) => parseShape(shape.member, item, `${path}[${index}]`))
        : value;
    case 'map':
      return isObject(value) ? parseMap(shape.value, value, path) : value;
    case 'blob':
      return parseBlob(value, path);
    case 'timestamp':
      // An invalid date stays a Date, and is refused as one.
      return typeof value === 'string' ? new Date(value) : value;
    case 'integer':
    case 'long':
      // A fraction is cut off, as the protocol's tests ask of a server: https://github.com/smithy-lang/smithy (RestJsonBodyIntegerTruncates)
      return typeof value === 'number' ? Math.trunc(value) : value;
    default:
      return value;
  }
}

function parseMembers(
  members: Members,
  value: Record<string, unknown>,
  path: string,
): Record<string, unknown> {
  const parsed: Record<string, unknown> = {};
  for (const name in members) {
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    const member = members[name];
    // An explicit null is the same as an absent member, but for "any JSON", where it is a value.
    if (member === undefined || given === undefined || (given === null && member.type !== 'document'))
      continue;
    parsed[name] = parseShape(member, given, path === '' ? name : `${path}.${name}`);
  }
  return parsed;
}

/** Where no member is known, the others stay, so that they are refused by their names. */
function parseUnion(members: Members, value: Record<string, unknown>, path: string): Record<string, unknown> {
  const known = parseMembers(members, value, path);
  return Object.keys(known).length > 0 ? known : withoutNulls(value);
}

function withoutNulls(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null));
}

function parseMap(shape: Shape, value: Record<string, unknown>, path: string): unknown {
  const entries = Object.entries(shape.type === 'document' ? value : withoutNulls(value));
  return Object.fromEntries(entries.map(([key, item]) => [key, parseShape(shape, item, `${path}.${key}`)]));
}

function parseBlob(value: unknown, path: string): Uint8Array {
  if (typeof value !== 'string')
    throw new ServiceError('SerializationException', `Value at '${path}' must be a base64 string`, {
      hint: `On the wire ${path} is the base64 text alone; the form { base64 } is for the runtime of Bedrock Kit, which writes it so.`,
    });
  const bytes = decodeBase64(value);
  if (bytes !== undefined) return bytes;
  throw new ServiceError('SerializationException', `Invalid base64 encoding at '${path}'`, {
    hint: `${path} is not standard base64 with padding (RFC 4648 section 4).`,
  });
}
