// Reads the headers of whole and streamed responses: AWS support asks for the request id.
import { bedrock } from '@bedrock-kit/provider';
import { generateText, streamText } from 'ai';
import { modelId } from './connection.ts';

const whole = await generateText({ model: bedrock(modelId), prompt: 'Say hello.' });
console.log(`generateText: x-amzn-requestid ${requestId(whole.finalStep.response.headers)}`);

const streamed = streamText({ model: bedrock(modelId), prompt: 'Say hello.' });
await streamed.consumeStream();
console.log(`streamText:   x-amzn-requestid ${requestId((await streamed.finalStep).response.headers)}`);

function requestId(headers: Record<string, string> | undefined): string {
  const id = headers?.['x-amzn-requestid'];
  if (id === undefined) throw new Error('the response came without x-amzn-requestid');
  return id;
}
