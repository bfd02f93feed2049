/**
 * The bodies of Cohere Embed v3 and v4.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v3.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v4.html
 */
import type { EmbeddingCapabilities } from '@bedrock-kit/models';
import type { Json, JsonObject } from '@bedrock-kit/protocol';
import { stableId } from '../digest.ts';
import { imageSize } from '../files/image-size.ts';
import type { InvokedModel } from '../models/invoked-model.ts';
import {
  checkCount,
  checkLength,
  choice,
  objectIn,
  objects,
  optionalChoice,
  optionalIntegerIn,
  text,
  texts,
} from '../native/json-fields.ts';
import { malformedInput } from '../native/schema-check.ts';
import { validationError } from '../service-error.ts';
import { countTokens } from '../tokens.ts';
import {
  checkImage,
  dataUriBytes,
  type Part,
  tokensOf,
  truncated,
  truncations,
  vectorOf,
} from './content.ts';
import { encoded, type Encoding } from './encodings.ts';

/** The most texts, images or inputs of a call, and the most bytes of an image. */
const mostInputs = 96;
const mostImageBytes = 5 * 1024 * 1024;

const encodings: readonly Encoding[] = ['float', 'int8', 'uint8', 'binary', 'ubinary'];

export function cohereV3(model: EmbeddingCapabilities): InvokedModel {
  const purposes = [...new Set(['image', ...model.purposes])];
  return (body) => {
    checkMembersV3(body, purposes);
    const purpose = choice(body, 'input_type', '', purposes);
    const images = imagesIn(body);
    const words = textsIn(body);
    if (images !== undefined) checkCount(images, '/images', 1);
    // https://github.com/ScrapeGraphAI/Scrapegraph-ai/issues/400
    for (const [index, word] of (words ?? []).entries()) checkLength(word, `/texts/${index}`, [0, 2048]);
    const read = readTexts(words ?? [], body, 512, truncations);
    const inputs: Part[][] = images?.map((bytes) => [{ bytes }]) ?? read.map((part) => [{ text: part }]);
    const echo = images === undefined ? { texts: words ?? [] } : { images: images.map(describe), texts: [] };
    return answer(body, inputs, echo, { dimensions: model.defaultDimensions, purpose });
  };
}

const membersV3: readonly string[] = ['input_type', 'texts', 'images', 'truncate', 'embedding_types'];

/**
 * All that is wrong with the members of a body, in one message. Every purpose asks for texts or for images, and forbids the other. A
 * body without a purpose is checked against each purpose in turn. Where a purpose has two objections, they stand behind all others.
 *
 * https://github.com/langchain-ai/langchainjs/issues/8450: neither texts nor purpose
 */
function checkMembersV3(body: JsonObject, purposes: readonly string[]): void {
  const { input_type: given } = body;
  const single: string[] = [];
  const double: string[] = [];
  for (const purpose of purposes) {
    if (given !== undefined && given !== purpose) continue;
    const [wanted, forbidden] = purpose === 'image' ? ['images', 'texts'] : ['texts', 'images'];
    const objections = [
      ...(body[wanted] === undefined ? [`#: required key [${wanted}] not found`] : []),
      ...(body[forbidden] === undefined ? [] : [`#/${forbidden}: false schema always fails`]),
    ];
    (objections.length > 1 ? double : single).push(...objections);
  }
  if (given === undefined) single.push('#: required key [input_type] not found');
  for (const name of Object.keys(body)) {
    if (!membersV3.includes(name)) single.push(`#: extraneous key [${name}] is not permitted`);
  }
  const violations = [...single, ...double];
  if (violations.length > 0) throw malformedInput(violations.join(''));
}

export function cohereV4(model: EmbeddingCapabilities): InvokedModel {
  return (body) => {
    // https://github.com/vercel/ai/blob/main/packages/amazon-bedrock/src/__fixtures__/amazon-bedrock-cohere-v4-application-inference-profile-error.json
    if (!['input_type', 'texts', 'images', 'inputs'].some((key) => key in body)) {
      throw validationError('Malformed request. Please check your parameter/values and try again.');
    }
    const purpose = choice(body, 'input_type', '', model.purposes);
    const dimensions =
      optionalChoice(body, 'output_dimension', '', model.dimensions) ?? model.defaultDimensions;
    const limit = optionalIntegerIn(body, 'max_tokens', '', [1, 128_000]) ?? 128_000;
    const words = textsIn(body);
    const images = imagesIn(body);
    const mixed = body['inputs'] === undefined ? undefined : mixedInputs(body);
    const [given, ...more] = [
      words?.map((part): Part[] => [{ text: part }]),
      images?.map((bytes): Part[] => [{ bytes }]),
      mixed,
    ].filter((list) => list !== undefined);
    if (given === undefined || more.length > 0)
      throw malformedInput('#: exactly one of the keys [texts], [images] and [inputs] must be given');
    const read = given.map((parts) =>
      parts.map((part) =>
        'text' in part ? { text: readTexts([part.text], body, limit, sides).join('') } : part,
      ),
    );
    const echo = {
      ...(words === undefined ? {} : { texts: words }),
      ...(images === undefined ? {} : { images: images.map(describe) }),
      ...(mixed === undefined ? {} : { inputs: body['inputs'] ?? [] }),
    };
    // https://github.com/langchain-ai/langchain-aws/issues/680
    return answer(body, read, echo, { dimensions, purpose, defaultTypes: ['float'] });
  };
}

