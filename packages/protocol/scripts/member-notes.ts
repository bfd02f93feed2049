// What the editor says of a member beside its limits: only where name and type do not tell it already.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Types_Amazon_Bedrock_Runtime.html

const modelId = 'A model id, an inference profile id, or the ARN of a model, profile, prompt or router.';
const fields = 'Parameters of the model beyond those of Converse, such as `{ top_k: 5 }`: a JSON object.';
const paths =
  "JSON Pointers into the model's own answer, such as `/stop_sequence`; their values come back in `additionalModelResponseFields`.";
const variables = 'Values for the variables of a prompt of Prompt management, when `modelId` is its ARN.';
const metadata = 'Appears in the invocation logs.';
const system = 'What the model is told before the conversation.';
const inference = 'How long the answer may be, how varied it is, and where it stops.';
const tools = 'The tools that the model may call, or has to.';
const guardrail = 'The guardrail that checks the conversation and the answer.';
const performance = 'Whether to answer faster, for models that can.';
const tier = 'Which tier serves the request; each has a price of its own.';
const output = 'The JSON schema of the answer, and how much effort goes into it.';
const converseTrace =
  'Whether the answer tells what the guardrail found; `enabled_full` also what it did not.';
const invokeTrace = 'Whether the answer tells what the guardrail found; `ENABLED_FULL` also what it did not.';
const latency = '`standard` by default.';
const accept = 'The type of the answer, `application/json` by default.';
const found = 'What the guardrail found, and which model a prompt router chose.';
const usage = 'The tokens of the request and of the answer.';
const destination = 'Where in S3 the job writes its answer.';
const stream = 'The events, and the exceptions of the service model.';
const offset = 'Counted from 0.';

