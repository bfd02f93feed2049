// Each way to authenticate: access keys, an API key, a function that gives credentials, and the environment, which is the default.
import { bedrock, createAmazonBedrock } from '@bedrock-kit/provider';
import { generateText } from 'ai';
import { live, local, modelId } from './connection.ts';

const region = process.env['AWS_REGION'] ?? 'us-east-1';
const accessKeyId = process.env['AWS_ACCESS_KEY_ID'];
const secretAccessKey = process.env['AWS_SECRET_ACCESS_KEY'];
const sessionToken = process.env['AWS_SESSION_TOKEN'];
const apiKey = process.env['AWS_BEARER_TOKEN_BEDROCK'] ?? local?.credentials.apiKey;

const ways = {
  'the environment': bedrock,
  ...(accessKeyId && {
    'access keys in code': createAmazonBedrock({ region, accessKeyId, secretAccessKey, sessionToken }),
    // Any provider of the AWS SDK will do, such as fromNodeProviderChain() of @aws-sdk/credential-providers.
    'a credential provider': createAmazonBedrock({
      region,
      credentialProvider: () =>
        Promise.resolve({ accessKeyId, secretAccessKey: secretAccessKey ?? '', sessionToken }),
    }),
  }),
  ...(apiKey && {
    'an API key': createAmazonBedrock({ region, apiKey }),
    'an API key that is asked for at each call': createAmazonBedrock({ region, apiKey: () => apiKey }),
  }),
};

for (const [way, provider] of Object.entries(ways)) {
  const { text } = await generateText({ model: provider(modelId), prompt: 'Count to five.' });
  console.log(`${way}: ${text}`);
}
if (!live && Object.keys(ways).length !== (apiKey ? 5 : 3))
  throw new Error('a way to authenticate is missing');
