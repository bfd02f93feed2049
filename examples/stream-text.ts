// Prints an answer as it arrives.
import { bedrock } from '@bedrock-kit/provider';
import { streamText } from 'ai';
import { modelId } from './connection.ts';

const result = streamText({
  model: bedrock(modelId),
  prompt: 'Repeat the word granite 40 times.',
  // The AI SDK reports a failed stream only here; an error thrown here is lost.
  onError({ error }) {
    console.error(error);
    process.exitCode = 1;
  },
});

for await (const text of result.textStream) process.stdout.write(text);
console.log(`\n${await result.finishReason}`);
