// Conversations under a guardrail, through AWS's own client.
import type { ConverseCommandInput, GuardrailConfiguration } from '@aws-sdk/client-bedrock-runtime';
import { afterAll, beforeAll } from 'vitest';
import type { GuardrailSettings } from '../../src/index.ts';
import { type Bench, modelId, type Protocol, runtime, startBench } from '../aws-clients.ts';

export const guardrailConfig: GuardrailConfiguration = {
  guardrailIdentifier: 'gr1',
  guardrailVersion: '1',
  trace: 'enabled',
};

/** What an assessment tells of the guardrail that made it. */
export const details = {
  appliedGuardrailDetails: {
    guardrailId: 'gr1',
    guardrailVersion: '1',
    guardrailArn: 'arn:aws:bedrock:us-east-1:123456789012:guardrail/gr1',
    guardrailOrigin: ['REQUEST'],
    guardrailOwnership: 'SELF',
  },
};

export const gr1: GuardrailSettings = {
  versions: ['1'],
  words: ['gold'],
  topics: { Investment: ['shares', 'which stock'] },
  pii: { EMAIL: 'ANONYMIZE', US_SOCIAL_SECURITY_NUMBER: 'BLOCK' },
  blockedInput: 'I cannot take that.',
  blockedOutput: 'I cannot say that.',
};

/** Starts a Bedrock with two guardrails for the tests of a file. */
export function guardedBench() {
  let bench: Bench;
  beforeAll(async () => {
    bench = await startBench({
      guardrails: {
        gr1,
        gr2: { grounding: 0.7, relevance: 0.5 },
      },
    });
  });
  afterAll(() => bench.close());

  async function converse(text: string, extra: Partial<ConverseCommandInput> = {}) {
    const { output, stopReason, usage, trace } = await bench.client('HTTP/1.1').send(
      new runtime.ConverseCommand({
        modelId,
        messages: [{ role: 'user', content: [{ text }] }],
        guardrailConfig,
        ...extra,
      }),
    );
    return { text: output?.message?.content?.[0]?.text, stopReason, usage, trace: trace?.guardrail };
  }

  return { converse, client: (protocol: Protocol) => bench.client(protocol) };
}
