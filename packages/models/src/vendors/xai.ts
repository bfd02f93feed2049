/**
 * xAI's Grok.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-xai-grok-4-7.html
 * @module
 */
import { openWeightModel } from '../base-records.ts';
import { effortReasoning } from '../effort-reasoning.ts';
import { images } from '../media.ts';
import { implicitCaching } from '../prompt-caching.ts';
import type { Row, VendorTable } from '../row.ts';

/** Every Grok that Bedrock serves. */
export function xai(): VendorTable {
  const grok47: Row = {
    like: openWeightModel,
    but: {
      family: 'grok',
      inputs: { image: images, document: 'unknown' },
      toolUse: { choices: { any: 'unknown', tool: 'unknown' } },
      // The efforts none, minimal and max are refused by 4.7 and 4.6, whatever the card of 4.6 says:
      // github.com/aws-samples/sample-per-model-bedrock, 11-xai-grok/02-grok-4-6.ipynb and 03-grok-4-7.ipynb
      // On Converse the effort counts under this path alone; other fields are taken and ignored (the source stands at 4.6 below).
      reasoning: {
        ...effortReasoning(['reasoning', 'effort'], ['low', 'medium', 'high', 'xhigh'], 'high'),
        sampling: { efforts: undefined, temperature: false, topP: false, topK: 'unknown', maxTokens: true },
        // https://github.com/maximhq/bifrost/blob/main/core/providers/bedrock/reasoning_replay_test.go
        history: 'redacted',
        // Recorded: github.com/BerriAI/litellm, tests/integration/translation/messages/tool_search
        tokensReportedAt: '/usage/output_tokens_details',
      },
      // "This model doesn't support the temperature field", says Grok 4.6: github.com/NousResearch/hermes-agent/issues/111043,
      // github.com/aws-samples/sample-kolya-br-proxy/pull/104.
      sampling: { temperature: false, topP: false },
      promptCaching: implicitCaching('unknown'),
      contextWindow: 500_000,
      minOutputTokens: 16,
      addressing: { onDemand: false, profiles: ['us', 'global'] },
    },
  };

  return {
    rows: {
      'grok-4.7': grok47,
      'grok-4.6': {
        like: grok47,
        but: {
          structuredOutput: { native: 'unknown' },
          // Measured on Converse: https://github.com/aws-solutions-library-samples/accelerated-intelligent-document-processing-on-aws/blob/main/lib/idp_common_pkg/idp_common/bedrock/client.py
          // A tool may be forced: https://github.com/langchain-ai/langchain-aws/pull/1239
          inputs: { document: false },
          toolUse: { choices: { any: true, tool: true }, strict: 'unknown' },
          reasoning: { forcedToolChoice: true },
          // Flex and priority are refused on Converse (same source), though the card lists both and the OpenAI path takes them.
          serviceTiers: ['default'],
          // github.com/BerriAI/litellm, model_prices_and_context_window.json
          addressing: { profiles: ['us', 'global', 'us-gov'] },
        },
      },
      'grok-4.3': {
        like: grok47,
        but: {
          // Documented for another endpoint alone.
          operations: { Converse: 'unknown', ConverseStream: 'unknown', CountTokens: 'unknown' },
          structuredOutput: { native: 'unknown' },
          toolUse: 'unknown',
          reasoning: { kind: 'unknown' },
          sampling: { temperature: 'unknown', topP: 'unknown' },
          promptCaching: 'unknown',
          guardrails: 'unknown',
          serviceTiers: 'unknown',
          contextWindow: 'unknown',
          minOutputTokens: 1,
          addressing: { onDemand: 'unknown', profiles: 'unknown' },
        },
      },
    },
    newest: [[/^grok/, grok47]],
  };
}
