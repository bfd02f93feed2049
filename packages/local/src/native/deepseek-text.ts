/**
 * DeepSeek-R1's text completion. Its thoughts are part of the text, in front of the tag that ends them.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-deepseek.html
 */
import type { NativeBody } from './native-body.ts';
import { type PromptForm, readPrompt } from './prompt-form.ts';
import { endOf, textOf } from './text-answer.ts';

const form: PromptForm = {
  prompt: 'prompt',
  maxTokens: { name: 'max_tokens' },
  temperature: { name: 'temperature', bounds: [0, 1] },
  topP: { name: 'top_p', bounds: [0, 1] },
  stop: 'stop',
  others: [],
  // Not the ASCII signs: the bars are full-width, and between the words stand lower blocks.
  template: {
    marks: [
      ['<｜User｜>', 'user'],
      ['<｜Assistant｜>', 'assistant'],
    ],
    edges: ['<｜begin▁of▁sentence｜>', '<｜end▁of▁sentence｜>', '<think>'],
    first: 'system',
  },
};

export const deepseekText: NativeBody = {
  form: 'prompt',
  prompt: form.prompt,
  read: (body, modelId, bedrock) => readPrompt(body, modelId, bedrock, form),
  write: (answer) => ({ choices: [{ text: textOf(answer), stop_reason: endOf(answer.stopReason) }] }),
};
