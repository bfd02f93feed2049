/**
 * Meta Llama's own body. Only the first chunk of a stream counts the tokens of the prompt.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html
 * An answer as recorded: https://github.com/open-telemetry/opentelemetry-python-contrib/blob/main/instrumentation/opentelemetry-instrumentation-botocore/tests/cassettes/test_invoke_model_with_content%5Bmeta.llama%5D.yaml
 * A member that is refused: https://github.com/ogx-ai/ogx/issues/1102
 */
import type { ContentBlock, Message } from '@bedrock-kit/protocol';
import { imagePart } from './image-part.ts';
import { texts } from './json-fields.ts';
import type { NativeBody } from './native-body.ts';
import { type PromptForm, readPrompt } from './prompt-form.ts';
import { endOf, textChunks, textOf } from './text-answer.ts';

const form: PromptForm = {
  prompt: 'prompt',
  maxTokens: { name: 'max_gen_len', usual: 512 },
  temperature: { name: 'temperature', bounds: [0, 1] },
  topP: { name: 'top_p', bounds: [0, 1] },
  // From Llama 3.2 on.
  others: ['images'],
  template: {
    // Llama 3, Llama 4, Llama 2.
    marks: [
      [
        String.raw`<\|start_header_id\|>system<\|end_header_id\|>|<\|header_start\|>system<\|header_end\|>|<<SYS>>`,
        'system',
      ],
      [
        String.raw`<\|start_header_id\|>(?:user|ipython)<\|end_header_id\|>|<\|header_start\|>(?:user|ipython)<\|header_end\|>|\[INST\]|<</SYS>>`,
        'user',
      ],
      [
        String.raw`<\|start_header_id\|>assistant<\|end_header_id\|>|<\|header_start\|>assistant<\|header_end\|>|\[/INST\]`,
        'assistant',
      ],
    ],
    edges: [
      '<|begin_of_text|>',
      '<|eot_id|>',
      '<|eom_id|>',
      '<|eot|>',
      '<|eom|>',
      '<|image|>',
      '<s>',
      '</s>',
    ],
    first: 'user',
  },
};

export const llamaBody: NativeBody = {
  form: 'prompt',
  prompt: form.prompt,
  read(body, modelId, bedrock) {
    const request = readPrompt(body, modelId, bedrock, form);
    const images = texts(body, 'images', '')?.map((image, index) => imagePart(image, `/images/${index}`));
    return images === undefined ? request : { ...request, messages: withImages(request.messages, images) };
  },
  write(answer) {
    const { inputTokens, outputTokens } = answer.usage;
    return {
      generation: textOf(answer),
      prompt_token_count: inputTokens,
      generation_token_count: outputTokens,
      stop_reason: endOf(answer.stopReason),
    };
  },
  // https://github.com/agentjido/req_llm/blob/83c78eb1745fba80416b42bbf245e5f18f3b7e91/test/support/fixtures/amazon_bedrock/meta_llama3_3_70b_instruct_v1_0/guardrail_invoke_blocked.json
  unasked: { write: (text) => ({ generation: text }), isTimed: true },
  stream: (events, context) =>
    textChunks(events, context, ({ text, stopReason, isFirst, inputTokens, outputTokens }) => ({
      generation: text,
      prompt_token_count: isFirst ? inputTokens : null,
      generation_token_count: outputTokens,
      stop_reason: endOf(stopReason),
    })),
};

/** The images belong to the last message of the user. */
function withImages(messages: readonly Message[] = [], images: readonly ContentBlock[]): Message[] {
  const at = messages.map(({ role }) => role).lastIndexOf('user');
  return messages.map((message, index) =>
    index === at ? { ...message, content: [...images, ...message.content] } : message,
  );
}
