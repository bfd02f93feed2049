// A runtime whose requests are answered as a test says, and where they went.
import { createBedrockRuntime } from '../../src/index.ts';
import { fakeFetch } from '../far-side.ts';

export function setUp(...responses: (Response | (() => Response))[]) {
  const { fetch, calls } = fakeFetch(...responses);
  const runtime = createBedrockRuntime({ apiKey: 'k', fetch, environment: { AWS_REGION: 'us-east-1' } });
  return { runtime, calls, urls: () => calls.map(({ url }) => url) };
}
