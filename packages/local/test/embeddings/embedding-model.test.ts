import { describe, expect, it } from 'vitest';
import { encoded } from '../../src/embeddings/encodings.ts';
import { encodePng } from '../../src/images/png.ts';
import { paint } from '../../src/images/painting.ts';
import { invoking, refusalOf } from '../invoke-model.ts';

const invoke = invoking();

const titan1 = 'amazon.titan-embed-text-v1';
const titan2 = 'amazon.titan-embed-text-v2:0';
const titanImage = 'amazon.titan-embed-image-v1';
const cohere3 = 'cohere.embed-english-v3';
const cohere4 = 'cohere.embed-v4:0';
const nova = 'amazon.nova-2-multimodal-embeddings-v1:0';
const marengo2 = 'us.twelvelabs.marengo-embed-2-7-v1:0';
const marengo3 = 'twelvelabs.marengo-embed-3-0-v1:0';

async function pngOf(prompt: string): Promise<string> {
  const painting = paint({ width: 64, height: 48, prompt, seed: 1, variant: '' });
  return Buffer.from(await encodePng(painting)).toString('base64');
}

function lengthOf(vector: unknown): number {
  return Math.sqrt((vector as number[]).reduce((sum, item) => sum + item * item, 0));
}

function cosine(left: unknown, right: unknown): number {
  const other = right as number[];
  const dot = (left as number[]).reduce((sum, item, index) => sum + item * (other[index] ?? 0), 0);
  return dot / lengthOf(left) / lengthOf(right);
}

/** The floats of a Cohere model, which come as a list or by type. */
function floatsIn(body: Readonly<Record<string, unknown>>): number[][] {
  const embeddings = body['embeddings'] as number[][] | { float: number[][] };
  return 'float' in embeddings ? embeddings.float : embeddings;
}

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

  it('points in the same direction without normalisation, at another length', async () => {
    const unit = (await invoke(titan2, { inputText: 'hello' })).body['embedding'];
    const free = (await invoke(titan2, { inputText: 'hello', normalize: false })).body['embedding'];
    expect(lengthOf(free)).not.toBeCloseTo(1, 1);
    expect(cosine(unit, free)).toBeCloseTo(1, 6);
  });

  it.each([
    [{}, '#: required key [inputText] not found'],
    [{ inputText: '' }, 'expected minLength: 1, actual: 0'],
    [{ inputText: 'x'.repeat(50_001) }, 'expected maxLength: 50000, actual: 50001'],
    [{ inputText: 'x', dimensions: 300 }, '#/dimensions: 300 is not a valid enum value'],
    [{ inputText: 'x', embeddingTypes: ['int8'] }, '#/embeddingTypes/0: int8 is not a valid enum value'],
    [{ inputText: 'x', texts: [] }, '#: extraneous key [texts] is not permitted'],
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
});

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
    [{ texts }, '#: required key [input_type] not found'],
    [{ texts, input_type: 'search' }, '#/input_type: "search" is not a valid enum value'],
    [
      { texts: Array.from({ length: 97 }, () => 'x'), input_type: 'clustering' },
      '#/texts: expected maximum item count: 96, found: 97',
    ],
    [{ texts, input_type: 'clustering', embedding_types: ['bits'] }, '#/embedding_types/0'],
    [{ input_type: 'clustering' }, '#: exactly one of the keys'],
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

