// Sends the model fields for which Converse has no member: with every call of the model, and with one call.
import { bedrock } from '@bedrock-kit/provider';
import { generateText } from 'ai';
import { live, modelId } from './connection.ts';

const model = bedrock(modelId, { additionalModelRequestFields: { top_k: 250 } });

const { text, finalStep } = await generateText({
  model,
  prompt: 'Count to five.',
  providerOptions: { bedrock: { additionalModelRequestFields: { metadata: { user_id: 'someone' } } } },
  include: { requestBody: true },
});

const { additionalModelRequestFields: sent } = finalStep.request.body as {
  additionalModelRequestFields?: object;
};
console.log(text);
console.log(`sent: ${JSON.stringify(sent)}`);
if (!live && JSON.stringify(sent) !== '{"top_k":250,"metadata":{"user_id":"someone"}}') {
  throw new Error('both fields were expected');
}
