import { describe, expect, it } from 'vitest';
import { invoking, refusalOf, streaming } from '../invoke-model.ts';

const invoke = invoking();
const stream = streaming();
const modelId = 'amazon.titan-text-express-v1';

describe('Titan Text’s own body', () => {
  it('is answered with one result and the counts', async () => {
    const { body, headers } = await invoke(modelId, {
      inputText: 'count to 3',
      textGenerationConfig: { maxTokenCount: 4096, stopSequences: [], temperature: 0, topP: 1 },
    });
    expect(body).toEqual({
      inputTextTokenCount: 3,
      results: [{ tokenCount: 3, outputText: '1 2 3', completionReason: 'FINISH' }],
    });
    expect(Object.fromEntries(Object.entries(headers).filter(([name]) => name.includes('-count')))).toEqual({
      'x-amzn-bedrock-input-token-count': '3',
      'x-amzn-bedrock-output-token-count': '3',
    });
  });

  it('is streamed word by word: the first chunk tells what went in, the last the end', async () => {
    const body = { inputText: 'User: count to 2\nBot: ' };
    const nothing = { totalOutputTextTokenCount: null, completionReason: null, inputTextTokenCount: null };
    expect(await stream(modelId, body)).toEqual([
      { ...nothing, outputText: '1 ', index: 0, inputTextTokenCount: 3 },
      { ...nothing, outputText: '2', index: 0 },
      {
        outputText: '',
        index: 0,
        totalOutputTextTokenCount: 2,
        completionReason: 'FINISH',
        inputTextTokenCount: null,
        'amazon-bedrock-invocationMetrics': { inputTokenCount: 3, outputTokenCount: 2 },
      },
    ]);
  });

  // https://github.com/open-telemetry/opentelemetry-python-contrib/blob/main/instrumentation/opentelemetry-instrumentation-botocore/tests/cassettes/test_invoke_model_with_response_stream_handles_stream_error.yaml
  it('has its last words in the last chunk where it ends at its limit', async () => {
    const body = { inputText: 'User: count to 3\nBot: ', textGenerationConfig: { maxTokenCount: 1 } };
    expect(await stream(modelId, body)).toEqual([
      {
        outputText: '1',
        index: 0,
        totalOutputTextTokenCount: 1,
        completionReason: 'LENGTH',
        inputTextTokenCount: 3,
        'amazon-bedrock-invocationMetrics': { inputTokenCount: 3, outputTokenCount: 1 },
      },
    ]);
  });

  // By AWS's page, whose name for another end was not the recorded one
  it('says of a stop sequence that it was met, whole and streamed', async () => {
    const body = { inputText: 'echo a | b', textGenerationConfig: { stopSequences: ['|'] } };
    const completionReason = 'STOP_CRITERIA_MET';
    expect((await invoke(modelId, body)).body).toMatchObject({
      results: [{ outputText: 'a ', completionReason }],
    });
    expect((await stream(modelId, body)).at(-1)).toMatchObject({ completionReason });
  });

  it.each([
    [{ prompt: 'x' }, '#: required key [inputText] not found#: extraneous key [prompt] is not permitted'],
    [{ inputText: 'x', max_tokens: 5 }, '#: extraneous key [max_tokens] is not permitted'],
    [
      { inputText: 'x', textGenerationConfig: { maxTokens: 5 } },
      '#/textGenerationConfig: extraneous key [maxTokens] is not permitted',
    ],
    [
      { inputText: 'x', textGenerationConfig: { maxTokenCount: 9000 } },
      '#/textGenerationConfig/maxTokenCount: 9000 is not less or equal to 8192',
    ],
    // As another family's check was seen to say it: github.com/langgenius/dify, core/model_runtime/model_providers/bedrock/llm/llm.py
    [
      { inputText: 'x', textGenerationConfig: { temperature: null, topP: null, stopSequences: null } },
      '#/textGenerationConfig/temperature: expected type: Number, found: Null' +
        '#/textGenerationConfig/topP: expected type: Number, found: Null' +
        '#/textGenerationConfig/stopSequences: expected type: JSONArray, found: Null',
    ],
    // https://github.com/langgenius/dify/pull/3326
    [
      { inputText: 'x', textGenerationConfig: { stopSequences: 'User:' } },
      '#/textGenerationConfig/stopSequences: expected type: JSONArray, found: String',
    ],
  ])('%j is refused', async (body, words) => {
    await expect(refusalOf(invoke(modelId, body))).resolves.toBe(
      `ValidationException: Malformed input request: ${words}, please reformat your input and try again.`,
    );
  });
});