describe('Nova Multimodal Embeddings', () => {
  const params = { embeddingPurpose: 'GENERIC_INDEX' };
  const text = { truncationMode: 'END', value: 'hello world' };

  it('has 3,072 dimensions unless asked otherwise', async () => {
    const { body, headers } = await invoke(nova, {
      schemaVersion: 'nova-multimodal-embed-v1',
      taskType: 'SINGLE_EMBEDDING',
      singleEmbeddingParams: { ...params, text },
    });
    expect(body).toEqual({
      embeddings: [{ embeddingType: 'TEXT', embedding: expect.any(Array) as number[] }],
    });
    expect((body['embeddings'] as { embedding: number[] }[])[0]?.embedding).toHaveLength(3072);
    expect(headers['x-amzn-bedrock-input-token-count']).toBe('2');
  });

  it.each([256, 384, 1024, 3072])('has %d dimensions when asked', async (embeddingDimension) => {
    const { body } = await invoke(nova, {
      taskType: 'SINGLE_EMBEDDING',
      singleEmbeddingParams: { ...params, embeddingDimension, text },
    });
    expect((body['embeddings'] as { embedding: number[] }[])[0]?.embedding).toHaveLength(embeddingDimension);
  });

  const embed = (value: string, truncationMode: string) =>
    invoke(nova, {
      taskType: 'SINGLE_EMBEDDING',
      singleEmbeddingParams: { ...params, text: { truncationMode, value } },
    });

  it('reads 8,192 tokens of a text and tells how many characters they were', async () => {
    const whole = `${'word '.repeat(8192)}more`;
    const [end, start] = await Promise.all(['END', 'START'].map((mode) => embed(whole, mode)));
    expect(end?.body['embeddings']).toMatchObject([{ truncatedCharLength: 5 * 8192 - 1 }]);
    expect(start?.body['embeddings']).toMatchObject([{ truncatedCharLength: 5 * 8192 }]);
    expect(end?.headers['x-amzn-bedrock-input-token-count']).toBe('8192');
    expect(await refusalOf(embed(whole, 'NONE'))).toContain('ValidationException: ');
  });

  it('takes 50,000 characters, whatever the mode, and tells nothing where it read all of them', async () => {
    for (const mode of ['START', 'END', 'NONE']) {
      expect((await embed('x'.repeat(50_000), mode)).body).toEqual({
        embeddings: [{ embeddingType: 'TEXT', embedding: expect.any(Array) as number[] }],
      });
      expect(await refusalOf(embed('x'.repeat(50_001), mode))).toContain(
        '#/singleEmbeddingParams/text/value: expected maxLength: 50000, actual: 50001',
      );
    }
  });

  it.each([
    ['image', 'png'],
    ['audio', 'mp3'],
  ])('makes a vector of an inline %s', async (kind, format) => {
    const bytes = kind === 'image' ? await pngOf('a dog') : 'AAAA';
    const { body } = await invoke(nova, {
      taskType: 'SINGLE_EMBEDDING',
      singleEmbeddingParams: { ...params, embeddingDimension: 256, [kind]: { format, source: { bytes } } },
    });
    expect(body).toEqual({
      embeddings: [{ embeddingType: kind.toUpperCase(), embedding: expect.any(Array) as number[] }],
    });
  });

  it('gives sound and picture of a video a vector each when they are to be apart', async () => {
    const video = { format: 'mp4', source: { s3Location: { uri: 's3://videos/one.mp4' } } };
    const modes = [
      ['AUDIO_VIDEO_COMBINED', ['AUDIO_VIDEO_COMBINED']],
      ['AUDIO_VIDEO_SEPARATE', ['VIDEO', 'AUDIO']],
    ] as const;
    for (const [embeddingMode, types] of modes) {
      const { body } = await invoke(nova, {
        taskType: 'SINGLE_EMBEDDING',
        singleEmbeddingParams: { ...params, video: { ...video, embeddingMode } },
      });
      expect((body['embeddings'] as { embeddingType: string }[]).map((one) => one.embeddingType)).toEqual(
        types,
      );
    }
  });

  it.each([
    [{ inputText: 'a' }, '#: required key [messages] not found'],
    [{ taskType: 'SINGLE_EMBEDDING' }, '#: required key [singleEmbeddingParams] not found'],
    [
      { taskType: 'SINGLE_EMBEDDING', singleEmbeddingParams: { text } },
      'required key [embeddingPurpose] not found',
    ],
    [{ taskType: 'SINGLE_EMBEDDING', singleEmbeddingParams: params }, 'exactly one of the keys [text]'],
    [
      {
        taskType: 'SINGLE_EMBEDDING',
        singleEmbeddingParams: { ...params, image: { format: 'png', source: { bytes: 'AAAA' } } },
      },
      '#/singleEmbeddingParams/image/source/bytes: the bytes are no PNG, JPEG, GIF or WebP image',
    ],
    [
      { taskType: 'SINGLE_EMBEDDING', singleEmbeddingParams: { ...params, text, image: {} } },
      '#/singleEmbeddingParams: exactly one of the keys [text], [image], [audio], [video] must be given',
    ],
    [
      { taskType: 'SINGLE_EMBEDDING', singleEmbeddingParams: { ...params, text, embeddingDimension: 5 } },
      '#/singleEmbeddingParams/embeddingDimension: 5 is not a valid enum value',
    ],
  ])('refuses %j', async (body, violation) => {
    expect(await refusalOf(invoke(nova, body))).toContain(violation);
  });
});

describe('Marengo', () => {
  it('2.7 takes its members flat and answers with 1,024 dimensions', async () => {
    const mediaSource = { base64String: await pngOf('a dog') };
    const bodies = [
      { inputType: 'text', inputText: 'a dog' },
      { inputType: 'image', mediaSource },
    ];
    for (const body of bodies) {
      const answer = await invoke(marengo2, body);
      expect(answer.body).toEqual({ data: [{ embedding: expect.any(Array) as number[] }] });
      const [first] = answer.body['data'] as { embedding: number[] }[];
      expect(first?.embedding).toHaveLength(1024);
    }
  });

  it('3.0 takes them under the name of the input and answers with 512', async () => {
    const mediaSource = { base64String: await pngOf('a dog') };
    const bodies = [
      { inputType: 'text', text: { inputText: 'a dog' } },
      { inputType: 'image', image: { mediaSource } },
      { inputType: 'text_image', text_image: { inputText: 'a dog', mediaSource } },
      {
        inputType: 'multi_input',
        multi_input: {
          inputText: 'like <@first>',
          mediaSources: [{ name: 'first', mediaType: 'image', ...mediaSource }],
        },
      },
    ];
    for (const body of bodies) {
      const answer = await invoke(marengo3, body);
      const [first] = answer.body['data'] as { embedding: number[] }[];
      expect(first?.embedding).toHaveLength(512);
    }
  });

  it('refuses a name that no source has, and video in a call that waits', async () => {
    const wrong = { inputType: 'multi_input', multi_input: { inputText: '<@b>', mediaSources: [] } };
    expect(await refusalOf(invoke(marengo3, wrong))).toContain('<@b> is the name of none');
    expect(await refusalOf(invoke(marengo3, { inputType: 'video', video: {} }))).toContain('/inputType');
  });
});

it('the same text gets the same vector in every call', async () => {
  const once = await invoke(titan2, { inputText: 'the same' });
  const again = await invoke(titan2, { inputText: 'the same' });
  expect(again.body).toEqual(once.body);
});
