// Rerank takes the ARN of a foundation model: no bare id, no inference profile.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_BedrockRerankingModelConfiguration.html
import type { RerankRequest } from '../../types/rerank.ts';
import { readModelId } from '../call.ts';
import type { Rule } from '../rule.ts';

export const rerankModelArn: Rule<RerankRequest> = {
  id: 'rerank-model-arn',
  // Of a bare id; of an application inference profile: https://github.com/aws-samples/dify-aws-tool/pull/159
  evidence: 'https://github.com/BerriAI/litellm/issues/7056',
  check({ rerankingConfiguration }, refuse) {
    const { modelArn } = rerankingConfiguration.bedrockRerankingConfiguration.modelConfiguration;
    const model = readModelId(modelArn);
    // The service model's pattern also has ARNs of SageMaker; nobody reports on those.
    if (model?.isArn && (model.kind === 'foundation-model' || model.kind === 'sagemaker-endpoint')) return;
    refuse(
      'rerankingConfiguration.bedrockRerankingConfiguration.modelConfiguration.modelArn',
      'The provided model ARN for reranking is invalid. Please, use a valid model ARN. Also check the model ARN follows this format: arn:<partition>:bedrock:<region>::foundation-model/<model-id>',
    );
  },
};
