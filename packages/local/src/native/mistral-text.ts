/**
 * Mistral's text completion: the body of its first models.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-text-completion.html
 * A refusal that names nothing: https://github.com/langchain-ai/langchain-aws/issues/185
 * An answer as recorded: https://github.com/open-telemetry/opentelemetry-python-contrib/blob/main/instrumentation/opentelemetry-instrumentation-botocore/tests/cassettes/test_invoke_model_with_content%5Bmistral.mistral%5D.yaml
 */
import type { ChatTemplate } from './chat-template.ts';
import type { NativeBody } from './native-body.ts';
import { readPrompt } from './prompt-form.ts';
import { endOf, textChunks, textOf } from './text-answer.ts';

const template: ChatTemplate = {
  marks: [
    [String.raw`\[INST\]`, 'user'],
    [String.raw`\[/INST\]`, 'assistant'],
  ],
  edges: ['<s>', '</s>'],
  first: 'user',
};

/** @param usual - the tokens of an answer whose request sets no limit, by the table on the page */
export function mistralText(usual: number): NativeBody {
  const form = {
    prompt: 'prompt',
    maxTokens: { name: 'max_tokens', usual },
    temperature: { name: 'temperature', bounds: [0, 1] },
    topP: { name: 'top_p', bounds: [0, 1] },
    stop: 'stop',
    others: ['top_k'],
    template,
    refusal: 'Validation Error',
  } as const;
  return {
    form: 'prompt',
    prompt: form.prompt,
    read: (body, modelId, bedrock) => readPrompt(body, modelId, bedrock, form),
    write: (answer) => output(textOf(answer), endOf(answer.stopReason)),
    stream: (events, context) =>
      textChunks(events, context, ({ text, stopReason }) => output(text, endOf(stopReason))),
  };
}

function output(
  text: string,
  stop_reason: string | null,
): { outputs: { text: string; stop_reason: string | null }[] } {
  return { outputs: [{ text, stop_reason }] };
}