function textsIn(body: JsonObject): string[] | undefined {
  const list = texts(body, 'texts', '');
  return list === undefined ? undefined : counted(list, 'texts');
}

function imagesIn(body: JsonObject): Uint8Array[] | undefined {
  const list = texts(body, 'images', '');
  if (list === undefined) return undefined;
  return counted(list, 'images').map((uri, index) => imageOf(uri, `/images/${index}`));
}

function imageOf(uri: string, pointer: string): Uint8Array {
  const bytes = dataUriBytes(uri, pointer);
  checkImage(bytes, pointer, mostImageBytes);
  return bytes;
}

/** `inputs`: each a list of texts and images that are embedded together. */
function mixedInputs(body: JsonObject): Part[][] {
  return counted(objects(body, 'inputs', ''), 'inputs').map((input, index) =>
    objects(input, 'content', `/inputs/${index}`).map((part, at): Part => {
      const place = `/inputs/${index}/content/${at}`;
      if (choice(part, 'type', place, ['text', 'image_url'] as const) === 'text')
        return { text: text(part, 'text', place) };
      const url = text(objectIn(part, 'image_url', place), 'url', `${place}/image_url`);
      return { bytes: imageOf(url, `${place}/image_url/url`) };
    }),
  );
}

function counted<Item>(list: Item[], key: string): Item[] {
  checkCount(list, `/${key}`, mostInputs);
  return list;
}

/** The page of v4 has LEFT and RIGHT, and it takes v3's names as well: https://github.com/pydantic/pydantic-ai/tree/main/tests/cassettes/test_embeddings */
const sides: typeof truncations = { ...truncations, LEFT: 'start', RIGHT: 'end' };

/** The texts as far as the model reads them. */
function readTexts(
  list: readonly string[],
  body: JsonObject,
  limit: number,
  known: typeof truncations,
): string[] {
  const truncation = known[optionalChoice(body, 'truncate', '', Object.keys(known)) ?? 'END'];
  return list.map((whole) =>
    truncated(whole, limit, truncation ?? 'end', () => {
      const over = countTokens(whole) - limit;
      // The words of Cohere's own service: https://docs.cohere.com/reference/errors
      return validationError(
        `too many tokens: size limit exceeded by ${over} tokens. Try using shorter or fewer inputs, or setting prompt truncation.`,
      );
    }),
  );
}

function describe(bytes: Uint8Array): Json {
  const { width = 0, height = 0, format = 'png' } = imageSize(bytes) ?? {};
  return { width, height, format, bit_depth: 24 };
}

interface Wanted {
  readonly dimensions: number;
  readonly purpose: string;
  /** The types of a body that names none. Default: a plain list of floats. */
  readonly defaultTypes?: readonly Encoding[];
}

function answer(
  body: JsonObject,
  inputs: readonly (readonly Part[])[],
  echo: JsonObject,
  { dimensions, purpose, defaultTypes }: Wanted,
): { body: Json; inputTokens: number } {
  const types = embeddingTypes(body) ?? defaultTypes;
  const vectors = inputs.map((parts) => vectorOf(parts, dimensions, purpose));
  const inputTokens = inputs.reduce((sum, parts) => sum + tokensOf(parts), 0);
  const id = stableId(JSON.stringify([echo, purpose, dimensions]), 32).toLowerCase();
  if (types === undefined)
    return { body: { id, ...echo, embeddings: vectors, response_type: 'embeddings_floats' }, inputTokens };
  const embeddings = Object.fromEntries(
    types.map((type) => [type, vectors.map((vector) => encoded(vector, type))]),
  );
  return { body: { id, ...echo, embeddings, response_type: 'embeddings_by_type' }, inputTokens };
}

function embeddingTypes(body: JsonObject): Encoding[] | undefined {
  return texts(body, 'embedding_types', '')?.map((type, index) => {
    const known = encodings.find((one) => one === type);
    if (known === undefined)
      throw malformedInput(`#/embedding_types/${index}: ${type} is not a valid enum value`);
    return known;
  });
}