/** `Shape.member` → one or two sentences. A test holds that each member exists. */
export const memberNotes: Readonly<Record<string, string>> = {
  'ConverseRequest.modelId': modelId,
  'ConverseRequest.messages': 'The conversation, oldest first. Needed unless `modelId` is a prompt.',
  'ConverseRequest.system': system,
  'ConverseRequest.inferenceConfig': inference,
  'ConverseRequest.toolConfig': tools,
  'ConverseRequest.guardrailConfig': guardrail,
  'ConverseRequest.performanceConfig': performance,
  'ConverseRequest.serviceTier': tier,
  'ConverseRequest.outputConfig': output,
  'ConverseRequest.additionalModelRequestFields': fields,
  'ConverseRequest.additionalModelResponseFieldPaths': paths,
  'ConverseRequest.promptVariables': variables,
  'ConverseRequest.requestMetadata': metadata,
  'ConverseStreamRequest.modelId': modelId,
  'ConverseStreamRequest.messages': 'The conversation, oldest first. Needed unless `modelId` is a prompt.',
  'ConverseStreamRequest.system': system,
  'ConverseStreamRequest.inferenceConfig': inference,
  'ConverseStreamRequest.toolConfig': tools,
  'ConverseStreamRequest.guardrailConfig': guardrail,
  'ConverseStreamRequest.performanceConfig': performance,
  'ConverseStreamRequest.serviceTier': tier,
  'ConverseStreamRequest.outputConfig': output,
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
  'InferenceConfiguration.temperature': 'The higher, the more varied are the answers.',
  'InferenceConfiguration.topP': 'Of the likely next tokens, the share that the model chooses from.',
  'InferenceConfiguration.stopSequences': 'Texts at which the answer ends.',
  'PerformanceConfiguration.latency': latency,
  'ConverseTokensRequest.system': system,
  'ConverseTokensRequest.toolConfig': tools,
  'ConverseTokensRequest.additionalModelRequestFields': fields,
  'CountTokensRequest.input': 'The request whose tokens are counted, of Converse or of InvokeModel.',
  'ConverseResponse.stopReason': 'Why the answer ended.',
  'MessageStopEvent.stopReason': 'Why the answer ended.',
  'ConverseResponse.usage': usage,
  'ConverseStreamMetadataEvent.usage': usage,
  'ConverseResponse.trace': found,
  'ConverseStreamMetadataEvent.trace': found,
  'TokenUsage.inputTokens': 'Input tokens neither read from the cache nor written to it.',
  'TokenUsage.totalTokens': 'Input and output together.',
  'TokenUsage.cacheDetails': 'Cache writes by their time to live.',
  'JsonSchemaDefinition.schema': 'The JSON schema as text, unlike the schema of a tool.',
  'OutputConfig.effort': '`low`, `medium`, `high`, `xhigh` or `max`, as far as the model knows it.',
  'OutputConfig.textFormat': 'The JSON schema that the answer follows.',
  'GuardrailConfiguration.trace': converseTrace,
  'GuardrailStreamConfiguration.trace': converseTrace,
  'GuardrailConfiguration.guardrailVersion': '`DRAFT` or a number.',
  'GuardrailStreamConfiguration.guardrailVersion': '`DRAFT` or a number.',
  'GuardrailStreamConfiguration.streamProcessingMode':
    '`sync` holds the answer back until it is checked, `async` checks while it streams.',
  'Message.content': 'At least one block.',
  'CachePointBlock.ttl': 'How long the cache keeps the prompt; `5m` by default.',
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
  'InvokeModelRequest.accept': accept,
  'InvokeModelRequest.trace': invokeTrace,
  'InvokeModelRequest.performanceConfigLatency': latency,
  'InvokeModelRequest.serviceTier': tier,
  'InvokeModelResponse.body': "The model's own answer.",
  'InvokeModelWithResponseStreamRequest.modelId': modelId,
  'InvokeModelWithResponseStreamRequest.body': "The model's own request, usually JSON text.",
  'InvokeModelWithResponseStreamRequest.requestMetadata':
    'JSON text of an object whose values are strings; it appears in the invocation logs.',
  'InvokeModelWithResponseStreamRequest.accept': accept,
  'InvokeModelWithResponseStreamRequest.trace': invokeTrace,
  'InvokeModelWithResponseStreamRequest.performanceConfigLatency': latency,
  'InvokeModelWithResponseStreamRequest.serviceTier': tier,
  'InvokeModelWithResponseStreamResponse.contentType': 'The type of the bytes in each chunk.',
  'InvokeModelWithResponseStreamResponse.body': stream,
  'InvokeModelTokensRequest.body': 'The body that InvokeModel would be sent.',
  'CountTokensRequest.modelId': 'A model id, not an inference profile.',
  'StartAsyncInvokeRequest.modelInput': "The model's own request.",
  'StartAsyncInvokeRequest.outputDataConfig': destination,
  'GetAsyncInvokeResponse.outputDataConfig': destination,
  'AsyncInvokeSummary.outputDataConfig': destination,
  'ListAsyncInvokesRequest.submitTimeAfter': 'Only jobs that were started after this time.',
  'ListAsyncInvokesRequest.submitTimeBefore': 'Only jobs that were started before this time.',
  'ListAsyncInvokesRequest.statusEquals': 'Only jobs with this status.',
  'ApplyGuardrailRequest.source': 'Who wrote the content: `INPUT` for a user, `OUTPUT` for a model.',
  'ApplyGuardrailRequest.content': 'The texts and images to check.',
  'ApplyGuardrailRequest.outputScope': '`FULL` also tells what was checked and not found.',
  'ApplyGuardrailResponse.action': 'Whether the guardrail blocked or masked something.',
  'ApplyGuardrailResponse.outputs':
    'What to show in place of the content; empty if the guardrail did not intervene.',
  'ApplyGuardrailResponse.assessments': 'What each policy of the guardrail found.',
  'InvokeGuardrailChecksRequest.checks': 'The checks to run.',
  'ToolResultBlock.status': 'Whether the tool succeeded. Not for every model.',
  'StartAsyncInvokeRequest.clientRequestToken': 'A repeated call with the same token starts no second job.',
  'RerankResult.index': 'The index of the source, counted from 0.',
  'RerankResult.relevanceScore': 'The higher, the more relevant.',
  'BedrockRerankingModelConfiguration.modelArn': 'An ARN, even for a foundation model.',
};
