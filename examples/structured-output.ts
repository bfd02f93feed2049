// An answer that is an object: the schema goes to the model, the object comes back checked.
import { bedrock } from '@bedrock-kit/provider';
import { generateText, Output } from 'ai';
import { enum as oneOf, int, object, string } from 'zod/v4';
import { modelId } from './connection.ts';

const { output } = await generateText({
  model: bedrock(modelId),
  output: Output.object({
    schema: object({
      city: string().describe('The city of the restaurant'),
      guests: int().describe('How many people come'),
      seat: oneOf(['inside', 'outside']),
    }),
  }),
  prompt: 'A table in Lisbon for 4, outside please.',
});

console.log(`${output.guests} guests in ${output.city}, ${output.seat}`);
if (output.guests !== 4) throw new Error(`four guests were expected, not ${output.guests}`);
