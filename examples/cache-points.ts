// A long system prompt is written to the cache once, and read from it by every later call.
import { bedrock } from '@bedrock-kit/provider';
import { generateText } from 'ai';
import { live, modelId } from './connection.ts';

// Claude Haiku 4.5 caches from 4,096 tokens on.
const rules = Array.from({ length: 800 }, (_, index) => `Rule ${index + 1}: be brief and be kind.`).join(
  '\n',
);

for (const prompt of ['Say hello.', 'Say goodbye.']) {
  const { usage } = await generateText({
    model: bedrock(modelId),
    instructions: { role: 'system', content: rules, providerOptions: { bedrock: { cachePoint: true } } },
    prompt,
  });
  const { noCacheTokens, cacheReadTokens, cacheWriteTokens } = usage.inputTokenDetails;
  console.log(
    `${prompt} ${cacheWriteTokens} tokens written, ${cacheReadTokens} read, ${noCacheTokens} neither`,
  );
  const expected = prompt === 'Say hello.' ? cacheWriteTokens : cacheReadTokens;
  if (!live && !expected) throw new Error('the cache did nothing');
}
