/**
 * Which means lead to an answer that fits a JSON schema, worked out from what a record says of tools and reasoning.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html
 * @module
 */
import type { StructuredOutput, StructuredOutputMeans } from './record.ts';
import type { Facts } from './row.ts';

/** Orders the means that are known to work, best first. */
export function structuredOutputOf({ kind, structuredOutput, toolUse, reasoning }: Facts): StructuredOutput {
  const { native } = structuredOutput;

  const means = (mayForce: boolean): readonly StructuredOutputMeans[] => {
    const found: StructuredOutputMeans[] = native === true ? ['native'] : [];
    if (typeof toolUse === 'object') {
      const forced = mayForce && (toolUse.choices.any === true || toolUse.choices.tool === true);
      if (forced && toolUse.strict === true) found.push('strict-tool');
      found.push(forced ? 'forced-tool' : 'tool');
    }
    // A model that only embeds, draws or ranks follows no instruction.
    if (kind === 'language' || kind === 'unknown') found.push('instruction');
    return Object.freeze(found);
  };

  return Object.freeze({
    nativeStreaming: native,
    ...structuredOutput,
    means: means(true),
    meansWhileReasoning: means(
      reasoning.kind === 'none' || (reasoning.kind !== 'unknown' && reasoning.forcedToolChoice === true),
    ),
  });
}
