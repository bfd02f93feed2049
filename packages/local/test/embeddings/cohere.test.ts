// The embeddings of Cohere: of texts and of images, in the types that are asked for.
import { describe, expect, it } from 'vitest';
import { encoded } from '../../src/embeddings/encodings.ts';
import { invoking, refusalOf } from '../invoke-model.ts';
import { pngOf } from './painted-png.ts';
import { cosine, lengthOf } from './vectors.ts';

const invoke = invoking();

const cohere3 = 'cohere.embed-english-v3';
const cohere4 = 'cohere.embed-v4:0';

/** The floats of a Cohere model, which come as a list or by type. */
function floatsIn(body: Readonly<Record<string, unknown>>): number[][] {
  const embeddings = body['embeddings'] as number[][] | { float: number[][] };
  return 'float' in embeddings ? embeddings.float : embeddings;
}

describe.each([
  ['v3', cohere3, 1024],
  ['v4', cohere4, 1536],
])('Cohere Embed %s', (_version, modelId, dimensions) => {
  const texts = ['hello world', 'good night'];

  it('answers with the floats of each text: v3 with a list, v4 with a list by type', async () => {
    const { body, headers } = await invoke(modelId, { texts, input_type: 'search_document' });
    const floats = [expect.any(Array), expect.any(Array)];
    const isThird = modelId === cohere3;
    expect(body).toEqual({
      id: expect.stringMatching(/^[a-z0-9]{32}$/) as string,
      response_type: isThird ? 'embeddings_floats' : 'embeddings_by_type',
      embeddings: isThird ? floats : { float: floats },
      texts,
    });
    for (const vector of floatsIn(body)) {
      expect(vector).toHaveLength(dimensions);
      expect(lengthOf(vector)).toBeCloseTo(1, 5);
    }
    expect(headers['x-amzn-bedrock-input-token-count']).toBe('4');
  });

  it('answers by type, every type from the same vector', async () => {
    const types = ['float', 'int8', 'uint8', 'binary', 'ubinary'] as const;
    const { body } = await invoke(modelId, { texts, input_type: 'clustering', embedding_types: types });
    expect(body['response_type']).toBe('embeddings_by_type');
    const byType = body['embeddings'] as Record<string, number[][]>;
    expect(Object.keys(byType).sort()).toEqual([...types].sort());
    for (const [index, float] of (byType['float'] ?? []).entries()) {
      for (const type of types) expect(byType[type]?.[index]).toEqual(encoded(float, type));
      expect(byType['binary']?.[index]).toHaveLength(dimensions / 8);
    }
  });

  it('a query and a document of the same words are near, but not the same', async () => {
    const [query, document] = await Promise.all(
      ['search_query', 'search_document'].map(async (input_type) => {
        const { body } = await invoke(modelId, { texts: ['capital of France'], input_type });
        return floatsIn(body)[0];
      }),
    );
    expect(cosine(query, document)).toBeGreaterThan(0.9);
    expect(cosine(query, document)).toBeLessThan(0.999);
  });

  it('cuts a text at the end that it is told', async () => {
    const limit = modelId === cohere4 ? { max_tokens: 2 } : {};
    const words = modelId === cohere4 ? 'one two three' : `${'a '.repeat(511)}b c`;
    const asked = { texts: [words], input_type: 'classification', ...limit };
    const vectors = await Promise.all(
      ['START', 'END'].map(async (truncate) => (await invoke(modelId, { ...asked, truncate })).body),
    );
    expect(vectors[0]?.['embeddings']).not.toEqual(vectors[1]?.['embeddings']);
    expect(await refusalOf(invoke(modelId, { ...asked, truncate: 'NONE' }))).toContain(
      'ValidationException: too many tokens: size limit exceeded by 1 tokens',
    );
  });

  it.each([
    [
      { texts },
      modelId === cohere4
        ? '#: required key [input_type] not found'
        : '#: required key [input_type] not found#: required key [images] not found#/texts: false schema always fails, please',
    ],
    [{ texts, input_type: 'search' }, '#/input_type: "search" is not a valid enum value'],
    [
      { texts: Array.from({ length: 97 }, () => 'x'), input_type: 'clustering' },
      '#/texts: expected maximum item count: 96, found: 97',
    ],
    [{ texts, input_type: 'clustering', embedding_types: ['bits'] }, '#/embedding_types/0'],
    // https://github.com/BerriAI/litellm/pull/28171
    [
      { texts, input_type: 'clustering', embedding_types: 'float' },
      '#/embedding_types: expected type: JSONArray, found: String, please',
    ],
    [{ texts: 'x', input_type: 'clustering' }, '#/texts: expected type: JSONArray, found: String, please'],
    [
      { input_type: 'clustering' },
      modelId === cohere4 ? '#: exactly one of the keys' : '#: required key [texts] not found, please',
    ],
  ])('refuses %j', async (body, violation) => {
    expect(await refusalOf(invoke(modelId, body))).toContain(
      `ValidationException: Malformed input request: ${violation}`,
    );
  });
});

