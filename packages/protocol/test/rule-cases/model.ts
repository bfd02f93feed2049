// Cases of the rules about which model is called by which operation, and of Rerank.
import type { RuleCase } from '../rule-cases.ts';
import { hello, nova } from './blocks.ts';

const notForConverse =
  "This action doesn't support the model that you provided. Try again with a supported text or chat model.";
const rerankModel = 'arn:aws:bedrock:us-west-2::foundation-model/amazon.rerank-v1:0';

function rerank(modelArn: string, inlineDocumentSource: object, results?: object): object {
  return {
    queries: [{ type: 'TEXT', textQuery: { text: 'fruit' } }],
    sources: [{ type: 'INLINE', inlineDocumentSource }],
    rerankingConfiguration: {
      type: 'BEDROCK_RERANKING_MODEL',
      bedrockRerankingConfiguration: { modelConfiguration: { modelArn }, ...results },
    },
  };
}

const apple = { type: 'TEXT', textDocument: { text: 'apple' } };

const job = {
  modelInput: { inputType: 'text', text: { inputText: 'x' } },
  outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://bucket/' } },
};

export const modelCases: readonly RuleCase[] = [
  {
    rule: 'operation-supported',
    operation: 'Converse',
    modelId: 'amazon.titan-embed-text-v2:0',
    refused: { messages: [hello] },
    accepted: { messages: [hello] },
    acceptedModelId: nova,
    path: 'modelId',
    message: notForConverse,
  },
  {
    rule: 'operation-supported',
    operation: 'InvokeModel',
    modelId: 'amazon.nova-2-sonic-v1:0',
    refused: { body: new Uint8Array(2) },
    accepted: { body: new Uint8Array(2) },
    acceptedModelId: nova,
    path: 'modelId',
    message: notForConverse,
  },
  {
    rule: 'operation-supported',
    operation: 'InvokeModelWithBidirectionalStream',
    modelId: nova,
    refused: { body: {} },
    accepted: { body: {} },
    acceptedModelId: 'amazon.nova-2-sonic-v1:0',
    path: 'modelId',
    message: notForConverse,
  },
  {
    rule: 'operation-supported',
    operation: 'CountTokens',
    modelId: 'amazon.titan-embed-text-v2:0',
    refused: { input: { invokeModel: { body: new Uint8Array(2) } } },
    accepted: { input: { invokeModel: { body: new Uint8Array(2) } } },
    acceptedModelId: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
    path: 'modelId',
    message: "The provided model doesn't support counting tokens.",
  },
  {
    rule: 'operation-supported',
    operation: 'InvokeModelWithResponseStream',
    modelId: 'amazon.titan-embed-text-v2:0',
    refused: { body: new Uint8Array(2) },
    accepted: { body: new Uint8Array(2) },
    acceptedModelId: nova,
    path: 'modelId',
    message: 'The model is unsupported for streaming.',
  },
  {
    rule: 'operation-supported',
    operation: 'StartAsyncInvoke',
    modelId: 'mistral.mistral-small-2402-v1:0',
    refused: job,
    accepted: job,
    acceptedModelId: 'twelvelabs.marengo-embed-3-0-v1:0',
    path: 'modelId',
    message: 'The provided request is not valid',
  },
  {
    rule: 'operation-supported',
    operation: 'Rerank',
    modelId: nova,
    refused: rerank('arn:aws:bedrock:us-west-2::foundation-model/amazon.nova-lite-v1:0', apple),
    accepted: rerank(rerankModel, apple),
    acceptedModelId: 'amazon.rerank-v1:0',
    path: 'modelId',
    message: notForConverse,
  },
  {
    rule: 'on-demand-throughput',
    operation: 'Converse',
    modelId: 'anthropic.claude-haiku-4-5-20251001-v1:0',
    availability: true,
    refused: { messages: [hello] },
    accepted: { messages: [hello] },
    acceptedModelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
    path: 'modelId',
    message:
      'Invocation of model ID anthropic.claude-haiku-4-5-20251001-v1:0 with on-demand throughput isn\u2019t supported. Retry your request with the ID or ARN of an inference profile that contains this model.',
  },
  {
    // A context variant is provisioned throughput.
    rule: 'on-demand-throughput',
    operation: 'InvokeModel',
    modelId: 'anthropic.claude-haiku-4-5-20251001-v1:0',
    availability: true,
    refused: { body: new Uint8Array(2) },
    accepted: { body: new Uint8Array(2) },
    acceptedModelId: 'anthropic.claude-haiku-4-5-20251001-v1:0:48k',
    path: 'modelId',
    message:
      'Invocation of model ID anthropic.claude-haiku-4-5-20251001-v1:0 with on-demand throughput isn\u2019t supported. Retry your request with the ID or ARN of an inference profile that contains this model.',
  },
  {
    rule: 'count-tokens-profile',
    operation: 'CountTokens',
    modelId: 'us.anthropic.claude-sonnet-4-6',
    availability: true,
    refused: { input: { converse: { messages: [hello] } } },
    accepted: { input: { converse: { messages: [hello] } } },
    acceptedModelId: 'anthropic.claude-sonnet-4-6',
    path: 'modelId',
    message: "The provided model doesn't support counting tokens.",
  },
  {
    rule: 'count-tokens-profile',
    operation: 'CountTokens',
    modelId: 'us.anthropic.claude-sonnet-4-6',
    availability: true,
    refused: { input: { invokeModel: { body: new Uint8Array(2) } } },
    accepted: { input: { invokeModel: { body: new Uint8Array(2) } } },
    acceptedModelId: 'anthropic.claude-sonnet-4-6',
    path: 'modelId',
    message: "The provided model doesn't support counting tokens.",
  },
  {
    rule: 'model-end-of-life',
    operation: 'InvokeModel',
    modelId: 'amazon.titan-text-express-v1',
    availability: true,
    refused: { body: new Uint8Array(2) },
    accepted: { body: new Uint8Array(2) },
    acceptedModelId: nova,
    path: 'modelId',
    message:
      'This model version has reached the end of its life. Please refer to the AWS documentation for more details.',
    code: 'ResourceNotFoundException',
  },
  ...[
    {
      refused: 'cohere.rerank-v3-5:0',
      accepted: 'arn:aws:bedrock:us-east-1::foundation-model/cohere.rerank-v3-5:0',
    },
    {
      refused: 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3d4e5f6',
      accepted: 'arn:aws:sagemaker:us-east-1:123456789012:endpoint/rerank',
    },
  ].map(
    ({ refused, accepted }): RuleCase => ({
      rule: 'rerank-model-arn',
      operation: 'Rerank',
      modelId: 'cohere.rerank-v3-5:0',
      refused: rerank(refused, apple),
      accepted: rerank(accepted, apple),
      path: 'rerankingConfiguration.bedrockRerankingConfiguration.modelConfiguration.modelArn',
      message:
        'The provided model ARN for reranking is invalid. Please, use a valid model ARN. Also check the model ARN follows this format: arn:<partition>:bedrock:<region>::foundation-model/<model-id>',
    }),
  ),
  {
    rule: 'rerank-document-type',
    operation: 'Rerank',
    modelId: 'amazon.rerank-v1:0',
    refused: rerank(rerankModel, { ...apple, type: 'JSON', jsonDocument: null }),
    accepted: rerank(rerankModel, { type: 'JSON', jsonDocument: { name: 'apple' } }),
    path: 'sources[0].inlineDocumentSource.jsonDocument',
    message: 'The document at sources.0 has the type JSON. Add jsonDocument and try again.',
  },
  {
    rule: 'rerank-result-count',
    operation: 'Rerank',
    modelId: 'amazon.rerank-v1:0',
    refused: rerank(rerankModel, apple, { numberOfResults: 2 }),
    accepted: rerank(rerankModel, apple, { numberOfResults: 1 }),
    path: 'rerankingConfiguration.bedrockRerankingConfiguration.numberOfResults',
    message: 'Cannot provide numberOfResults value that exceeds the number of sources.',
  },
];
