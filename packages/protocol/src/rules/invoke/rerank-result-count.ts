// Rerank is asked for no more results than it has sources.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_BedrockRerankingConfiguration.html
import type { RerankRequest } from '../../types/rerank.ts';
import type { Rule } from '../rule.ts';

export const rerankResultCount: Rule<RerankRequest> = {
  id: 'rerank-result-count',
  evidence: 'https://github.com/langchain-ai/langchain-aws/issues/761',
  check({ sources, rerankingConfiguration }, refuse) {
    const { numberOfResults } = rerankingConfiguration.bedrockRerankingConfiguration;
    if ((numberOfResults ?? 0) <= sources.length) return;
    refuse(
      'rerankingConfiguration.bedrockRerankingConfiguration.numberOfResults',
      'Cannot provide numberOfResults value that exceeds the number of sources.',
    );
  },
};
