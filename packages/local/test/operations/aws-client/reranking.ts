// Rerank, through the client of Agents for Amazon Bedrock.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { agentRuntime, type Bench, type Protocol, runtime, startBench } from '../../aws-clients.ts';

export function reranking(protocol: Protocol, ran: Set<string>): void {
  let west: Bench;
  beforeAll(async () => {
    west = await startBench({ region: 'us-west-2' });
  });
  afterAll(() => west.close());

  it('Rerank', async () => {
    const agents = new agentRuntime.BedrockAgentRuntimeClient({
      region: 'us-west-2',
      endpoint: west.url,
      credentials: west.local.credentials,
      ...(protocol === 'HTTP/1.1'
        ? { requestHandler: new runtime.BedrockRuntimeClient({}).config.requestHandler }
        : {}),
    });
    const { results } = await agents.send(
      new agentRuntime.RerankCommand({
        queries: [{ type: 'TEXT', textQuery: { text: 'capital of France' } }],
        sources: ['Berlin is in Germany.', 'Paris is the capital of France.', 'Bread.'].map((text) => ({
          type: 'INLINE' as const,
          inlineDocumentSource: { type: 'TEXT' as const, textDocument: { text } },
        })),
        rerankingConfiguration: {
          type: 'BEDROCK_RERANKING_MODEL',
          bedrockRerankingConfiguration: {
            modelConfiguration: {
              modelArn: 'arn:aws:bedrock:us-west-2::foundation-model/amazon.rerank-v1:0',
            },
            numberOfResults: 2,
          },
        },
      }),
    );
    agents.destroy();
    ran.add('Rerank');
    expect(results?.map(({ index }) => index)).toEqual([1, 0]);
    expect(results?.[0]?.relevanceScore).toBeGreaterThan(0.5);
    expect(results?.[1]?.relevanceScore).toBe(0);
  });
}
