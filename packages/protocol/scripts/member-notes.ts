// What the editor says of a member beside its limits: only where name and type do not tell it already.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Types_Amazon_Bedrock_Runtime.html

const modelId = 'A model id, an inference profile id, or the ARN of a model, profile, prompt or router.';
const fields = 'Parameters of the model beyond those of Converse, such as `{ top_k: 5 }`: a JSON object.';
const paths =
  "JSON Pointers into the model's own answer, such as `/stop_sequence`; their values come back in `additionalModelResponseFields`.";
const variables = 'Values for the variables of a prompt of Prompt management, when `modelId` is its ARN.';
const metadata = 'Appears in the invocation logs.';
const stream = 'The events, and the exceptions of the service model.';
const offset = 'Counted from 0.';

/** `Shape.member` → one or two sentences. A test holds that each member exists. */
export const memberNotes: Readonly<Record<string, string>> = {
  'ConverseRequest.modelId': modelId,
  'ConverseRequest.messages': 'The conversation, oldest first. Needed unless `modelId` is a prompt.',
  'ConverseRequest.additionalModelRequestFields': fields,
  'ConverseRequest.additionalModelResponseFieldPaths': paths,
  'ConverseRequest.promptVariables': variables,
  'ConverseRequest.requestMetadata': metadata,
  'ConverseStreamRequest.modelId': modelId,
  'ConverseStreamRequest.messages': 'The conversation, oldest first. Needed unless `modelId` is a prompt.',
  'ConverseStreamRequest.additionalModelRequestFields': fields,
  'ConverseStreamRequest.additionalModelResponseFieldPaths': paths,
  'ConverseStreamRequest.promptVariables': variables,
  'ConverseStreamRequest.requestMetadata': metadata,
  'ConverseStreamResponse.stream': stream,
  'ConverseResponse.additionalModelResponseFields':
    'The values that `additionalModelResponseFieldPaths` asked for.',
  'ConverseResponse.serviceTier': 'The tier that served the request.',
  'ConverseMetrics.latencyMs': 'Milliseconds.',
  'ConverseStreamMetrics.latencyMs': 'Milliseconds.',
  'InferenceConfiguration.maxTokens': "The most tokens of the answer; by default the model's own limit.",
  'TokenUsage.inputTokens': 'Input tokens neither read from the cache nor written to it.',
  'TokenUsage.totalTokens': 'Input and output together.',
  'TokenUsage.cacheDetails': 'Cache writes by their time to live.',
  'JsonSchemaDefinition.schema': 'The JSON schema as text, unlike the schema of a tool.',
  'OutputConfig.effort': '`low`, `medium`, `high`, `xhigh` or `max`, as far as the model knows it.',
  'GuardrailConfiguration.guardrailVersion': '`DRAFT` or a number.',
  'GuardrailStreamConfiguration.guardrailVersion': '`DRAFT` or a number.',
  'GuardrailStreamConfiguration.streamProcessingMode':
    '`sync` holds the answer back until it is checked, `async` checks while it streams.',
  'Message.content': 'At least one block.',
  'CachePointBlock.ttl': '`5m` by default.',
  'ToolUseBlock.toolUseId': 'The tool result that answers it has the same id.',
  'ToolUseBlock.input': 'A JSON object.',
  'ToolUseBlock.type': 'Set when the service has run the tool itself.',
  'ToolUseBlockDelta.input': 'A piece of one JSON text: join the pieces of a block, then parse.',
  'ToolResultBlock.toolUseId': 'The id of the tool use that it answers.',
  'ToolSpecification.description': 'Leave it out if it would be empty.',
  'ToolSpecification.strict': 'Whether the input of the tool must match its schema.',
  'ToolConfiguration.toolChoice': '`auto` by default.',
  'ReasoningTextBlock.signature': 'Send it back unchanged, with the text, in later turns.',
  'DocumentBlock.name':
    'ASCII letters and digits, single white space, hyphens, parentheses and square brackets; unique in the request.',
  'DocumentBlock.context': 'What the model is told about the document; it is not cited.',
  'S3Location.uri': '`s3://bucket/key`',
  'S3Location.bucketOwner': 'The account that owns the bucket, if it is another one.',
  'ContentBlockDeltaEvent.contentBlockIndex': 'The index of the block in the message.',
  'ContentBlockStartEvent.contentBlockIndex': 'The index of the block in the message.',
  'ContentBlockStopEvent.contentBlockIndex': 'The index of the block in the message.',
  'DocumentCharLocation.documentIndex': offset,
  'DocumentPageLocation.documentIndex': offset,
  'DocumentChunkLocation.documentIndex': offset,
  'SearchResultLocation.searchResultIndex': offset,
  'InvokeModelRequest.modelId': modelId,
  'InvokeModelRequest.body': "The model's own request, usually JSON text.",
  'InvokeModelRequest.requestMetadata':
    'JSON text of an object whose values are strings; it appears in the invocation logs.',
  'InvokeModelResponse.body': "The model's own answer.",
  'InvokeModelWithResponseStreamRequest.modelId': modelId,
  'InvokeModelWithResponseStreamRequest.body': "The model's own request, usually JSON text.",
  'InvokeModelWithResponseStreamRequest.requestMetadata':
    'JSON text of an object whose values are strings; it appears in the invocation logs.',
  'InvokeModelWithResponseStreamResponse.contentType': 'The type of the bytes in each chunk.',
  'InvokeModelWithResponseStreamResponse.body': stream,
  'InvokeModelTokensRequest.body': 'The body that InvokeModel would be sent.',
  'CountTokensRequest.modelId': 'A model id, not an inference profile.',
  'StartAsyncInvokeRequest.modelInput': "The model's own request.",
  'StartAsyncInvokeRequest.clientRequestToken': 'A repeated call with the same token starts no second job.',
  'RerankResult.index': 'The index of the source, counted from 0.',
  'RerankResult.relevanceScore': 'The higher, the more relevant.',
  'BedrockRerankingModelConfiguration.modelArn': 'An ARN, even for a foundation model.',
};
