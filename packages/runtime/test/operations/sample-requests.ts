// Requests with every kind of member in them, one or two for each operation.
import type {
  ApplyGuardrailRequest,
  ConverseRequest,
  CountTokensRequest,
  InvokeGuardrailChecksRequest,
  ListAsyncInvokesRequest,
  StartAsyncInvokeRequest,
} from '@bedrock-kit/protocol';
import type { InvokeModelInput } from '../../src/index.ts';

const bytes = new Uint8Array([0, 1, 2, 250, 251, 252, 253, 254, 255]);
const arn =
  'arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-sonnet-4-20250514-v1:0';

export const conversation: ConverseRequest = {
  modelId: arn,
  system: [
    { text: 'Be brief. é€𝄞' },
    { guardContent: { text: { text: 'x', qualifiers: ['query'] } } },
    { cachePoint: { type: 'default', ttl: '1h' } },
  ],
  messages: [
    {
      role: 'user',
      content: [
        { text: 'hi "quoted" \\ \n' },
        { image: { format: 'png', source: { bytes } } },
        { document: { name: 'a', format: 'pdf', source: { bytes } } },
        {
          document: {
            name: 'b',
            format: 'txt',
            source: { s3Location: { uri: 's3://b/k', bucketOwner: '123456789012' } },
          },
        },
        { video: { format: 'mp4', source: { bytes } } },
        { guardContent: { image: { format: 'png', source: { bytes } } } },
      ],
    },
    {
      role: 'assistant',
      content: [
        { reasoningContent: { reasoningText: { text: 'hm', signature: 's' } } },
        { reasoningContent: { redactedContent: bytes } },
        {
          toolUse: {
            toolUseId: 't',
            name: 'n',
            input: { base64: 'AA==', list: [1, null, true], deep: { a: 1.5 } },
          },
        },
      ],
    },
    {
      role: 'user',
      content: [
        {
          toolResult: {
            toolUseId: 't',
            content: [{ json: { a: null } }, { text: 'x' }, { image: { format: 'jpeg', source: { bytes } } }],
            status: 'error',
          },
        },
      ],
    },
  ],
  inferenceConfig: { maxTokens: 10, temperature: 0.5, topP: 1, stopSequences: ['stop'] },
  toolConfig: {
    tools: [
      {
        toolSpec: { name: 'n', description: 'd', inputSchema: { json: { type: 'object', properties: {} } } },
      },
    ],
    toolChoice: { any: {} },
  },
  guardrailConfig: { guardrailIdentifier: 'g', guardrailVersion: '1', trace: 'enabled' },
  additionalModelRequestFields: { top_k: 5, thinking: { type: 'enabled', budget_tokens: 1024 } },
  additionalModelResponseFieldPaths: ['/stop_sequence'],
  requestMetadata: { team: 'a' },
  performanceConfig: { latency: 'optimized' },
  serviceTier: { type: 'flex' },
};

export const settings = {
  modelId: 'amazon.nova-lite-v1:0',
  accept: 'application/json',
  contentType: 'application/json',
  trace: 'ENABLED',
  guardrailIdentifier: 'arn:aws:bedrock:us-east-1:123456789012:guardrail/abc',
  guardrailVersion: 'DRAFT',
  performanceConfigLatency: 'optimized',
  serviceTier: 'priority',
  requestMetadata: '{"team":"a"}',
} satisfies InvokeModelInput;
export const body = new TextEncoder().encode('{"prompt":"é"}');

export const counted: CountTokensRequest = {
  modelId: 'm:0',
  input: { converse: { messages: conversation.messages, system: conversation.system } },
};
export const countedBody: CountTokensRequest = { modelId: 'm:0', input: { invokeModel: { body } } };
export const guarded: ApplyGuardrailRequest = {
  guardrailIdentifier: 'arn:aws:bedrock:us-east-1:123456789012:guardrail/abc',
  guardrailVersion: 'DRAFT',
  source: 'INPUT',
  content: [{ text: { text: 'x', qualifiers: ['query'] } }, { image: { format: 'png', source: { bytes } } }],
  outputScope: 'FULL',
};
export const checks: InvokeGuardrailChecksRequest = {
  messages: [{ role: 'user', content: [{ text: 'hi' }] }],
  checks: { contentFilter: { categories: [{ category: 'HATE' }] } },
};
export const job: StartAsyncInvokeRequest = {
  modelId: 'amazon.nova-reel-v1:0',
  modelInput: { taskType: 'TEXT_VIDEO', textToVideoParams: { text: 'x' } },
  outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://bucket/prefix' } },
  clientRequestToken: 'token-1',
  tags: [{ key: 'k', value: 'v' }],
};
export const listed: ListAsyncInvokesRequest = {
  submitTimeAfter: new Date('2026-01-02T03:04:05.678Z'),
  submitTimeBefore: new Date('2026-02-02T03:04:05.000Z'),
  statusEquals: 'Completed',
  maxResults: 5,
  nextToken: "a+b/==!'()*",
  sortBy: 'SubmissionTime',
  sortOrder: 'Descending',
};
export const invocationArn = 'arn:aws:bedrock:us-east-1:123456789012:async-invoke/abcdefghijkl';
