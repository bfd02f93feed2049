// Rerank, the one operation of bedrock-agent-runtime here: documents by their relevance to a query.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_Rerank.html
import type { DeepReadonly, RerankRequest, RerankResponse } from '@bedrock-kit/protocol/client';
import type { CallOptions, Client } from '../client.ts';
import { jsonBody, sendForJson } from '../json-operation.ts';
import type { Result } from '../response.ts';

/**
 * Ranks documents by their relevance to a query. If no region is set, it is that of the model's ARN.
 *
 * @throws BedrockError, or what `wrapError` makes of it.
 */
export function rerank(
  client: Client,
  request: DeepReadonly<RerankRequest>,
  options?: CallOptions,
): Promise<Result<RerankResponse>> {
  return sendForJson(
    client,
    () => ({
      service: 'bedrock-agent-runtime',
      signedOnly: true,
      target: '/rerank',
      arn: modelArnOf(request),
      ...jsonBody(request),
    }),
    options,
    'results',
  );
}

/** Bedrock says what is missing in a request; until then nothing is taken for granted. */
interface NamesModel {
  rerankingConfiguration?: {
    bedrockRerankingConfiguration?: { modelConfiguration?: { modelArn?: string } };
  };
}

function modelArnOf({ rerankingConfiguration: configuration }: NamesModel): string | undefined {
  return configuration?.bedrockRerankingConfiguration?.modelConfiguration?.modelArn;
}
