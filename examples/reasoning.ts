// The model thinks before it answers. Its thoughts go back with the history: Bedrock checks that they are unchanged.
import { bedrock } from '@bedrock-kit/provider';
import { generateText, type ModelMessage } from 'ai';
import { modelId } from './connection.ts';

const model = bedrock(modelId);
const reasoning = 'low' as const;

const question: ModelMessage = { role: 'user', content: 'Count to five.' };
const first = await generateText({ model, reasoning, messages: [question] });
console.log(`thought: ${first.finalStep.reasoningText}`);
console.log(`answer:  ${first.text}`);

const messages: ModelMessage[] = [
  question,
  ...first.responseMessages,
  { role: 'user', content: 'Count from five to one.' },
];
const second = await generateText({ model, reasoning, messages });
console.log(`answer:  ${second.text}, with the thoughts of the first turn accepted`);
if (first.finalStep.reasoningText === undefined) throw new Error('the model did not think');
