/**
 * Misspelt members of what a handler answers. They would be lost on the way, and a test would pass without testing anything.
 * A member that is only unknown passes inside of blocks and events, so that a test can send what AWS may add.
 */
import type { Shape } from '@bedrock-kit/protocol';
import { closest, suggestion } from '../closest.ts';
import { membersOf } from '../wire/members.ts';
import { wrongInNative } from './native-form.ts';
import { blocks, content, ends, events, exceptions, hasSome } from './part-kinds.ts';

const whole: Shape = { type: 'structure', optional: { ...(content && { content }), ...ends } };

const native = ['body', 'contentType', 'headers', 'chunks', 'performanceConfigLatency', 'serviceTier'];

/** What is wrong with an answer that is an object and has `content`, `body` or `chunks`; in words that follow `with`. */
export function wrongInAnswer(given: object): string | undefined {
  if (!('content' in given)) return foreign(given, native) ?? wrongInNative(given);
  const said: unknown = given.content;
  const isText = typeof said === 'string';
  if (!isText && !(Array.isArray(said) && said.every((item) => typeof item === 'object' && item !== null)))
    return 'content that is neither a text nor a list of blocks, such as [{ text }]';
  return foreign(given, ['content', ...Object.keys(ends)]) ?? misspelt(whole, given, '');
}

/** What is wrong with an object that a handler yields, in words that follow `with`. */
export function wrongInPart(given: object): string | undefined {
  const kind = [events, exceptions, ends, blocks].find((known) => hasSome(given, known));
  if (kind === undefined || kind === ends) {
    const wrong = foreign(given, Object.keys(kind ?? { ...blocks, ...events, ...ends }));
    if (wrong !== undefined) return wrong;
  }
  return misspelt({ type: 'structure', optional: kind ?? {} }, given, '');
}

function foreign(given: object, names: readonly string[]): string | undefined {
  const wrong = Object.keys(given).find((name) => !names.includes(name));
  return wrong === undefined ? undefined : noMember(wrong, wrong, names);
}

/**
 * The first unknown member that looks like a required one that is missing: `toolUse.toolUseID`. Where nothing required is
 * missing, an unknown member is new, and sent as it is.
 */
function misspelt(shape: Shape, given: unknown, path: string): string | undefined {
  if (shape.type === 'list' && Array.isArray(given)) {
    return first(given.entries(), ([index, item]) => misspelt(shape.member, item, `${path}[${index}]`));
  }
  if (typeof given !== 'object' || given === null) return undefined;
  const members = membersOf(shape);
  const names = Object.keys(given);
  const isWhole = shape.type === 'union' && names.some((name) => Object.hasOwn(members, name));
  const needed = isWhole ? {} : shape.type === 'structure' ? (shape.required ?? {}) : members;
  const missing = Object.keys(needed).filter((name) => !names.includes(name));
  return first(Object.entries(given), ([name, member]) => {
    const place = path === '' ? name : `${path}.${name}`;
    const known = Object.hasOwn(members, name) ? members[name] : undefined;
    if (known !== undefined) return misspelt(known, member, place);
    return isMeant(name, missing) ? noMember(place, name, missing) : undefined;
  });
}

/** A missing name is also meant by its end, which is what deltas call it: `text` for `reasoningText`. */
function isMeant(name: string, missing: readonly string[]): boolean {
  const end = name.toLowerCase();
  return closest(name, missing) !== undefined || missing.some((known) => known.toLowerCase().endsWith(end));
}

function first<Item>(items: Iterable<Item>, find: (item: Item) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function noMember(place: string, name: string, names: readonly string[]): string {
  return `${place}, which is not a known member (${suggestion(name, names)})`;
}
