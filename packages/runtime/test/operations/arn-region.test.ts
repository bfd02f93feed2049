// A call goes to the region that the ARN in its request names.
import { describe, expect, test } from 'vitest';
import type { BedrockRuntime } from '../../src/index.ts';
import { json } from '../far-side.ts';
import { setUp } from './answered-runtime.ts';
import { invocationArn } from './async-job.ts';

describe('the region in an ARN', () => {
  test.each<[string, (runtime: BedrockRuntime) => Promise<unknown>, string]>([
    [
      'of a job',
      (runtime) => runtime.getAsyncInvoke({ invocationArn }),
      'https://bedrock-runtime.eu-west-1.amazonaws.com/',
    ],
    [
      'of a guardrail',
      (runtime) =>
        runtime.applyGuardrail({
          guardrailIdentifier: 'arn:aws:bedrock:eu-west-1:1:guardrail/g',
          guardrailVersion: '1',
          source: 'INPUT',
          content: [],
        }),
      'https://bedrock-runtime.eu-west-1.amazonaws.com/',
    ],
    [
      'of a reranking model',
      (runtime) =>
        runtime.rerank({
          queries: [],
          sources: [],
          rerankingConfiguration: {
            type: 'BEDROCK_RERANKING_MODEL',
            bedrockRerankingConfiguration: {
              modelConfiguration: {
                modelArn: 'arn:aws:bedrock:eu-west-1::foundation-model/amazon.rerank-v1:0',
              },
            },
          },
        }),
      'https://bedrock-agent-runtime.eu-west-1.amazonaws.com/',
    ],
  ])('%s decides where the call goes', async (_, send, start) => {
    const { runtime, urls } = setUp(json({}));
    await send(runtime);
    expect(urls()[0]?.startsWith(start)).toBe(true);
  });
});
