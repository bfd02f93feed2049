/**
 * Which means lead to an answer that fits a JSON schema, worked out from what a record says of tools and reasoning.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html
 * @module
 */
import type { StructuredOutput, StructuredOutputMeans } from './record.ts';
import type { Facts } from './row.ts';

/** Orders the means that are known to work, best first. */
export function structuredOutputOf(facts: Facts): StructuredOutput {
  const { native, nativeStreaming } = facts.structuredOutput;
  const { toolUse, reasoning } = facts;
  const forcedWhileReasoning =
    reasoning.kind === 'none' || (reasoning.kind !== 'unknown' && reasoning.forcedToolChoice === true);

  const means = (mayForce: boolean): StructuredOutputMeans[] => {
    const found: StructuredOutputMeans[] = native === true ? ['native'] : [];
    if (typeof toolUse === 'object') {
      const forced = mayForce && (toolUse.choices.any === true || toolUse.choices.tool === true);
      if (forced && toolUse.strict === true) found.push('strict-tool');
      found.push(forced ? 'forced-tool' : 'tool');
    }
    found.push('instruction');
    return found;
  };

  if (facts.kind !== 'language' && facts.kind !== 'unknown')
    return { native, nativeStreaming, means: [], meansWhileReasoning: [] };
  return { native, nativeStreaming, means: means(true), meansWhileReasoning: means(forcedWhileReasoning) };
}
