/**
 * Titan Text's own body.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-text.html
 * As recorded: https://github.com/open-telemetry/opentelemetry-python-contrib/tree/main/instrumentation/opentelemetry-instrumentation-botocore/tests/cassettes,
 * test_invoke_model_with_content[amazon.titan].yaml and test_invoke_model_with_response_stream_with_content[amazon.titan].yaml
 */
import type { NativeBody } from './native-body.ts';
import { type PromptForm, readPrompt } from './prompt-form.ts';
import { textChunks, textOf } from './text-answer.ts';

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

/** The names of AWS's page, but for a text that ends by itself: that was recorded. */
const reasons: Readonly<Partial<Record<string, string>>> = {
  max_tokens: 'LENGTH',
  stop_sequence: 'STOP_CRITERIA_MET',
};

function reasonOf(stopReason: string): string {
  return reasons[stopReason] ?? 'FINISH';
}

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
        completionReason: reasonOf(answer.stopReason),
      },
    ],
  }),
  stream: (events, context) =>
    textChunks(events, context, ({ text, stopReason, isFirst, inputTokens, outputTokens }) => ({
      outputText: text,
      index: 0,
      totalOutputTextTokenCount: stopReason === undefined ? null : outputTokens,
      completionReason: stopReason === undefined ? null : reasonOf(stopReason),
      inputTextTokenCount: isFirst ? inputTokens : null,
    })),
};
