// Errors as AWS words them, each with what its hint must speak of.

/** An error, and what its hint must speak of. */
export type HintCase = readonly [code: string, message: string, says: RegExp];

export const serviceErrors: readonly HintCase[] = [
  [
    'ValidationException',
    'Invocation of model ID anthropic.claude-sonnet-4-5-20250929-v1:0 with on-demand throughput isn\u2019t supported. Retry your request with the ID or ARN of an inference profile that contains this model.',
    /inference profile.*us\..*in\., ca\..*us-gov\./,
  ],
  [
    'validationException',
    "Invocation of model ID x with on-demand throughput isn't supported.",
    /inference profile/,
  ],
  [
    'ResourceNotFoundException',
    'Model use case details have not been submitted for this account. Fill out the Anthropic use case details form before using the model.',
    /use case details form/,
  ],
  [
    // https://github.com/truefoundry/models/pull/934
    'ValidationException',
    'The model returned the following errors: You have not filled out the required use-case form for this model. Complete the form at https://ap-southeast-4.console.aws.amazon.com/bedrock/ before requesting access.',
    /use case details form/,
  ],
  ['FTUFormNotFilled', '', /account or organization, and again in opt-in regions.*use case details form/],
  [
    'ValidationException',
    "1 validation error detected: Value 'anthropic/claude-sonnet-5.5' at 'modelId' failed to satisfy constraint: Member must satisfy regular expression pattern: (arn:aws",
    /no such model.*letter by letter/,
  ],
  [
    'modelStreamErrorException',
    'Model produced invalid sequence as part of ToolUse. Please refer to the model tool use troubleshooting guide.',
    /temperature 0, topK 1.*without hyphens/,
  ],
  [
    'ValidationException',
    'The model returned the following errors: output_config.format: Extra inputs are not permitted',
    /cannot be held to this schema here.*by a tool/,
  ],
  [
    'ValidationException',
    'The model returned the following errors: tools.0.custom.strict: Extra inputs are not permitted',
    /cannot be held to this schema here.*strict/,
  ],
  [
    'ValidationException',
    'The model returned the following errors: Compiled grammar size (484.8MB) exceeds maximum allowed size (300MB). Simplify your JSON schema to reduce grammar complexity.',
    /structuredOutputMode: 'tool'/,
  ],
  [
    'ValidationException',
    'The model returned the following errors: messages.1.content.0: Invalid `signature` in `thinking` block. The block is bound to a different conversation. Remove the block, or set `thinking.block_binding.prefix_mismatch_behavior` to "drop_block".',
    /system prompt, the tools or an earlier message.*thinking-binding-controls/,
  ],
  [
    // https://github.com/continuedev/continue/pull/11969
    'ValidationException',
    'The model returned the following errors: invalid beta flag',
    /does not support one of the beta flags.*anthropicBeta one by one/,
  ],
  [
    // https://platform.claude.com/docs/en/api/beta-headers
    'ValidationException',
    'The model returned the following errors: Unexpected value(s) `prompt-caching-scope-2026-01-05` for the `anthropic-beta` header. Please consult our documentation or try again without the header.',
    /leave out the one that is named/,
  ],
  [
    // https://github.com/wso2/product-integrator/issues/1706
    'ValidationException',
    'The compact beta feature is not currently supported on the Converse and ConverseStream APIs because compact is not currently supported',
    /for InvokeModel alone/,
  ],
  [
    'AccessDeniedException',
    'You invoked an unsupported model or your request did not allow prompt caching. See the documentation for more information.',
    /no cachePoint/,
  ],
  [
    'AccessDeniedException',
    "You don't have access to the model with the specified model ID.",
    /^This account has no access to the model: see it in the Bedrock console's model catalog/,
  ],
  [
    'AccessDeniedException',
    'anthropic.claude-sonnet-5-5 is not available for this account. You can explore other available models on Amazon Bedrock.',
    /^This account has no access to the model: see it in the Bedrock console's model catalog.*account by account.*AWS Sales/,
  ],
  [
    'AccessDeniedException',
    'User: arn:aws:iam::123456789012:user/ann is not authorized to perform: bedrock:InvokeModel on resource: x because no identity-based policy allows the bedrock:InvokeModel action',
    /^IAM does not allow the action that the message names/,
  ],
  [
    'AccessDeniedException',
    'User: x is not authorized to perform: bedrock:InvokeModel on resource: y because no permissions boundary allows the bedrock:InvokeModel action',
    /the permissions boundary/,
  ],
  [
    'AccessDeniedException',
    'User: x is not authorized to perform: bedrock:InvokeModel on resource: y because no service control policy allows the bedrock:InvokeModel action',
    /service control policies of the organization/,
  ],
  [
    // langchain-ai/langchain-aws, libs/aws/langchain_aws/chat_models/bedrock_converse.py
    'AccessDeniedException',
    'User: arn:aws:iam::123456789012:user/ann is not authorized to perform: bedrock:InvokeTool on resource: arn:aws:bedrock::123456789012:system-tool/amazon.nova_grounding because no identity-based policy allows the bedrock:InvokeTool action',
    /bedrock:InvokeTool.*system-tool.*aws:RequestedRegion/,
  ],
  [
    'AccessDeniedException',
    'User: x is not authorized to perform: bedrock:InvokeTool on resource: y with an explicit deny in a service control policy',
    /service control policy.*"unspecified"/,
  ],
  [
    'AccessDeniedException',
    'User: arn:aws:iam::123456789012:user/ann is not authorized to perform: bedrock:ApplyGuardrail on resource: arn:aws:bedrock:us-east-1:123456789012:guardrail/abc',
    /enforces on every request.*on the resource that the message names.*resource-based policy/,
  ],
  [
    'AccessDeniedException',
    'User: x is not authorized to perform: bedrock:InvokeModel on resource: y with an explicit deny in a service control policy',
    /service control policies/,
  ],
  [
    // https://github.com/posit-dev/positron/issues/10683
    'AccessDeniedException',
    'User: x is not authorized to perform: bedrock:InvokeModelWithResponseStream on resource: arn:aws:bedrock:::foundation-model/anthropic.claude-sonnet-4-20250514-v1:0 with an explicit deny in an identity-based policy',
    /message names its kind.*of the user or role.*AWSCompromisedKeyQuarantine.*aws:RequestedRegion "unspecified"/,
  ],
  [
    'AccessDeniedException',
    'User: x is not authorized to perform: bedrock:InvokeModel on resource: y because no VPC endpoint policy allows the bedrock:InvokeModel action',
    /of a VPC endpoint/,
  ],
  [
    // https://github.com/lvnhmd/haunted-reader/blob/main/CHECK-BEDROCK-MODEL-ACCESS.md
    'AccessDeniedException',
    'User: x is not authorized to perform: bedrock:InvokeModel on resource: y because no session policy allows the bedrock:InvokeModel action',
    /of the session.*guests of a Cognito/,
  ],
  [
    'AccessDeniedException',
    'User: x is not authorized to perform: bedrock:InvokeModelWithResponseStream on resource: arn:aws:bedrock:::foundation-model/anthropic.claude-opus-4-6-v1 with an explicit deny in a service control policy',
    /begin with global\..*aws:RequestedRegion "unspecified"/,
  ],
  [
    'AccessDeniedException',
    'Your account is not authorized to invoke this API operation with a prompt resource.',
    /bedrock:RenderPrompt on its ARN/,
  ],
  [
    'AccessDeniedException',
    'Model access is denied due to IAM user or service role is not authorized to perform the required AWS Marketplace actions (aws-marketplace:ViewSubscriptions, aws-marketplace:Subscribe) to enable access to this model.',
    /aws-marketplace:Subscribe/,
  ],
  [
    'AccessDeniedException',
    'Your account does not have an agreement to this model.',
    /aws-marketplace:Subscribe.*payment method/,
  ],
  [
    'AccessDeniedException',
    'Model access is denied due to INVALID_PAYMENT_INSTRUMENT:A valid payment instrument must be provided.',
    /aws-marketplace:Subscribe.*payment method/,
  ],
  ['MPAgreementBeingCreated', '', /few minutes/],
  ['ValidationException', 'The provided model identifier is invalid.', /in this region/],
  [
    'ResourceNotFoundException',
    'This model version has reached the end of its life. Please refer to the AWS documentation for more details.',
    /newer one/,
  ],
  ['ResourceNotFoundException', 'Could not resolve the foundation model', /check the id or ARN/],
  [
    'ValidationException',
    'The guardrail identifier or version provided in the request does not exist.',
    /guardrail.*region.*a number or DRAFT/,
  ],
  ['ValidationException', 'The provided guardrail identifier is invalid.', /its id.*its ARN/],
  ['ValidationException', 'Guardrail was enabled but input is in incorrect format.', /the version.*region/],
  [
    'ValidationException',
    "The model returned the following errors: data retention mode 'default' is not available for this model",
    /The account's.*in this region.*aws_review.*PutAccountDataRetention/,
  ],
  [
    'ThrottlingException',
    'Too many tokens per day, please wait before trying again.',
    /daily token quota.*which all models share.*another region/,
  ],
  ['throttlingException', 'Too many requests, please wait before trying again.', /wait and retry/],
  ['ServiceQuotaExceededException', 'x', /Service Quotas/],
  ['ValidationException', 'Operation not allowed', /AWS Support/],
  [
    'ValidationException',
    'Error 002: Access to Bedrock models is not allowed for this account.',
    /whatever IAM allows.*AWS Support/,
  ],
  [
    // https://github.com/anthropics/claude-code/issues/2656
    'ValidationException',
    'Access to Anthropic models is not allowed from unsupported countries, regions, or territories. Please refer to https://www.anthropic.com/supported-countries for more information on the countries and regions Anthropic currently supports.',
    /the account.*or the call.*proxy or VPN.*another maker/,
  ],
  [
    'AccessDeniedException',
    'Your account is currently being verified. Verification normally takes less than 2 hours. Until your account is verified, you may not have access to this operation.',
    /still verifying this account/,
  ],
  [
    'ValidationException',
    'Your account is not authorized to invoke this API operation.',
    /no access to the model.*region of the call/,
  ],
  ['ValidationException', 'Input is too long for requested model.', /context window/],
  [
    'ValidationException',
    'The model returned the following errors: prompt is too long: 200251 tokens > 200000 maximum',
    /context window/,
  ],
  [
    'ValidationException',
    "This model's maximum context length is 202752 tokens. However, you requested 65536 output tokens and your prompt contains at least 137217 input tokens, for a total of at least 202753 tokens.",
    /with maxTokens.*lower maxOutputTokens/,
  ],
  [
    'ValidationException',
    'The model returned the following errors: input length and `max_tokens` exceed context limit: 142251 + 64000 > 200000, decrease input length or `max_tokens` and try again',
    /with maxTokens.*lower maxOutputTokens/,
  ],
  [
    'ValidationException',
    'The model returned the following errors: Input Tokens Exceeded: Number of input tokens exceeds maximum length. Please update the input to try again.',
    /context window/,
  ],
  [
    'ValidationException',
    'The model returned the following errors: too many total text bytes: 10000002 > 9000000',
    /context window/,
  ],
  [
    'ValidationException',
    'The model returned the following errors: prompt tokens (400007) exceed model maximum (278528) for openai.gpt-5.5',
    /context window/,
  ],
  [
    'validationException',
    'InternalErrorCode=531::RST_STREAM closed stream. HTTP/2 error code: NO_ERROR',
    /eight minutes.*new stream/,
  ],
  ['validationException', 'Timed out waiting for input events', /silence.*new stream/],
  [
    'ValidationException',
    "This action doesn't support the model that you provided. Try again with a supported text or chat model.",
    /InvokeModel with.*video to StartAsyncInvoke, speech to the bidirectional stream/,
  ],
  [
    'ValidationException',
    'The model returned the following errors: Thinking may not be enabled when tool_choice forces tool use.',
    /only be auto/,
  ],
  [
    'ValidationException',
    'The toolConfig field must be defined when using toolUse and toolResult content blocks.',
    /same tools again/,
  ],
  [
    'ValidationException',
    'The model returned the following errors: {"error":{"code":"validation_error","message":"Encrypted content cannot be used in a different region from the one that created it.","param":null,"type":"invalid_request_error"}}',
    /without these blocks/,
  ],
  [
    'ValidationException',
    'encrypted reasoning was created for a different account or model',
    /the account and the Region/,
  ],
  ['ModelNotReadyException', 'x', /retry/],
  ['ModelTimeoutException', 'x', /streaming.*speech session.*eight minutes/],
  ['ServiceUnavailableException', 'Bedrock is unable to process your request.', /retry/],
  ['internalServerException', 'The system encountered an unexpected error during processing.', /retry/],
  ['UnknownOperationException', '', /base URL/],
];
