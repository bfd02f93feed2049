// A schema that Claude is to be held to is of the subset that constrained decoding takes.
// https://docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html
import type { Json } from '../../values.ts';
import type { Conversation } from '../conversation.ts';
import { isJsonObject, objectIn } from '../json.ts';
import { memberOf } from '../member.ts';
import type { Rule } from '../rule.ts';
import { toolSpecifications } from '../tool-blocks.ts';
import { fromModel } from '../wording.ts';

/**
 * What a schema of some type may not say. AWS's page has the lengths of a text, too, but Claude Sonnet 4.5 took one:
 * https://github.com/pydantic/pydantic-ai/blob/main/tests/models/bedrock/cassettes/test_native_output/test_bedrock_native_output_profile_default.yaml
 */
const bound = /^(?:(?:exclusiveM|m)(?:in|ax)imum|multipleOf|maxItems|uniqueItems)$/;

/** What is refused of a schema, or of the first within it; by a list, since it may be nested as deeply as its author liked. */
function faultOf(whole: Json | undefined): string | undefined {
  const schemas = [whole];
  for (const schema of schemas) {
    if (!isJsonObject(schema)) continue;
    const { additionalProperties, items, oneOf, properties, $defs, type } = schema;
    if (oneOf !== undefined) return "Schema type 'oneOf' is not supported";
    if (type === 'object' && additionalProperties !== false)
      return "For 'object' type, 'additionalProperties' must be explicitly set to false";
    const names = Object.keys(schema).filter((name) => bound.test(name));
    if (typeof type === 'string' && names.length > 0)
      return `For '${type}' type, ${names.length === 1 ? `property '${names[0]}' is` : `properties ${names.sort().join(', ')} are`} not supported`;
    schemas.push(items);
    for (const group of [schema['anyOf'], properties, $defs])
      for (const part of Object.values(group ?? {})) schemas.push(part as Json);
  }
  return undefined;
}

export const strictSchema: Rule<Conversation> = {
  id: 'strict-schema',
  evidence: 'https://github.com/BerriAI/litellm/pull/39115',
  check(conversation, refuse) {
    const { structuredOutput, toolUse, vendor } = conversation.capabilities;
    const check = (path: string, schema: Json | undefined, name: string): void => {
      const fault = faultOf(schema);
      if (fault !== undefined) refuse(path, fromModel(`${name}: ${fault}`));
    };

    if (vendor !== 'anthropic' || typeof toolUse !== 'object') return;
    for (const { tool, path, index } of toolSpecifications(conversation)) {
      if (tool.strict && toolUse.strict === true)
        check(`${path}.inputSchema.json`, tool.inputSchema.json, `tools.${index}.custom`);
    }
    const format = conversation.request.outputConfig?.textFormat;
    if (!format || structuredOutput.native !== true) return;
    const [, { schema }] = memberOf(format.structure);
    check(
      'outputConfig.textFormat.structure.jsonSchema.schema',
      objectIn(schema),
      'output_config.format.schema',
    );
  },
};
