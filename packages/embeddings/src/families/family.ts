// What a family of embedding models is to the rest of this package: a body to write and an answer to read.
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html
import { InvalidResponseDataError, type JSONObject, UnsupportedFunctionalityError } from '@ai-sdk/provider';
import type { Batch } from '../batches.ts';
import type { Input } from '../inputs.ts';
import type { Options, OwnNames } from '../options.ts';

/** What a family is told of a call: values of which there are at most as many as it takes in one request. */
export interface Request extends Batch {
  readonly options: Options;
  /** The model, for messages. */
  readonly name: string;
}

/** An object of JSON, such as an answer. */
type Fields = Readonly<Record<string, unknown>>;

/** What a family makes of an answer. */
export interface Vectors {
  /** One for each input, in their order. */
  readonly vectors: number[][];
  /** Undefined where the answer has no count; a count in the headers then takes its place. */
  readonly tokens?: number | undefined;
  /** What went differently from what was asked, for people; of each input, in their order. */
  readonly notes?: readonly (string | undefined)[] | undefined;
}

/** One family. To add one, write a file like those beside this one and name it in families.ts. */
export interface EmbeddingFamily {
  /** The options that it acts upon, beside those that go to every family: `inputs`, `additionalModelRequestFields` and `purpose`. */
  readonly options: readonly (keyof Options)[];
  readonly names?: OwnNames | undefined;
  /** What a call without `purpose` is for, where the family makes a difference. */
  readonly defaultPurpose?: 'search_query' | 'search_document' | undefined;
  /** Values of `truncate` that it takes. Default: all. */
  readonly truncations?: readonly unknown[] | undefined;
  /** Bytes that a request may have. InvokeModel allows 25,000,000: API_runtime_InvokeModel. */
  readonly maxBodyBytes?: number | undefined;
  /** Whether an input must be the only one of its request. Default: each must. */
  readonly travelsAlone?: ((input: Input) => boolean) | undefined;
  /** The body of the request; members that are undefined are not sent. */
  body(request: Request): JSONObject;
  read(answer: Fields, request: Request): Vectors;
}

/**
 * The number format that becomes `embedding`: the first that was asked for.
 *
 * @param member how the body calls what `embeddingTypes` says; a caller may have written it there by hand
 */
export function typeOf({ options }: Request, member: string): string {
  const { embeddingTypes, additionalModelRequestFields: fields } = options;
  const asked = fields?.[member] ?? embeddingTypes;
  return Array.isArray(asked) && asked.length > 0 ? String(asked[0]) : 'float';
}

/** The note of a text that was not read whole. */
export function cutTo(characters: number): string {
  return `the text was too long and was cut to ${characters} characters`;
}

/** Checks a vector: at least one number, and nothing else. */
export function vectorOf(value: unknown, place: string, answer: Fields): number[] {
  if (!Array.isArray(value) || value.length === 0) throw malformed(`${place} is no vector`, answer);
  const items: readonly unknown[] = value;
  const at = items.findIndex((item) => !Number.isFinite(item));
  if (at >= 0) throw malformed(`${place}[${at}] is ${JSON.stringify(items[at])}, not a number`, answer);
  // Every item was found to be a number.
  return value as number[];
}

/** Checks that there is one vector for each input. */
export function listOf(value: unknown, count: number, place: string, answer: Fields): unknown[] {
  if (Array.isArray(value) && value.length === count) return value;
  const found = Array.isArray(value) ? `has ${value.length} vectors` : 'is no list';
  throw malformed(`${place} ${found} for ${count} values`, answer);
}

/** A count of tokens, or undefined for anything else. */
export function countOf(value: unknown): number | undefined {
  return Number.isInteger(value) && Number(value) >= 0 ? Number(value) : undefined;
}

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A guardrail that the account or its organization applies to every call answers in the model's place.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-enforcements.html
 */
export function malformed(what: string, data: Fields): InvalidResponseDataError {
  const intervened = data['amazon-bedrock-guardrailAction'] === 'INTERVENED';
  const why = intervened ? ', as a guardrail intervened' : '';
  return new InvalidResponseDataError({
    data,
    message: `Unusable answer of the embedding model: ${what}${why}`,
  });
}

/** For a value that the model cannot embed; `index` counts within the request. */
export function notTaken({ name, offset }: Request, takes: string, index = 0): UnsupportedFunctionalityError {
  const functionality = `value ${offset + index}`;
  return new UnsupportedFunctionalityError({
    functionality,
    message: `${functionality}: ${name} takes ${takes}.`,
  });
}
