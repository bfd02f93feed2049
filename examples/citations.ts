// A tool returns passages as search results, for example those of a knowledge base; the answer quotes them and names their sources.
import { bedrock } from '@bedrock-kit/provider';
import { generateText, isStepCount, tool } from 'ai';
import { object, string } from 'zod/v4';
import { live, modelId } from './connection.ts';

const passages = [
  { text: 'Granite is hard.', title: 'Granite', source: 'https://example.com/granite' },
  { text: 'Chalk is soft.', title: 'Chalk', source: 'https://example.com/chalk' },
];

const { text, sources } = await generateText({
  model: bedrock(modelId),
  tools: {
    search: tool({
      description: 'Searches a handbook of rocks',
      inputSchema: object({ query: string() }),
      execute: () => passages,
      toModelOutput: ({ output }) => ({
        type: 'content',
        value: output.map(({ text, ...searchResult }) => ({
          type: 'text',
          text,
          providerOptions: { bedrock: { searchResult, citations: { enabled: true } } },
        })),
      }),
    }),
  },
  stopWhen: isStepCount(5),
  prompt: 'Search the handbook: is chalk soft?',
});

console.log(text);
for (const source of sources) if (source.sourceType === 'url') console.log(`${source.title}: ${source.url}`);
if (!live && !sources.some(({ title }) => title === 'Chalk')) throw new Error('the answer names no source');