it('Cohere Embed v3 takes one image and tells its size, and texts of 2,048 characters', async () => {
  const images = [`data:image/png;base64,${await pngOf('a boat')}`];
  const { body } = await invoke(cohere3, { images, input_type: 'image' });
  expect(body).toMatchObject({
    texts: [],
    images: [{ width: 64, height: 48, format: 'png', bit_depth: 24 }],
    response_type: 'embeddings_floats',
  });
  expect((body['embeddings'] as number[][])[0]).toHaveLength(1024);
  expect(await refusalOf(invoke(cohere3, { images: [...images, ...images], input_type: 'image' }))).toContain(
    'expected maximum item count: 1, found: 2',
  );
  expect(await refusalOf(invoke(cohere3, { texts: ['x'.repeat(2049)], input_type: 'clustering' }))).toContain(
    '#/texts/0: expected maxLength: 2048, actual: 2049',
  );
  expect(await refusalOf(invoke(cohere3, { images: ['iVBORw0KGgo='], input_type: 'image' }))).toContain(
    '#/images/0: the image must be a data URI such as data:image/png;base64,...',
  );
});

it.each([
  // github.com/langchain-ai/langchainjs/issues/8450
  [
    { inputText: 'x' },
    `#: required key [images] not found${'#: required key [texts] not found'.repeat(4)}#: required key [input_type] not found#: extraneous key [inputText] is not permitted`,
  ],
  [
    { inputText: 'x', input_type: 'search_query' },
    '#: required key [texts] not found#: extraneous key [inputText] is not permitted',
  ],
  [{ texts: ['x'], images: ['x'], input_type: 'search_query' }, '#/images: false schema always fails'],
])('Cohere Embed v3 joins all that is wrong with the members of %j', async (body, violations) => {
  expect(await refusalOf(invoke(cohere3, body))).toBe(
    `ValidationException: Malformed input request: ${violations}, please reformat your input and try again.`,
  );
});

it.each(['LEFT', 'RIGHT'])(
  '%s is an end of a text for Cohere Embed v4, and none for v3',
  async (truncate) => {
    const asked = { texts: ['one two'], input_type: 'clustering', truncate };
    expect(floatsIn((await invoke(cohere4, asked)).body)).toHaveLength(1);
    expect(await refusalOf(invoke(cohere3, asked))).toContain(
      `ValidationException: Malformed input request: #/truncate: "${truncate}" is not a valid enum value`,
    );
  },
);

describe('Cohere Embed v4', () => {
  it.each([256, 512, 1024, 1536])('has %d dimensions when asked', async (output_dimension) => {
    const { body } = await invoke(cohere4, { texts: ['x'], input_type: 'clustering', output_dimension });
    expect(floatsIn(body)[0]).toHaveLength(output_dimension);
  });

  it('joins the texts and images of an input', async () => {
    const url = `data:image/png;base64,${await pngOf('a boat')}`;
    const inputs = [
      { content: [{ type: 'text', text: 'a boat' }] },
      {
        content: [
          { type: 'text', text: 'a boat' },
          { type: 'image_url', image_url: { url } },
        ],
      },
    ];
    const { body } = await invoke(cohere4, { inputs, input_type: 'search_document' });
    const [alone, together] = floatsIn(body);
    expect(body['inputs']).toEqual(inputs);
    expect(cosine(alone, together)).toBeGreaterThan(0.5);
    expect(cosine(alone, together)).toBeLessThan(0.95);
  });

  it("refuses another model's body without telling what is wrong with it", async () => {
    expect(await refusalOf(invoke(cohere4, { inputText: 'hello world' }))).toBe(
      'ValidationException: Malformed request. Please check your parameter/values and try again.',
    );
  });
});
