// Claude's `thinking` under another name: as `reasoning_config` Converse takes it, too, and Claude thinks. Recorded:
// github.com/crmne/ruby_llm, spec/fixtures/vcr_cassettes (extended thinking persistence, Claude Haiku 4.5); sent by
// github.com/aws-samples/bedrock-access-gateway. The open-weight models have a field of that name that holds a text.
import type { ModelCapabilities } from '@bedrock-kit/models';
import type { Json } from '../values.ts';
import { isJsonObject } from './json.ts';

/** The fields of a request with `thinking` under its own name, for a model that is told by it how to think. */
export function withThinking(
  fields: Json | undefined,
  reasoning: ModelCapabilities['reasoning'],
): Json | undefined {
  if (!isJsonObject(fields) || !('on' in reasoning) || !('thinking' in reasoning.on)) return fields;
  const { reasoning_config: thinking, ...rest } = fields;
  return isJsonObject(thinking) ? { thinking, ...rest } : fields;
}
