/**
 * Titan Text's own body.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-text.html
 * As recorded: https://github.com/open-telemetry/opentelemetry-python-contrib/tree/main/instrumentation/opentelemetry-instrumentation-botocore/tests/cassettes,
 * test_invoke_model_with_content[amazon.titan].yaml and test_invoke_model_with_response_stream_with_content[amazon.titan].yaml
 */
import type { NativeBody } from './native-body.ts';
import { type PromptForm, readPrompt } from './prompt-form.ts';
import { type TextEnd, endOf, textChunks, textOf } from './text-answer.ts';

const form: PromptForm = {
  prompt: 'inputText',
  settings: 'textGenerationConfig',
  maxTokens: { name: 'maxTokenCount', usual: 512 },
  temperature: { name: 'temperature', bounds: [0, 1] },
  topP: { name: 'topP', bounds: [0, 1] },
  stop: 'stopSequences',
  others: [],
  template: {
    marks: [
      ['^User:', 'user'],
      ['^Bot:', 'assistant'],
    ],
    edges: [],
    first: 'user',
  },
};

const reasons: Readonly<Record<TextEnd, string>> = { stop: 'FINISH', length: 'LENGTH' };

export const titanText: NativeBody = {
  form: 'prompt',
  prompt: form.prompt,
  read: (body, modelId, bedrock) => readPrompt(body, modelId, bedrock, form),
  write: (answer) => ({
    inputTextTokenCount: answer.usage.inputTokens,
    results: [
      {
        tokenCount: answer.usage.outputTokens,
        outputText: textOf(answer),
        completionReason: reasons[endOf(answer.stopReason)],
      },
    ],
  }),
  stream: (events, context) =>
    textChunks(events, context, ({ text, end, isFirst, inputTokens, outputTokens }) => ({
      outputText: text,
      index: 0,
      totalOutputTextTokenCount: end === undefined ? null : outputTokens,
      completionReason: end === undefined ? null : reasons[end],
      inputTextTokenCount: isFirst ? inputTokens : null,
    })),
};
