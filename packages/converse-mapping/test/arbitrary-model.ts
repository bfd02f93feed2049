import fc from 'fast-check';

/** One model of each way to be different. */
export const arbitraryModel: fc.Arbitrary<string> = fc.constantFrom(
  'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
  'anthropic.claude-3-haiku-20240307-v1:0',
  'anthropic.claude-v2:1',
  'us.anthropic.claude-opus-4-6-v1',
  'us.anthropic.claude-opus-5-5',
  'us.amazon.nova-pro-v1:0',
  'us.amazon.nova-2-lite-v1:0',
  'amazon.titan-text-express-v1',
  'mistral.mistral-large-2407-v1:0',
  'mistral.mistral-7b-instruct-v0:2',
  'us.meta.llama3-3-70b-instruct-v1:0',
  'openai.gpt-oss-120b-1:0',
  'us.deepseek.r1-v1:0',
  'deepseek.v3-v1:0',
  'qwen.qwen3-32b-v1:0',
  'moonshotai.kimi-k2.5',
  'cohere.command-r-plus-v1:0',
  'ai21.jamba-1-5-large-v1:0',
  'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123def456',
);
