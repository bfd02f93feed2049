/**
 * What is wrong with a body or with chunks that a handler gave, and with the headers beside a body. In words that follow `with`.
 */
import { isBytes } from '@bedrock-kit/protocol';
import { headerPairs, type HeadersInput } from '../http/exchange.ts';
import { checkHeaders } from '../http/header-check.ts';
import { isObject } from '../json.ts';
import { shown } from '../shown.ts';

export function wrongInNative(given: object): string | undefined {
  const { body, chunks, headers, ...texts } = given as Readonly<Record<string, unknown>>;
  if (!('body' in given)) return wrongChunks(chunks);
  const lines = { headers, ...texts };
  const wrong = Object.entries(lines).map(([name, value]) => {
    if (value === undefined || name === '$metadata') return undefined;
    return unsendable(name, name === 'headers' ? value : { [name]: value });
  });
  return wrongBody(body) ?? wrong.find((problem) => problem !== undefined);
}

/** JSON makes an empty object of a promise that nobody awaited. */
function wrongBody(body: unknown): string | undefined {
  const isPromise = isObject(body) && typeof body['then'] === 'function';
  return isPromise ? none('body', 'a promise') : wrongJson('body', body);
}

/** What is wrong with one chunk. A promise of one is awaited before it is sent. */
export function wrongChunk(chunk: unknown): string | undefined {
  return wrongJson('chunk', chunk);
}

/** Those of a list at once; those of a generator have to come first. */
function wrongChunks(chunks: unknown): string | undefined {
  if (Array.isArray(chunks)) return chunks.map(wrongChunk).find((problem) => problem !== undefined);
  const isGiven =
    typeof chunks === 'object' &&
    chunks !== null &&
    (Symbol.iterator in chunks || Symbol.asyncIterator in chunks);
  return isGiven ? undefined : `chunks that are ${shown(chunks)}, in place of a list or a generator`;
}

/** JSON has no place for undefined, functions and BigInts. */
function wrongJson(what: string, value: unknown): string | undefined {
  try {
    const json: unknown = isBytes(value) || JSON.stringify(value);
    return json === undefined ? none(what, shown(value)) : undefined;
  } catch (cause) {
    return `a ${what} that JSON has no place for: ${reasonOf(cause)}`;
  }
}

function none(what: string, value: string): string {
  return `a ${what} that is ${value}, in place of JSON, bytes or a text`;
}

function reasonOf(cause: unknown): string {
  return String(cause).replace(/\.$/, '');
}

/** What is no header would cut the connection without a word. */
function unsendable(name: string, headers: unknown): string | undefined {
  try {
    checkHeaders(headerPairs(headers as HeadersInput)); // what is none throws
    return undefined;
  } catch (cause) {
    return `${name} that cannot be sent: ${reasonOf(cause)}`;
  }
}
