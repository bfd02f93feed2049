// Where a request goes under some settings and in some environment, and how it is authorized.
import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { vi } from 'vitest';
import { type AmazonBedrockProviderSettings, createAmazonBedrock } from '../src/index.ts';
import { farSide, json } from './far-side.ts';

export const call: LanguageModelV4CallOptions = {
  prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }],
};
export const answer = { output: { message: { role: 'assistant', content: [] } }, stopReason: 'end_turn' };

const variables = [
  'AWS_REGION',
  'AWS_DEFAULT_REGION',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_BEARER_TOKEN_BEDROCK',
  'AWS_ENDPOINT_URL_BEDROCK_RUNTIME',
  'AWS_ENDPOINT_URL',
];

/** The environment holds just this. */
export function environment(values: Record<string, string>): void {
  for (const name of variables) vi.stubEnv(name, values[name]);
}

/** Where a request goes and how it is authorized, under these settings. */
export async function outcome(settings: AmazonBedrockProviderSettings, modelId = 'amazon.nova-lite-v1:0') {
  const { fetch, asked } = farSide(() => json(answer));
  await createAmazonBedrock({ fetch, ...settings })(modelId).doGenerate(call);
  const [request] = asked;
  const { authorization = 'none', 'x-amz-security-token': token } = request?.headers ?? {};
  const key = /Credential=([^/]+)\/\d+\/([^/]+)\//.exec(authorization);
  return {
    host: new URL(request?.url ?? '').host,
    by: key ? `${key[1] ?? ''} in ${key[2] ?? ''}` : authorization,
    ...(token !== undefined && { token }),
  };
}

export const us = 'bedrock-runtime.us-east-1.amazonaws.com';
