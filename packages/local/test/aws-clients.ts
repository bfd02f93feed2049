// AWS's own client against a local Bedrock, over each protocol that it speaks.
import { createRequire } from 'node:module';
import type * as AgentRuntime from '@aws-sdk/client-bedrock-agent-runtime';
import type * as Runtime from '@aws-sdk/client-bedrock-runtime';
import type * as Handlers from '@smithy/node-http-handler';
import { createLocalBedrock, type LocalBedrock, type LocalBedrockOptions } from '../src/index.ts';

// As CommonJS: the ES modules of AWS's core import without file extensions, which Node refuses.
const require = createRequire(import.meta.url);
export const runtime = require('@aws-sdk/client-bedrock-runtime') as typeof Runtime;
export const agentRuntime = require('@aws-sdk/client-bedrock-agent-runtime') as typeof AgentRuntime;
const { NodeHttpHandler } = require('@smithy/node-http-handler') as typeof Handlers;

export const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';

export type Protocol = 'HTTP/1.1' | 'HTTP/2';
export const protocols: readonly Protocol[] = ['HTTP/1.1', 'HTTP/2'];

export interface Bench {
  readonly local: LocalBedrock;
  readonly url: string;
  client(protocol: Protocol, config?: Runtime.BedrockRuntimeClientConfig): Runtime.BedrockRuntimeClient;
  close(): Promise<void>;
}

/** A local Bedrock that listens, and clients of AWS that know its keys and do not repeat a call. */
export async function startBench(options: LocalBedrockOptions = {}): Promise<Bench> {
  const local = createLocalBedrock(options);
  const server = await local.listen();
  const clients: Runtime.BedrockRuntimeClient[] = [];
  return {
    local,
    url: server.url,
    client(protocol, config = {}) {
      const client = new runtime.BedrockRuntimeClient({
        region: local.region,
        endpoint: server.url,
        credentials: local.credentials,
        maxAttempts: 1,
        ...(protocol === 'HTTP/1.1' ? { requestHandler: new NodeHttpHandler() } : {}),
        ...config,
      });
      clients.push(client);
      return client;
    },
    async close() {
      for (const client of clients) client.destroy();
      await local.close();
    },
  };
}
