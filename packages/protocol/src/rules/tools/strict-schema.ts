// A schema that Claude is to be held to is of the subset that constrained decoding takes.
// https://docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html
import type { Json, JsonObject } from '../../values.ts';
import type { Conversation } from '../conversation.ts';
import { isJsonObject, memberAt, objectIn } from '../json.ts';
import { memberOf } from '../member.ts';
import type { Rule } from '../rule.ts';
import { fromModel } from '../wording.ts';
import { demandsOf } from './schema-complexity.ts';

/**
 * What a schema of some type may not say. AWS's page has the lengths of a text, too, but Claude Sonnet 4.5 took one:
 * https://github.com/pydantic/pydantic-ai/blob/main/tests/models/bedrock/cassettes/test_native_output/test_bedrock_native_output_profile_default.yaml
 */
const bound = /^(?:(?:exclusiveM|m)(?:in|ax)imum|multipleOf|maxItems|uniqueItems)$/;

/** A reference to a definition at the root, by a name that needs no escape. */
const definition = /^#\/(\$defs|definitions)\/([^/~%]+)$/;

/** A schema and those within it. By a list, not by recursion: they may be nested as deeply as their author liked. */
function schemasIn(whole: Json | undefined): JsonObject[] {
  const schemas = [whole];
  for (const schema of schemas) {
    if (!isJsonObject(schema)) continue;
    schemas.push(schema['items']);
    for (const group of [schema['anyOf'], schema['properties'], schema['$defs']])
      for (const part of Object.values(group ?? {})) schemas.push(part as Json);
  }
  return schemas.filter(isJsonObject);
}

/** The first thing in a schema that is refused, in the words of Claude's API. */
function faultOf(
  { additionalProperties, type, ...schema }: JsonObject,
  whole: Json | undefined,
): string | undefined {
  // https://github.com/langchain4j/langchain4j/pull/5097
  const reference = typeof schema['$ref'] === 'string' && definition.exec(schema['$ref']);
  if (reference && memberAt(whole, reference.slice(1)) === undefined)
    return `Invalid schema: Reference to non-existent definition: ${reference[0]}`;
  // https://github.com/BerriAI/litellm/issues/37881, https://github.com/openstory-so/openstory/issues/1410
  const { enum: values } = schema;
  if (Array.isArray(type) && Array.isArray(values) && values.length > 0)
    return `Invalid schema: Enum value '${values[0]}' does not match declared type '[${type.map((name) => `'${name}'`).join(', ')}]'`;
  if (schema['oneOf'] !== undefined) return "Schema type 'oneOf' is not supported";
  if (type === 'object' && additionalProperties !== false)
    return "For 'object' type, 'additionalProperties' must be explicitly set to false";
  // https://github.com/ghostlobster/memorize-everything/issues/93
  if (type === 'array' && Number(schema['minItems'] ?? 0) > 1)
    return "For 'array' type, 'minItems' values other than 0 or 1 are not supported";
  const bounds = Object.keys(schema).filter((name) => bound.test(name));
  if (typeof type !== 'string' || bounds.length === 0) return undefined;
  return `For '${type}' type, ${bounds.length === 1 ? `property '${bounds[0]}' is` : `properties ${bounds.sort().join(', ')} are`} not supported`;
}

export const strictSchema: Rule<Conversation> = {
  id: 'strict-schema',
  evidence: 'https://github.com/BerriAI/litellm/pull/39115',
  check(conversation, refuse) {
    if (!conversation.isClaude || !conversation.toolUse) return;
    const all: JsonObject[] = [];
    const check = (path: string, whole: Json | undefined, name: string): void => {
      const schemas = schemasIn(whole);
      for (const schema of schemas) all.push(schema);
      const fault = schemas.map((schema) => faultOf(schema, whole)).find(Boolean);
      if (fault !== undefined) refuse(path, fromModel(`${name}: ${fault}`));
    };
    const tools =
      conversation.toolUse.strict === true ? conversation.tools.filter(({ block }) => block.strict) : [];
    for (const { block, path, index } of tools)
      check(`${path}.inputSchema.json`, block.inputSchema.json, `tools.${index}.custom`);
    const format = conversation.request.outputConfig?.textFormat;
    if (format && conversation.capabilities.structuredOutput.native === true) {
      const [, { schema }] = memberOf(format.structure);
      check(
        'outputConfig.textFormat.structure.jsonSchema.schema',
        objectIn(schema),
        'output_config.format.schema',
      );
    }
    for (const [count, max, message] of demandsOf(tools.length, all))
      if (count > max) refuse(tools.length > 0 ? 'toolConfig.tools' : 'outputConfig', fromModel(message));
  },
};
