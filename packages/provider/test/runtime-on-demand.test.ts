// Each method of bedrock.runtime is the method of that name of the runtime that its first call loads.
import type { BedrockRuntime } from '@bedrock-kit/runtime';
import { expect, test } from 'vitest';
import { createAmazonBedrock } from '../src/index.ts';

const modelId = 'M';
const converse = { modelId };
const job = { modelId, modelInput: {}, outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://b/k' } } };
const guarded = {
  guardrailIdentifier: 'G',
  guardrailVersion: '1',
  source: 'INPUT' as const,
  content: [],
};
const ranking = {
  queries: [],
  sources: [],
  rerankingConfiguration: {
    type: 'BEDROCK_RERANKING_MODEL' as const,
    bedrockRerankingConfiguration: { modelConfiguration: { modelArn: 'A' } },
  },
};

const calls: Readonly<
  Record<Exclude<keyof BedrockRuntime, 'client'>, [string, (runtime: BedrockRuntime) => Promise<unknown>]>
> = {
  converse: ['POST /model/M/converse', (runtime) => runtime.converse(converse)],
  converseStream: ['POST /model/M/converse-stream', (runtime) => runtime.converseStream(converse)],
  invokeModel: ['POST /model/M/invoke', (runtime) => runtime.invokeModel({ modelId })],
  invokeModelWithResponseStream: [
    'POST /model/M/invoke-with-response-stream',
    (runtime) => runtime.invokeModelWithResponseStream({ modelId }),
  ],
  countTokens: [
    'POST /model/M/count-tokens',
    (runtime) => runtime.countTokens({ modelId, input: { converse: {} } }),
  ],
  applyGuardrail: ['POST /guardrail/G/version/1/apply', (runtime) => runtime.applyGuardrail(guarded)],
  invokeGuardrailChecks: [
    'POST /guardrail-checks/invoke',
    (runtime) => runtime.invokeGuardrailChecks({ messages: [], checks: {} }),
  ],
  startAsyncInvoke: ['POST /async-invoke', (runtime) => runtime.startAsyncInvoke(job)],
  getAsyncInvoke: ['GET /async-invoke/I', (runtime) => runtime.getAsyncInvoke({ invocationArn: 'I' })],
  listAsyncInvokes: ['GET /async-invoke', (runtime) => runtime.listAsyncInvokes()],
  asyncInvokePages: ['GET /async-invoke', (runtime) => runtime.asyncInvokePages().next()],
  waitForAsyncInvoke: [
    'GET /async-invoke/I',
    (runtime) => runtime.waitForAsyncInvoke({ invocationArn: 'I' }),
  ],
  rerank: ['POST /rerank', (runtime) => runtime.rerank(ranking)],
};

test.each(Object.entries(calls))('%s', async (_, [sent, call]) => {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = (input, init) => {
    const { method, url } = new Request(input, init);
    asked.push(`${method} ${new URL(url).pathname}`);
    return Promise.resolve(Response.json({ status: 'Completed', asyncInvokeSummaries: [] }));
  };
  const { runtime } = createAmazonBedrock({ region: 'us-east-1', apiKey: 'key', fetch });
  // Whether the answer can be read is another matter.
  await call(runtime).catch(() => undefined);
  expect(asked).toEqual([sent]);
});
