/**
 * Bodies in the form of OpenAI's chat completions: of GPT, gpt-oss, and the open-weight models of other vendors.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html gives the open-weight models on InvokeModel
 * `response_format`; Qwen's body: https://github.com/promptfoo/promptfoo/pull/5718
 */
import { type ChatDialect, chatCompletion } from './chat-answer.ts';
import { readChat } from './chat-request.ts';
import { chatChunks } from './chat-stream.ts';
import type { NativeBody } from './native-body.ts';

export function chatBody(dialect: ChatDialect): NativeBody {
  return {
    form: 'messages',
    read: readChat,
    write: (answer, context) => chatCompletion(answer, context, dialect),
    words: ['choices', '0', 'delta', 'content'],
    stream: (events, context) => chatChunks(events, context, dialect),
  };
}
