// Two steps: the model asks for a tool, the app runs it, the model answers with what came back.
import { bedrock } from '@bedrock-kit/provider';
import { generateText, isStepCount, tool } from 'ai';
import { object, string } from 'zod/v4';
import { modelId } from './connection.ts';

const { text, steps } = await generateText({
  model: bedrock(modelId),
  tools: {
    weather: tool({
      description: 'The weather in a city, now',
      inputSchema: object({ city: string().describe('The name of the city') }),
      execute: ({ city }) => ({ city, celsius: 21, sky: 'clear' }),
    }),
  },
  stopWhen: isStepCount(5),
  prompt: 'What is the weather in Lisbon?',
});

for (const [index, step] of steps.entries()) {
  for (const call of step.toolCalls)
    console.log(`step ${index + 1}: ${call.toolName}(${JSON.stringify(call.input)})`);
  for (const result of step.toolResults)
    console.log(`step ${index + 1}: -> ${JSON.stringify(result.output)}`);
}
console.log(text);
if (steps.length !== 2) throw new Error(`two steps were expected, there were ${steps.length}`);
