// Conversations with the built-in language model, through AWS's own client.
import type {
  ContentBlock,
  ConverseCommandInput,
  ConverseCommandOutput,
} from '@aws-sdk/client-bedrock-runtime';
import { afterAll, beforeAll } from 'vitest';
import type { LocalBedrockOptions } from '../../src/index.ts';
import { type Bench, modelId, type Protocol, runtime, startBench } from '../aws-clients.ts';

interface Answer {
  readonly content: ContentBlock[];
  readonly stopReason: ConverseCommandOutput['stopReason'];
  readonly usage: ConverseCommandOutput['usage'];
  /** What was asked for beside the answer. */
  readonly fields: ConverseCommandOutput['additionalModelResponseFields'];
}

export const says = (text: string): ConverseCommandInput['messages'] => [
  { role: 'user', content: [{ text }] },
];

/** Starts a Bedrock for the tests of a file. */
export function conversationBench(options: LocalBedrockOptions = {}) {
  let bench: Bench;
  beforeAll(async () => {
    bench = await startBench(options);
  });
  afterAll(() => bench.close());

  async function converse(input: Partial<ConverseCommandInput>): Promise<Answer> {
    const { output, stopReason, usage, additionalModelResponseFields } = await bench
      .client('HTTP/1.1')
      .send(new runtime.ConverseCommand({ modelId, ...input }));
    return {
      content: output?.message?.content ?? [],
      stopReason,
      usage,
      fields: additionalModelResponseFields,
    };
  }

  return { converse, client: (protocol: Protocol) => bench.client(protocol) };
}
