// A question and its answer, in one piece.
import { bedrock } from '@bedrock-kit/provider';
import { generateText } from 'ai';
import { modelId } from './connection.ts';

const { text, usage, finishReason } = await generateText({
  model: bedrock(modelId),
  prompt: 'Count to five.',
});

console.log(text);
console.log(`${finishReason}, ${usage.inputTokens} tokens in, ${usage.outputTokens} tokens out`);
