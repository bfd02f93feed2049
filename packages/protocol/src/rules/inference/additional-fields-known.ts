// Some models refuse a model-specific field that is another's. What each refuses was measured:
// https://github.com/stdapi-ai/stdapi.ai, tests/probes/results
// https://github.com/vercel/ai/blob/main/packages/amazon-bedrock/src/__fixtures__/amazon-bedrock-openai-cris-reasoning-config-error.json
// https://github.com/aws-solutions-library-samples/accelerated-intelligent-document-processing-on-aws/blob/main/lib/idp_common_pkg/idp_common/bedrock/client.py
// https://github.com/BerriAI/litellm/pull/40370
import type { ModelCapabilities } from '@bedrock-kit/models';
import type { Json } from '../../values.ts';
import type { Conversation } from '../conversation.ts';
import { isJsonObject, memberAt } from '../json.ts';
import type { Rule } from '../rule.ts';
import { extraInput, extraneousKey, fromModel, malformedInput } from '../wording.ts';

/** By family. A field that no table knows passes: models learn new ones. */
const refused: Readonly<Record<string, string>> = {
  claude: 'inferenceConfig reasoning reasoningConfig reasoning_effort topK',
  gpt: 'output_config reasoningConfig reasoning_effort thinking',
  llama: 'reasoning_config reasoning_effort thinking top_k',
  nova: 'reasoning_config reasoning_effort thinking top_k',
};

/**
 * Betas of Claude that are InvokeModel's alone, with what Converse says of them.
 * https://github.com/agentgateway/agentgateway/issues/3240, https://github.com/wso2/product-integrator/issues/1706
 * https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-compaction.html
 */
const ofInvokeModel: readonly (readonly [beta: RegExp, message: string])[] = [
  [
    /\btool-search-tool\b/,
    'The tool-search-tool beta feature is not currently supported on the Converse and ConverseStream APIs',
  ],
  [
    /"compact-/,
    'The compact beta feature is not currently supported on the Converse and ConverseStream APIs because compact is not currently supported',
  ],
];

const words: Readonly<Record<string, (name: string) => string>> = {
  claude: extraInput,
  gpt: (name) =>
    fromModel(
      `{"error":{"code":"unknown_parameter","message":"Unknown parameter: '${name}'.","param":"${name}","type":"invalid_request_error"}}`,
    ),
};

export const additionalFieldsKnown: Rule<Conversation> = {
  id: 'additional-fields-known',
  evidence: 'https://github.com/stdapi-ai/stdapi.ai',
  check({ capabilities, fields }, refuse) {
    const { family, reasoning } = capabilities;
    if (!Object.hasOwn(refused, family)) return;
    for (const name of refused[family]?.split(' ') ?? []) {
      if (memberAt(fields, [name]) === undefined) continue;
      refuse(`additionalModelRequestFields.${name}`, words[family]?.(name) ?? extraneousKey('#', name));
    }
    const betas = JSON.stringify([memberAt(fields, ['anthropic_beta'])]);
    for (const [beta, message] of family === 'claude' ? ofInvokeModel : [])
      if (beta.test(betas)) refuse('additionalModelRequestFields.anthropic_beta', message);
    const config = memberAt(fields, ['reasoningConfig']);
    if (family === 'nova' && config !== undefined && !isOfNova(config, reasoning)) {
      refuse(
        'additionalModelRequestFields.reasoningConfig',
        malformedInput('the provided reasoning config value is invalid'),
      );
    }
  },
};

/**
 * Seen of a Nova that does not reason, where Nova 2 has the field; of Nova 2 by AWS's page, which has two types, and requires an effort
 * beside `enabled`.
 * https://github.com/vercel/ai/blob/main/packages/amazon-bedrock/src/__fixtures__/amazon-bedrock-nova-micro-portable-reasoning.json
 * https://docs.aws.amazon.com/nova/latest/nova2-userguide/using-converse-api.html
 */
function isOfNova(config: Json, reasoning: ModelCapabilities['reasoning']): boolean {
  const type = memberAt(config, ['type']);
  if (reasoning.kind !== 'effort') return reasoning.kind !== 'none' || type === 'disabled';
  if (type !== 'enabled') return isJsonObject(config) && (type === undefined || type === 'disabled');
  const effort = memberAt(config, ['maxReasoningEffort']);
  return reasoning.effort.levels.some((level) => level === effort);
}
