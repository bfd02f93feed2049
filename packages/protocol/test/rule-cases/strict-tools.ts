// Cases of the rules about tools and answers that are held to their schemas.
import type { RuleCase } from '../rule-cases.ts';
import { hello, newestClaude, nova, tool, tools } from './blocks.ts';

const strictClaude = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const strictly = (properties: object, strict = true): { messages: object[]; toolConfig: object } => ({
  messages: [hello],
  toolConfig: tools(
    tool('weather', {
      strict,
      inputSchema: { json: { type: 'object', properties, additionalProperties: false } },
    }),
  ),
});
const answering = (text: string): { messages: object[]; outputConfig: object } => ({
  messages: [hello],
  outputConfig: {
    textFormat: { type: 'json_schema', structure: { jsonSchema: { schema: text } } },
  },
});

export const strictToolCases: readonly RuleCase[] = [
  {
    rule: 'strict-tool-supported',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello], toolConfig: tools(tool('weather', { strict: true })) },
    accepted: { messages: [hello], toolConfig: tools(tool('weather', { strict: false })) },
    path: 'toolConfig.tools[0].toolSpec.strict',
    message: "This model doesn't support the strict field. Remove strict and try again.",
  },
  {
    rule: 'strict-tool-supported',
    operation: 'Converse',
    modelId: newestClaude,
    refused: { messages: [hello], toolConfig: tools(tool('time'), tool('weather', { strict: true })) },
    accepted: { messages: [hello], toolConfig: tools(tool('time'), tool('weather')) },
    path: 'toolConfig.tools[1].toolSpec.strict',
    message: 'The model returned the following errors: tools.1.custom.strict: Extra inputs are not permitted',
  },
  {
    // By presence: false is refused as well.
    rule: 'strict-tool-supported',
    operation: 'Converse',
    modelId: 'us.anthropic.claude-sonnet-5',
    refused: { messages: [hello], toolConfig: tools(tool('weather', { strict: false })) },
    accepted: { messages: [hello], toolConfig: tools(tool('weather')) },
    path: 'toolConfig.tools[0].toolSpec.strict',
    message: 'The model returned the following errors: tools.0.custom.strict: Extra inputs are not permitted',
  },
  {
    rule: 'strict-schema',
    operation: 'Converse',
    modelId: strictClaude,
    refused: strictly({ rooms: { type: 'array', items: { type: 'string' }, maxItems: 3 } }),
    accepted: strictly({ rooms: { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1 } }),
    path: 'toolConfig.tools[0].toolSpec.inputSchema.json',
    message:
      "The model returned the following errors: tools.0.custom: For 'array' type, property 'maxItems' is not supported",
  },
  {
    // A tool that is not held to its schema may say anything.
    rule: 'strict-schema',
    operation: 'Converse',
    modelId: strictClaude,
    refused: strictly({ floor: { anyOf: [{ type: 'integer', minimum: 0, maximum: 9 }] } }),
    accepted: strictly({ floor: { anyOf: [{ type: 'integer', minimum: 0, maximum: 9 }] } }, false),
    path: 'toolConfig.tools[0].toolSpec.inputSchema.json',
    message:
      "The model returned the following errors: tools.0.custom: For 'integer' type, properties maximum, minimum are not supported",
  },
  {
    // A property may be called like a keyword.
    rule: 'strict-schema',
    operation: 'Converse',
    modelId: strictClaude,
    refused: strictly({ place: { oneOf: [{ type: 'string' }] } }),
    accepted: strictly({ oneOf: { type: 'string' } }),
    path: 'toolConfig.tools[0].toolSpec.inputSchema.json',
    message: "The model returned the following errors: tools.0.custom: Schema type 'oneOf' is not supported",
  },
  {
    rule: 'strict-schema',
    operation: 'Converse',
    modelId: strictClaude,
    refused: strictly({ place: { $ref: '#/$defs/place' } }),
    accepted: strictly({ place: { $ref: '#/$defs/place' } }, false),
    path: 'toolConfig.tools[0].toolSpec.inputSchema.json',
    message:
      'The model returned the following errors: tools.0.custom: Invalid schema: Reference to non-existent definition: #/$defs/place',
  },
  {
    rule: 'strict-schema',
    operation: 'Converse',
    modelId: strictClaude,
    refused: answering('{"type":"object","properties":{"a":{"type":"object"}},"additionalProperties":false}'),
    accepted: answering(
      '{"type":"object","properties":{"a":{"type":"string"}},"additionalProperties":false}',
    ),
    path: 'outputConfig.textFormat.structure.jsonSchema.schema',
    message:
      "The model returned the following errors: output_config.format.schema: For 'object' type, 'additionalProperties' must be explicitly set to false",
  },
];
