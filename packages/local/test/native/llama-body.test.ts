import { describe, expect, it } from 'vitest';
import { paint } from '../../src/images/painting.ts';
import { encodePng } from '../../src/images/png.ts';
import { invoking, refusalOf, streaming } from '../invoke-model.ts';

const invoke = invoking();
const stream = streaming();
const written = streaming({
  models: {
    'meta.*': function* () {
      yield 'one ';
      yield 'two';
      yield { stopReason: 'max_tokens' };
    },
  },
});

const modelId = 'meta.llama3-70b-instruct-v1:0';

/** As AWS's own examples write it. */
function prompt(text: string): string {
  return `\n<|begin_of_text|><|start_header_id|>user<|end_header_id|>\n${text}\n<|eot_id|>\n<|start_header_id|>assistant<|end_header_id|>\n`;
}

const opening = (count: number): string =>
  `This is a built-in test model. I received ${count} message${count === 1 ? '' : 's'}; in the last one:`;

describe('Llama’s own body', () => {
  it('is answered with the text, its end and the counts, which stand in headers, too', async () => {
    const { body, headers } = await invoke(modelId, {
      prompt: prompt('count to 3'),
      max_gen_len: 512,
      temperature: 0.5,
      top_p: 0.9,
    });
    expect(body).toEqual({
      generation: '1 2 3',
      prompt_token_count: 3,
      generation_token_count: 3,
      stop_reason: 'stop',
    });
    expect(Object.fromEntries(Object.entries(headers).filter(([name]) => name.includes('-count')))).toEqual({
      'x-amzn-bedrock-input-token-count': '3',
      'x-amzn-bedrock-output-token-count': '3',
    });
  });

  it('is streamed word by word, the last chunk with the end and the metrics', async () => {
    expect(await stream(modelId, { prompt: prompt('count to 3') })).toEqual([
      { generation: '1 ', prompt_token_count: 3, generation_token_count: 1, stop_reason: null },
      { generation: '2 ', prompt_token_count: null, generation_token_count: 2, stop_reason: null },
      { generation: '3', prompt_token_count: null, generation_token_count: 3, stop_reason: null },
      {
        generation: '',
        prompt_token_count: null,
        generation_token_count: 3,
        stop_reason: 'stop',
        'amazon-bedrock-invocationMetrics': { inputTokenCount: 3, outputTokenCount: 3 },
      },
    ]);
  });

  it('ends at max_gen_len, and after 512 tokens where none is sent', async () => {
    const limited = await invoke(modelId, { prompt: prompt('count to 3'), max_gen_len: 2 });
    expect(limited.body).toEqual({
      generation: '1 2',
      prompt_token_count: 3,
      generation_token_count: 2,
      stop_reason: 'length',
    });
    const { body } = await invoke(modelId, { prompt: prompt('count to 600') });
    expect([body['generation_token_count'], body['stop_reason']]).toEqual([512, 'length']);
  });

  // https://github.com/DataDog/dd-trace-py/blob/main/tests/contrib/botocore/bedrock_cassettes/meta_invoke_stream.yaml
  it('has its last words in the last chunk where it ends at max_gen_len, also the only one', async () => {
    const chunksOf = async (count: number): Promise<object[]> =>
      stream(modelId, { prompt: prompt('count to 3'), max_gen_len: count });
    const last = (outputTokenCount: number): object => ({
      generation_token_count: outputTokenCount,
      stop_reason: 'length',
      'amazon-bedrock-invocationMetrics': { inputTokenCount: 3, outputTokenCount },
    });
    expect(await chunksOf(2)).toEqual([
      { generation: '1 ', prompt_token_count: 3, generation_token_count: 1, stop_reason: null },
      { generation: '2', prompt_token_count: null, ...last(2) },
    ]);
    expect(await chunksOf(1)).toEqual([{ generation: '1', prompt_token_count: 3, ...last(1) }]);
  });

  it('is streamed as a handler writes it, piece by piece, also where that ends at a limit', async () => {
    expect(await written(modelId, { prompt: prompt('hi') })).toMatchObject([
      { generation: 'one ', stop_reason: null },
      { generation: 'two', stop_reason: null },
      { generation: '', stop_reason: 'length' },
    ]);
  });

  it.each([
    [
      'Llama 3',
      '<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\nBe kind.<|eot_id|><|start_header_id|>user<|end_header_id|>\n\nHi<|eot_id|>' +
        '<|start_header_id|>assistant<|end_header_id|>\n\nHello!<|eot_id|><|start_header_id|>user<|end_header_id|>\n\nWho?<|eot_id|>' +
        '<|start_header_id|>assistant<|end_header_id|>\n\n',
    ],
    [
      'Llama 4',
      '<|begin_of_text|><|header_start|>system<|header_end|>\n\nBe kind.<|eot|><|header_start|>user<|header_end|>\n\nHi<|eot|>' +
        '<|header_start|>assistant<|header_end|>\n\nHello!<|eot|><|header_start|>user<|header_end|>\n\nWho?<|eot|><|header_start|>assistant<|header_end|>',
    ],
    ['Llama 2', '<s>[INST] <<SYS>>\nBe kind.\n<</SYS>>\n\nHi [/INST] Hello! </s><s>[INST] Who? [/INST]'],
  ])('is read by the template of %s', async (_name, text) => {
    const { body } = await invoke(modelId, { prompt: text });
    expect([body['generation'], body['prompt_token_count']]).toEqual([
      `${opening(3)}\n- text of 4 characters: "Who?"`,
      8,
    ]);
  });

  it('without a template is what a user says', async () => {
    const { body } = await invoke(modelId, { prompt: 'echo hi' });
    expect(body['generation']).toBe('hi');
  });

  it('goes on with the beginning of an answer', async () => {
    const { body } = await invoke(modelId, { prompt: `${prompt('count to 5')}1 2` });
    expect(body['generation']).toBe(' 3 4 5');
  });

  it('shows images to a model that sees', async () => {
    const png = await encodePng(paint({ width: 64, height: 48, prompt: '', seed: 1, variant: '' }));
    const images = [Buffer.from(png).toString('base64')];
    const { body } = await invoke('us.meta.llama4-scout-17b-instruct-v1:0', {
      prompt: '<|begin_of_text|><|header_start|>user<|header_end|>\n\n<|image|>What is it?<|eot|>',
      images,
    });
    expect(body['generation']).toMatch(
      /^This is [^]*\n- image: png, 64 x 48 pixels, \d+ bytes, [^]*\n- text of 11 characters: "What is it\?"$/,
    );
    await expect(refusalOf(invoke(modelId, { prompt: 'x', images: ['aGk='] }))).resolves.toBe(
      'ValidationException: Malformed input request: #/images/0: the bytes are no PNG, JPEG, GIF or WebP image, please reformat your input and try again.',
    );
  });

  it.each([
    [{ max_gen_len: 5 }, '#: required key [prompt] not found'],
    [{ prompt: 5 }, '#/prompt: expected type: String, found: Integer'],
    [
      { prompt: 'x', stop: ['y'], top_k: 1 },
      '#: extraneous key [stop] is not permitted#: extraneous key [top_k] is not permitted',
    ],
    [{ prompt: 'x', max_gen_len: 0 }, '#/max_gen_len: 0 is not greater or equal to 1'],
    [{ prompt: 'x', max_gen_len: 4096 }, '#/max_gen_len: 4096 is not less or equal to 2048'],
    [{ prompt: 'x', temperature: 2 }, '#/temperature: 2 is not less or equal to 1'],
  ])('%j is refused', async (body, words) => {
    await expect(refusalOf(invoke(modelId, body))).resolves.toBe(
      `ValidationException: Malformed input request: ${words}, please reformat your input and try again.`,
    );
  });
});
