// The embeddings of Titan: of texts, and of texts and images.
import { describe, expect, it } from 'vitest';
import { invoking, refusalOf } from '../invoke-model.ts';
import { pngOf } from './painted-png.ts';
import { cosine, lengthOf } from './vectors.ts';

const invoke = invoking();

const titan1 = 'amazon.titan-embed-text-v1';
const titan2 = 'amazon.titan-embed-text-v2:0';
const titanImage = 'amazon.titan-embed-image-v1';

describe('Titan Text Embeddings V2', () => {
  it('answers with 1,024 dimensions of length one, by type as well, and counts in body and header', async () => {
    const { body, headers } = await invoke(titan2, { inputText: 'hello world' });
    expect(Object.keys(body).sort()).toEqual(['embedding', 'embeddingsByType', 'inputTextTokenCount']);
    expect(body['embedding']).toHaveLength(1024);
    expect(lengthOf(body['embedding'])).toBeCloseTo(1, 5);
    expect(body['embeddingsByType']).toEqual({ float: body['embedding'] });
    expect(body['inputTextTokenCount']).toBe(2);
    expect(headers['x-amzn-bedrock-input-token-count']).toBe('2');
  });

  it.each([256, 512, 1024])('has %d dimensions when asked, in both of its types', async (dimensions) => {
    const asked = { inputText: 'hello', dimensions, embeddingTypes: ['float', 'binary'] };
    const { body } = await invoke(titan2, asked);
    const { float, binary } = body['embeddingsByType'] as Record<string, number[]>;
    expect(float).toHaveLength(dimensions);
    expect(binary).toEqual(float?.map((item) => (item > 0 ? 1 : 0)));
  });

  it('has bits alone where they alone are asked for', async () => {
    const { body } = await invoke(titan2, { inputText: 'hello', embeddingTypes: ['binary'] });
    expect(Object.keys(body).sort()).toEqual(['embeddingsByType', 'inputTextTokenCount']);
    expect(Object.keys(body['embeddingsByType'] as object)).toEqual(['binary']);
  });

  it('points in the same direction without normalisation, at another length', async () => {
    const unit = (await invoke(titan2, { inputText: 'hello' })).body['embedding'];
    const free = (await invoke(titan2, { inputText: 'hello', normalize: false })).body['embedding'];
    expect(lengthOf(free)).not.toBeCloseTo(1, 1);
    expect(cosine(unit, free)).toBeCloseTo(1, 6);
  });

  // https://github.com/aws-samples/serverless-pdf-chat/issues/35, https://github.com/spring-projects/spring-ai/issues/788
  it.each([
    [{}, 'required key [inputText] not found'],
    [{ inputText: ['x'] }, 'expected type: String, found: JSONArray'],
    [{ inputText: '' }, 'expected minLength: 1, actual: 0'],
    [{ inputText: 'x'.repeat(50_001) }, 'expected maxLength: 50000, actual: 50001'],
    [{ inputText: 'x', dimensions: 300 }, '300 is not a valid enum value'],
    [{ inputText: 'x', embeddingTypes: ['int8'] }, 'int8 is not a valid enum value'],
    [{ inputText: 'x', texts: [] }, 'extraneous key [texts] is not permitted'],
    [{ inputText: 'x', texts: [], input_type: 'x' }, '2 schema violations found'],
    [{ texts: [], input_type: 'x' }, '3 schema violations found'],
  ])('refuses %j', async (body, violation) => {
    expect(await refusalOf(invoke(titan2, body))).toBe(
      `ValidationException: Malformed input request: ${violation}, please reformat your input and try again.`,
    );
  });

  it('refuses more tokens than it reads, with both counts', async () => {
    expect(await refusalOf(invoke(titan2, { inputText: 'a '.repeat(8193) }))).toBe(
      'ValidationException: 400 Bad Request: Too many input tokens. Max input tokens: 8192, request input token count: 8194',
    );
  });
});

it('Titan Text Embeddings G1 has 1,536 dimensions and no settings', async () => {
  const { body } = await invoke(titan1, { inputText: 'hello' });
  expect(body).toEqual({ embedding: expect.any(Array) as number[], inputTextTokenCount: 1 });
  expect(body['embedding']).toHaveLength(1536);
  expect(await refusalOf(invoke(titan1, { inputText: 'x', dimensions: 256 }))).toContain('[dimensions]');
});

describe('Titan Multimodal Embeddings', () => {
  it.each([256, 384, 1024])('joins a text and an image in %d dimensions', async (outputEmbeddingLength) => {
    const embeddingConfig = { outputEmbeddingLength };
    const inputImage = await pngOf('a red house');
    const text = (await invoke(titanImage, { inputText: 'a red house', embeddingConfig })).body;
    const image = (await invoke(titanImage, { inputImage, embeddingConfig })).body;
    const { body: both } = await invoke(titanImage, {
      inputText: 'a red house',
      inputImage,
      embeddingConfig,
    });
    expect(both['embedding']).toHaveLength(outputEmbeddingLength);
    expect(both).toMatchObject({ inputTextTokenCount: 3, message: null });
    expect(cosine(both['embedding'], text['embedding'])).toBeCloseTo(
      cosine(both['embedding'], image['embedding']),
      5,
    );
    expect(cosine(both['embedding'], text['embedding'])).toBeGreaterThan(0.5);
  });

  it('takes an image of 2,048 x 2,048 pixels, and none with more', async () => {
    const png = Buffer.from(await pngOf('a dog'), 'base64');
    png.writeUInt32BE(2048, 16);
    png.writeUInt32BE(2048, 20);
    const largest = await invoke(titanImage, { inputImage: png.toString('base64') });
    expect(largest.body['embedding']).toHaveLength(1024);
    png.writeUInt32BE(2049, 16);
    expect(await refusalOf(invoke(titanImage, { inputImage: png.toString('base64') }))).toBe(
      'ValidationException: 400 Bad Request: Image exceeds max pixels allowed.',
    );
  });

  it('refuses what is no image, and neither text nor image', async () => {
    expect(await refusalOf(invoke(titanImage, { inputImage: btoa('no image') }))).toContain('no PNG');
    expect(await refusalOf(invoke(titanImage, {}))).toContain('[inputText] or [inputImage]');
  });

  // https://github.com/BerriAI/litellm/issues/30314
  it('tells a member that it does not know by either form of its schema', async () => {
    expect(await refusalOf(invoke(titanImage, { inputText: 'x', truncate: 'END' }))).toBe(
      'ValidationException: Malformed input request: #: extraneous key [truncate] is not permitted, #: required key [requests] not found, #: extraneous key [truncate] is not permitted, #: extraneous key [inputText] is not permitted, please reformat your input and try again.',
    );
  });
});

it('the same text gets the same vector in every call', async () => {
  const once = await invoke(titan2, { inputText: 'the same' });
  const again = await invoke(titan2, { inputText: 'the same' });
  expect(again.body).toEqual(once.body);
});
