// What helps against an error, found by its code and by the words of its message.
// https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html

/**
 * Patterns that are matched with `code: message`, and what to do. The first that fits is given: those that look at the message stand
 * before those that look at the code alone.
 */
const hints: readonly (readonly [says: RegExp, hint: string])[] = [
  [
    /on-demand throughput isn.t supported/i,
    'This model answers through an inference profile only: put the prefix of your geography before its id (us., eu., jp., au., in., ca., apac., us-gov. or global.), or give the ARN of a profile or of provisioned throughput. ListInferenceProfiles shows them.',
  ],
  [
    // The page "Model access" is gone: https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html
    /^FTUFormNotFilled:|use case details have not been submitted|required use-case form/i,
    "Anthropic asks once for each account or organization, and again in opt-in regions, how Claude is used: submit the use case details form in the Bedrock console's model catalog, and try again after about 15 minutes.",
  ],
  [
    // https://github.com/NousResearch/hermes-agent/issues/115865, https://github.com/openai/codex/issues/46474
    /encrypted (content|reasoning) .{0,40}different /i,
    'Reasoning in redactedContent is accepted only by the model, the account and the Region that sealed it, and a cross-region profile may take a call elsewhere: send the conversation without these blocks.',
  ],
  [
    /unsupported model or your request did not allow prompt caching/i,
    'This model caches no prompts: send no cachePoint blocks.',
  ],
  [
    /reached the end of its life|marked by provider as Legacy/i,
    'The model is no longer served, or only to accounts that have used it lately: move to a newer one. The lifecycle page of the Bedrock user guide names the dates.',
  ],
  [
    /model identifier is invalid|'modelId' failed/i,
    'There is no such model in this region: check the id letter by letter, that the model is offered in the region of the endpoint, and that the prefix of an inference profile (us., eu., ...) fits the region.',
  ],
  [
    // https://docs.aws.amazon.com/bedrock/latest/userguide/inference-prereq.html, https://github.com/coder/code-server/issues/7959
    /with a prompt resource/i,
    'A prompt of Prompt management needs bedrock:RenderPrompt on its ARN, beside bedrock:InvokeModel on its model.',
  ],
  [
    // https://github.com/aws-samples/amazon-bedrock-audio-summarizer/issues/3. Opened account by account, even within an organization:
    // https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html
    /access to the model with the specified model ID|not available for this account|account is not authorized to/i,
    "This account has no access to the model: see it in the Bedrock console's model catalog, in the region of the call. AWS opens some models account by account: ask AWS Sales.",
  ],
  [
    // https://github.com/aws/aws-cli/issues/8717, https://github.com/kirodotdev/Kiro/issues/11191. The other words are those of September 2026,
    // in the notes of many projects: every model is refused, in every region and to an administrator, too.
    /^[^:]*: Operation not allowed|access to Bedrock models is not allowed/i,
    'AWS does not let this account call models, as with some new accounts, whatever IAM allows: open a case with AWS Support.',
  ],
  [
    // By the address of the caller: https://github.com/anthropics/claude-code/issues/2656
    /not allowed from unsupported countries/i,
    'The maker of this model does not serve the country of the account, or the call came from another one: the way out of a proxy or VPN counts. Call from a country that is served, or use a model of another maker.',
  ],
  [
    // AWS says this of new accounts with AccessDeniedException, whatever the operation: no policy helps, time does.
    /account is currently being verified/i,
    'AWS is still verifying this account, whatever IAM allows: try again after some minutes, and after two hours write to the address in the message.',
  ],
  [
    // https://docs.aws.amazon.com/bedrock/latest/userguide/data-retention.html, https://github.com/anomalyco/opencode/issues/31560
    /data retention mode/i,
    "The account's data retention mode in this region does not suit this model, whatever the request says: an administrator must set one that the model accepts, such as aws_review, by PutAccountDataRetention. It applies to every request in the region.",
  ],
  [
    /aws-marketplace|Marketplace (actions|subscription|agreement)|agreement to this model|INVALID_PAYMENT_INSTRUMENT/i,
    "The model is sold through AWS Marketplace: let the role use aws-marketplace:Subscribe, aws-marketplace:Unsubscribe and aws-marketplace:ViewSubscriptions once, and check the account's payment method.",
  ],
  [
    /^MPAgreementBeingCreated:/i,
    'The AWS Marketplace agreement for this model is being made right now: try again in a few minutes.',
  ],
  [
    // https://docs.aws.amazon.com/nova/latest/nova2-userguide/web-grounding.html
    /bedrock:InvokeTool/i,
    'Nova\'s own tools need bedrock:InvokeTool on arn:aws:bedrock:*:*:system-tool/*. A condition on aws:RequestedRegion, in a service control policy too, must let "unspecified" pass.',
  ],
  [
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html,
    // https://docs.aws.amazon.com/bedrock/latest/userguide/global-cross-region-inference.html. What AWS denies and what it leaves to guests:
    // AWSCompromisedKeyQuarantineV2 and AmazonCognitoUnAuthedIdentitiesSessionPolicy of https://docs.aws.amazon.com/aws-managed-policy/latest/reference/
    /explicit deny|(service control|session|VPC endpoint) policy|permissions boundary/i,
    'A policy denies this or leaves it out, and the message names its kind: one of the user or role (AWSCompromisedKeyQuarantine is there if a key became public: follow the support case), of the session (guests of a Cognito identity pool get one without Bedrock), of a VPC endpoint, the permissions boundary, or the service control policies of the organization. Cross-region profiles need all their regions allowed, those that begin with global. also the aws:RequestedRegion "unspecified".',
  ],
  [
    // https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-resource-based-policies.html
    /bedrock:ApplyGuardrail/i,
    'A guardrail of the request, or one that the account or its organization enforces on every request, needs bedrock:ApplyGuardrail on the resource that the message names. One of another account must allow it in a resource-based policy, too.',
  ],
  [
    /not authorized to perform:? \S+/i,
    "IAM does not allow the action that the message names: allow it on the resource named there; for an inference profile, on its ARN and on the foundation model's in each region that it routes to. Converse needs bedrock:InvokeModel, ConverseStream bedrock:InvokeModelWithResponseStream.",
  ],
  [
    // https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-reference.html, https://github.com/awslabs/aws-sdk-swift/issues/1991
    /does not support API Keys/i,
    "Rerank and the bidirectional stream take no API key: give access keys (apiKey: undefined switches the key off), or rerank with the option operation: 'InvokeModel'.",
  ],
  [
    // The last words count only in errors about who is calling: a model's message may speak of an API key, too, or a tool's name hold one.
    // "Invalid ... format", of what is no key at all: https://github.com/farion1231/cc-switch/issues/1679
    /make sure your API Key is valid|Invalid API Key format|bearer token has expired|^((AccessDenied|ExpiredToken|MissingAuthenticationToken|UnrecognizedClient)Exception|NotAuthorized):.*(api key|bearer token)/is,
    'The Bedrock API key is not accepted: it may have expired (short-term keys live 12 hours at most), belong to another region, or be mistyped (it begins with ABSK or bedrock-api-key-). AWS_BEARER_TOKEN_BEDROCK holds it by default.',
  ],
  [
    /^(ExpiredToken(Exception)?|RequestExpired):|security token included in the request is expired/i,
    'The credentials or the signature have expired: fetch new credentials (aws sso login, or let a provider function refresh them) and check that the clock is right.',
  ],
  [
    /Signature (not yet current|expired)/i,
    'The clock of this machine and that of AWS differ by more than five minutes: set the clock.',
  ],
  [
    // https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html, https://github.com/elastic/kibana/issues/218244
    /scoped to a valid region/i,
    'The signature or the API key is for another region than that of the endpoint: a short-term API key works only in the region it was made for, and a request is signed for the region of the host that it finally reaches.',
  ],
  [
    /^InvalidSignatureException:/i,
    "The signature does not fit the request: check the secret access key, that no proxy decodes the path (%3A to a colon) or changes headers after signing, that signingHost names AWS's host if there is a gateway, and that the signing name is 'bedrock' and the region that of the endpoint.",
  ],
  [
    // The last: https://github.com/nccgroup/ScoutSuite/issues/1389,
    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_SetSecurityTokenServicePreferences.html
    /^(UnrecognizedClientException|InvalidClientTokenId):/i,
    'AWS does not know these credentials: check the access key id, send the session token that belongs to temporary credentials, and use credentials of the partition that the endpoint is in. An opt-in region must be enabled by the account, and needs temporary credentials from a regional endpoint of STS.',
  ],
  [
    // The last: https://repost.aws/knowledge-center/api-gateway-authentication-token-errors
    /^(MissingAuthenticationTokenException|IncompleteSignature(Exception)?):/i,
    'The request arrived without complete authorization: give credentials or an API key, and check that no proxy removes the authorization header. Amazon API Gateway says this also of a path that the API does not have: check the base URL.',
  ],
  [
    // undici tells the proxy's status for a tunnel and nothing for a plain request; Bun and Deno use words:
    // https://fetch.spec.whatwg.org/#http-network-or-cache-fetch
    /^NetworkError:.*(: fetch failed$|\(407\)|proxy authentication required)/i,
    'Perhaps a proxy on the way requires authentication (status 407): write user and password into its address.',
  ],
  [
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings.html
    /^MalformedStream:.*checksum/,
    'The bytes of the stream were changed on the way, as by a proxy that takes them for text: let it pass them on as binary (API Gateway: list application/vnd.amazon.eventstream among the binary media types).',
  ],
  [
    // OpenSSL's words, and those of rustls, which Deno has.
    /^NetworkError:.*(wrong version number|InvalidContentType)/,
    'The port does not speak TLS: use an http:// address for it, or another port.',
  ],
  [
    // OpenSSL's words, and those of rustls: https://nodejs.org/api/cli.html#node_extra_ca_certsfile
    /^NetworkError:.*(self.signed certificate|(local )?issuer certificate|verify the first certificate|UnknownIssuer)/,
    'This machine does not trust the certificate, as behind a proxy that inspects TLS: let NODE_EXTRA_CA_CERTS (Deno: DENO_CERT) name the file with the certificate of that proxy, or, where the system already trusts it, start Node with --use-system-ca.',
  ],
  [
    // undici's words, and the system's. https://docs.aws.amazon.com/bedrock/latest/userguide/vpc-interface-endpoints.html
    /^NetworkError:.*(Connect Timeout Error|: (connect )?ETIMEDOUT)/,
    'Nothing answers at this address: a VPC without a way to the internet needs an interface endpoint for bedrock-runtime or a NAT gateway, and a network behind a proxy HTTPS_PROXY, for Node with NODE_USE_ENV_PROXY=1.',
  ],
  [
    // Node's words where HTTP/1.1 answers, and where TLS has no h2: https://github.com/aws/aws-sdk-js-v3/issues/3780. A load balancer's status:
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html
    /^NetworkError:.*(: Protocol error$|no application protocol)|^UnknownError:.* status 464/,
    'The bidirectional stream needs HTTP/2, of the endpoint and of every proxy on the way.',
  ],
  [
    // The limits of Node's fetch, which its options cannot change: https://github.com/nodejs/undici/blob/main/docs/docs/api/Client.md
    /^NetworkError:.*(Headers|Body) Timeout Error/,
    "Node's fetch waits 300 seconds for the headers of an answer and for each next piece of it: use a stream, or give a fetch whose headersTimeout and bodyTimeout are longer.",
  ],
  [
    // Node's words for a name that no server of names knows: https://nodejs.org/api/errors.html#common-system-errors
    // Deno gives those of the system: "Name or service not known", "nodename nor servname provided, or not known", "No such host is known".
    /^NetworkError:.*( ENOTFOUND bedrock|\/bedrock.* dns error: .* known)/,
    'There is no such host, as in a region without Bedrock: check the region letter by letter, and that DNS works on this machine.',
  ],
  [
    // One quota for all models since September 2026: https://docs.aws.amazon.com/bedrock/latest/userguide/quotas-token-burndown.html
    /tokens per day/i,
    "The account's daily token quota in this region, which all models share, is used up or zero: see AWS Service Quotas for Amazon Bedrock, or use another region.",
  ],
  [
    // Nova 2 and Claude in words of their own, recorded: https://github.com/crmne/ruby_llm/tree/main/spec/fixtures/vcr_cassettes,
    // chat_real_error_scenarios_bedrock_*_handles_context_length_exceeded_errors.yml; GLM and MiniMax in OpenAI's:
    // https://github.com/strands-agents/harness-sdk/issues/3969; GPT: https://github.com/BerriAI/litellm/pull/37862.
    // Claude, Qwen and Mistral count maxTokens in: https://github.com/continuedev/continue/issues/10875,
    // https://github.com/gsd-build/gsd-2/pull/5409
    /(Input|prompt) is too long|Input Tokens Exceeded|too many total text bytes|exceeds? (the )?(maximum )?context|maximum context length|exceed model maximum/i,
    "The conversation, alone or with maxTokens, is longer than the model's context window: shorten it, lower maxOutputTokens, or use a model with a larger window. CountTokens tells the length beforehand.",
  ],
  [
    // A Nova Sonic stream without input for three minutes, or after its eight: https://github.com/strands-agents/harness-sdk/issues/3721.
    // "The session must maintain continuous streaming": https://docs.aws.amazon.com/nova/latest/nova2-userguide/sonic-cross-modal.html
    /InternalErrorCode=531|Timed out waiting for input events/,
    'A speech session ends after eight minutes, and sooner without audio: send silence while nobody speaks, and open a new stream in time.',
  ],
  [
    /action doesn.t support the model/i,
    'This model answers to another operation: embedding, image, rerank and imported models to InvokeModel with a body of their own, video to StartAsyncInvoke, speech to the bidirectional stream.',
  ],
  [
    // https://docs.aws.amazon.com/nova/latest/userguide/prompting-tool-troubleshooting.html, https://github.com/SEMOSS/Semoss/pull/2892
    /invalid sequence as part of ToolUse/i,
    'Nova calls tools more reliably with temperature 0, topK 1, enough maxTokens, and tool names without hyphens.',
  ],
  [
    /Thinking may not be enabled when tool_choice forces tool use/i,
    'While the model reasons, toolChoice may only be auto: leave the choice to it, or switch reasoning off.',
  ],
  [
    // Claude Fable 5.1: https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-thinking-block-binding.html
    /bound to a different conversation/i,
    'The system prompt, the tools or an earlier message have changed since the model reasoned: keep them as they were, leave the reasoning of earlier turns out, or have it dropped, by the field that the message names and the beta flag thinking-binding-controls-2026-08-01, both in additionalModelRequestFields.',
  ],
  [
    // The first in some accounts and regions alone, for Claude Haiku 4.5: https://github.com/vercel/ai/issues/19988. The last of a schema
    // within the documented limits that Claude does not take all the same: https://github.com/anthropics/anthropic-sdk-python/issues/1185
    /(output_config\.format|custom\.strict): Extra inputs|compiled grammar/i,
    "The model cannot be held to this schema here: ask for JSON by a tool (the option structuredOutputMode: 'tool'), and leave out strict.",
  ],
  [
    // https://github.com/continuedev/continue/pull/11969, https://github.com/anthropics/claude-code/issues/49370. The second names the flag:
    // https://platform.claude.com/docs/en/api/beta-headers
    /invalid beta flag|Unexpected value\(s\) .*anthropic-beta/i,
    'On Bedrock this model does not support one of the beta flags: leave out the one that is named, or, if none is, try those of anthropicBeta one by one.',
  ],
  [
    /beta feature is not currently supported on the Converse/i,
    'Bedrock has this feature for InvokeModel alone: leave its beta flag out of anthropicBeta, or send the body of the model with InvokeModel.',
  ],
  [
    /toolConfig field must be defined/i,
    'The conversation has tool calls or results: send the same tools again, even if none should be called.',
  ],
  [
    /^ThrottlingException:/i,
    'The quota of requests or tokens per minute is used up: wait and retry with growing delays, lower maxTokens (it counts in advance), or spread the load over a cross-region inference profile. See AWS Service Quotas for Amazon Bedrock.',
  ],
  [
    /^ServiceQuotaExceededException:/i,
    'A quota of the account is used up: see AWS Service Quotas for Amazon Bedrock.',
  ],
  [
    /^ModelNotReadyException:/i,
    'The model is being loaded, as an imported model is after a pause: retry for some minutes.',
  ],
  [
    // Also the end of a speech session: https://github.com/aws-samples/amazon-nova-samples/issues/147
    /^ModelTimeoutException:/i,
    'The model took too long: ask for fewer tokens, or use the streaming operation. A speech session ends after eight minutes: open a new stream in time.',
  ],
  [
    /^(ServiceUnavailable(Exception)?|InternalServerException|InternalFailure):/i,
    'The service failed: retry with growing delays, or through a cross-region inference profile.',
  ],
  [
    // In three wordings: https://github.com/BerriAI/litellm/pull/11826, https://github.com/openclaw/openclaw/pull/58588, and the last of a
    // guardrail in another region: https://github.com/aws/aws-sdk-js-v3/issues/6482, https://github.com/boto/boto3/issues/4292
    /guardrail identifier (or version provided|is invalid)|Guardrail was enabled but input is in incorrect format/i,
    'The guardrail, or this version of it, is not found in the region that the request goes to: check its id (for one of another account, its ARN), the version (a number or DRAFT) and the region of the endpoint.',
  ],
  [
    /^ResourceNotFoundException:/i,
    'The model, profile or guardrail does not exist in this region and account: check the id or ARN and the region of the endpoint.',
  ],
  [
    /^UnknownOperationException:/i,
    'The endpoint knows no such operation: check the base URL. Converse and InvokeModel live on bedrock-runtime, Rerank on bedrock-agent-runtime, and the model id must be percent-encoded in the path.',
  ],
  [
    /^(AccessDeniedException|NotAuthorized):/i,
    "Either IAM does not allow the call or the account has no access to the model: allow bedrock:InvokeModel and bedrock:InvokeModelWithResponseStream on it, and see it in the Bedrock console's model catalog.",
  ],
];

/**
 * What to do about an error, in one or two sentences; `undefined` when nothing better is known than AWS's own message.
 *
 * @param code the error code as it came, in whatever case
 * @param message AWS's message
 */
export function hintFor(code: string, message: string): string | undefined {
  return hints.find(([says]) => says.test(`${code}: ${message}`))?.[1];
}
