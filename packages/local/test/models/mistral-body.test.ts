import { describe, expect, it } from 'vitest';
import { invoking, refusalOf, streaming } from '../invoke-model.ts';

const invoke = invoking();
const stream = streaming();

describe('Mistral’s text completion', () => {
  it.each([
    'mistral.mistral-7b-instruct-v0:2',
    'mistral.mixtral-8x7b-instruct-v0:1',
    'mistral.mistral-large-2402-v1:0',
    'mistral.mistral-small-2402-v1:0',
  ])('is answered by %s with one output, the counts in headers', async (modelId) => {
    const { body, headers } = await invoke(modelId, {
      prompt: '<s>[INST] count to 3 [/INST]',
      max_tokens: 500,
      temperature: 0.5,
      top_p: 1,
      top_k: 50,
      stop: ['|'],
    });
    expect(body).toEqual({ outputs: [{ text: '1 2 3', stop_reason: 'stop' }] });
    expect(Object.fromEntries(Object.entries(headers).filter(([name]) => name.includes('-count')))).toEqual({
      'x-amzn-bedrock-input-token-count': '3',
      'x-amzn-bedrock-output-token-count': '3',
    });
  });

  it('is streamed word by word, the last chunk with the end and the metrics', async () => {
    const body = { prompt: '<s>[INST] count to 9 [/INST]', max_tokens: 2 };
    expect(await stream('mistral.mistral-7b-instruct-v0:2', body)).toEqual([
      { outputs: [{ text: '1 ', stop_reason: null }] },
      { outputs: [{ text: '2', stop_reason: null }] },
      {
        outputs: [{ text: '', stop_reason: 'length' }],
        'amazon-bedrock-invocationMetrics': { inputTokenCount: 3, outputTokenCount: 2 },
      },
    ]);
  });

  it('is read with its earlier turns, and ends at a stop sequence', async () => {
    const prompt = '<s>[INST] Hi [/INST] Hello!</s> [INST] echo one two three [/INST]';
    const { body } = await invoke('mistral.mixtral-8x7b-instruct-v0:1', { prompt, stop: ['two'] });
    expect(body).toEqual({ outputs: [{ text: 'one ', stop_reason: 'stop' }] });
  });

  it.each([
    ['mistral.mistral-7b-instruct-v0:2', 512],
    ['mistral.mistral-large-2402-v1:0', 8192],
  ])('of %s ends after %i tokens where no limit is sent', async (modelId, limit) => {
    const { body, headers } = await invoke(modelId, { prompt: '[INST]count to 10000[/INST]' });
    expect(body).toEqual({ outputs: [{ text: expect.any(String) as unknown, stop_reason: 'length' }] });
    expect(headers['x-amzn-bedrock-output-token-count']).toBe(String(limit));
  });

  it.each([
    [{ max_tokens: 5 }, 'Malformed input request: #: required key [prompt] not found'],
    [
      { prompt: 'x', max_tokens: 9000 },
      'Malformed input request: #/max_tokens: 9000 is not less or equal to 8192',
    ],
    [{ prompt: 'x', stop_sequences: ['y'] }, 'Validation Error'],
  ])('%j is refused', async (body, words) => {
    const refusal = await refusalOf(invoke('mistral.mistral-7b-instruct-v0:2', body));
    expect(refusal.replace(', please reformat your input and try again.', '')).toBe(
      `ValidationException: ${words}`,
    );
  });
});
