// A cache point after an earlier answer: the conversation up to there is read from the cache, and the new answer is streamed.
import { bedrock } from '@bedrock-kit/provider';
import { streamText } from 'ai';
import { live, modelId } from './connection.ts';

// Claude Haiku 4.5 caches from 4,096 tokens on.
const minutes = Array.from({ length: 800 }, (_, index) => `Minute ${index + 1}: nothing was decided.`).join(
  '\n',
);

for (const question of ['Say hello.', 'Say goodbye.']) {
  const result = streamText({
    model: bedrock(modelId),
    messages: [
      { role: 'user', content: `These are the minutes:\n${minutes}` },
      {
        role: 'assistant',
        content: 'I have read them.',
        providerOptions: { bedrock: { cachePoint: { type: 'default' } } },
      },
      { role: 'user', content: question },
    ],
    onError({ error }) {
      console.error(error);
      process.exitCode = 1;
    },
  });
  for await (const text of result.textStream) process.stdout.write(text);
  const { cacheReadTokens, cacheWriteTokens } = (await result.usage).inputTokenDetails;
  console.log(`\n${cacheWriteTokens} tokens written, ${cacheReadTokens} read`);
  const expected = question === 'Say hello.' ? cacheWriteTokens : cacheReadTokens;
  if (!live && !expected) throw new Error('the cache did nothing');
}
