// Cases of the rules about tools and answers that are held to their schemas.
import type { RuleCase } from '../rule-cases.ts';
import { hello, newestClaude, nova, tool, tools, weather } from './blocks.ts';

const strictClaude = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const strictly = (
  properties: object,
  strict = true,
  more: object = {},
): { messages: object[]; toolConfig: object } => ({
  messages: [hello],
  toolConfig: tools(
    tool('weather', {
      strict,
      inputSchema: { json: { type: 'object', properties, additionalProperties: false, ...more } },
    }),
  ),
});
const answering = (text: string): { messages: object[]; outputConfig: object } => ({
  messages: [hello],
  outputConfig: {
    textFormat: { type: 'json_schema', structure: { jsonSchema: { schema: text } } },
  },
});

/** As many strict tools, each with members that may be left out. */
const strictTools = (count: number, properties: object): { tools: object[] } =>
  tools(
    ...Array.from({ length: count }, (_, index) =>
      tool(`t${index}`, {
        strict: true,
        inputSchema: { json: { type: 'object', properties, additionalProperties: false } },
      }),
    ),
  );
const text = { type: 'string' };
const ofMembers = (count: number, required: readonly string[]): object => ({
  type: 'object',
  properties: Object.fromEntries(Array.from({ length: count }, (_, index) => [`m${index}`, text])),
  required,
  additionalProperties: false,
});
const nested = {
  a: { type: 'array', items: { type: 'object', properties: { b: text }, additionalProperties: false } },
};
const nullable = {
  type: 'object',
  properties: { a: { type: ['string', 'null'] } },
  required: ['a'],
  additionalProperties: false,
};
const unions = (count: number): object => ({
  ...answering(JSON.stringify(nullable)),
  toolConfig: strictTools(count, { a: { anyOf: [text, { type: 'null' }] } }),
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
  ...['exclusiveMaximum', 'exclusiveMinimum', 'multipleOf'].map(
    (keyword): RuleCase => ({
      rule: 'strict-schema',
      operation: 'Converse',
      modelId: strictClaude,
      refused: strictly({ floor: { type: 'integer', [keyword]: 9 } }),
      accepted: strictly({ floor: { type: 'integer', [`x-${keyword}`]: 9, [`${keyword}s`]: 9 } }),
      path: 'toolConfig.tools[0].toolSpec.inputSchema.json',
      message: `The model returned the following errors: tools.0.custom: For 'integer' type, property '${keyword}' is not supported`,
    }),
  ),
  {
    // Other models take what theirs take.
    rule: 'strict-schema',
    operation: 'Converse',
    modelId: strictClaude,
    refused: strictly({ rooms: { type: 'array', items: { type: 'string' }, uniqueItems: true } }),
    accepted: strictly({ rooms: { type: 'array', items: { type: 'string' }, uniqueItems: true } }),
    acceptedModelId: 'mistral.mistral-large-3-675b-instruct',
    path: 'toolConfig.tools[0].toolSpec.inputSchema.json',
    message:
      "The model returned the following errors: tools.0.custom: For 'array' type, property 'uniqueItems' is not supported",
  },
  {
    // Claude Sonnet 4.5 on Bedrock, as measured: pydantic/pydantic-ai, pydantic_ai_slim/pydantic_ai/providers/bedrock.py
    rule: 'strict-schema',
    operation: 'Converse',
    modelId: strictClaude,
    refused: strictly({ rooms: { type: 'array', items: { type: 'string' }, minItems: 2, maxItems: 3 } }),
    accepted: strictly({ rooms: { type: 'array', items: { type: 'string' }, minItems: 0 } }),
    path: 'toolConfig.tools[0].toolSpec.inputSchema.json',
    message:
      "The model returned the following errors: tools.0.custom: For 'array' type, 'minItems' values other than 0 or 1 are not supported",
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
  ...['$defs', 'definitions'].map(
    (definitions): RuleCase => ({
      rule: 'strict-schema',
      operation: 'Converse',
      modelId: strictClaude,
      refused: strictly({ place: { $ref: `#/${definitions}/place` } }, true, { [definitions]: { town: {} } }),
      // What is written otherwise is not looked up.
      accepted: strictly(
        { from: { $ref: `#/${definitions}/town` }, to: { $ref: `#/${definitions}/a~1b` } },
        true,
        { [definitions]: { town: { type: 'string' } } },
      ),
      path: 'toolConfig.tools[0].toolSpec.inputSchema.json',
      message: `The model returned the following errors: tools.0.custom: Invalid schema: Reference to non-existent definition: #/${definitions}/place`,
    }),
  ),
  {
    rule: 'strict-schema',
    operation: 'Converse',
    modelId: strictClaude,
    refused: strictly({ place: { $ref: '#/$defs/place' } }, true, { $defs: { place: { type: 'object' } } }),
    accepted: strictly({ place: { $ref: '#/$defs/place' } }, true, {
      $defs: { place: { type: 'object', additionalProperties: false } },
    }),
    path: 'toolConfig.tools[0].toolSpec.inputSchema.json',
    message:
      "The model returned the following errors: tools.0.custom: For 'object' type, 'additionalProperties' must be explicitly set to false",
  },
  {
    rule: 'strict-schema',
    operation: 'Converse',
    modelId: strictClaude,
    refused: strictly({ size: { type: ['string', 'null'], enum: ['small', 'large', null] } }),
    accepted: strictly({ size: { enum: ['small', 'large', null] }, none: { type: ['string'], enum: [] } }),
    path: 'toolConfig.tools[0].toolSpec.inputSchema.json',
    message:
      "The model returned the following errors: tools.0.custom: Invalid schema: Enum value 'small' does not match declared type '['string', 'null']'",
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
  {
    rule: 'strict-schema',
    operation: 'Converse',
    modelId: strictClaude,
    refused: { messages: [hello], toolConfig: strictTools(21, {}) },
    accepted: { messages: [hello], toolConfig: { tools: [...strictTools(20, {}).tools, ...weather.tools] } },
    path: 'toolConfig.tools',
    message:
      'The model returned the following errors: Too many strict tools (21). The maximum number of strict tools supported is 20.',
  },
  {
    // Each of the tools has two, one of them further in.
    rule: 'strict-schema',
    operation: 'Converse',
    modelId: strictClaude,
    refused: { messages: [hello], toolConfig: strictTools(13, nested) },
    accepted: { messages: [hello], toolConfig: strictTools(12, nested) },
    path: 'toolConfig.tools',
    message:
      'The model returned the following errors: Schemas contains too many optional parameters (26), which would make grammar compilation inefficient. Reduce the number of optional parameters in your tool schemas (limit: 24).',
  },
  {
    // What is required is not optional.
    rule: 'strict-schema',
    operation: 'ConverseStream',
    modelId: strictClaude,
    refused: answering(JSON.stringify(ofMembers(25, []))),
    accepted: answering(JSON.stringify(ofMembers(25, ['m7']))),
    path: 'outputConfig',
    message:
      'The model returned the following errors: Schemas contains too many optional parameters (25), which would make grammar compilation inefficient. Reduce the number of optional parameters in your tool schemas (limit: 24).',
  },
  {
    // The answer counts as well.
    rule: 'strict-schema',
    operation: 'Converse',
    modelId: strictClaude,
    refused: unions(16),
    accepted: unions(15),
    path: 'toolConfig.tools',
    message:
      'The model returned the following errors: Schemas contains too many parameters with union types (17 parameters with type arrays or anyOf). This causes exponential compilation cost. Reduce the number of nullable or union-typed parameters (limit: 16 parameters with unions).',
  },
];
