// Cases of the rules about the schema of a tool's input.
import type { RuleCase } from '../rule-cases.ts';
import { claude, hello, nova, tool, tools } from './blocks.ts';

const schema = (json: unknown): { messages: object[]; toolConfig: object } => ({
  messages: [hello],
  toolConfig: tools(tool('weather', { inputSchema: { json } })),
});

/** A bound as drafts before 2020-12 write it. */
const old = { minimum: 0, exclusiveMinimum: true };
const ofAnEarlierDraft =
  'The model returned the following errors: tools.0.custom.input_schema: JSON schema is invalid. It must match JSON Schema draft 2020-12 (https://json-schema.org/draft/2020-12). Learn more about tool use at https://docs.claude.com/en/docs/tool-use.';

/** The keywords that hold schemas by name, in a list, or one: https://json-schema.org/draft/2020-12/meta/applicator */
const holders: readonly (readonly [keyword: string, value: unknown, place: string])[] = [
  ...['patternProperties', 'dependentSchemas', 'definitions'].map(
    (name) => [name, { a: old }, '.a'] as const,
  ),
  ...['allOf', 'oneOf', 'prefixItems'].map((name) => [name, [{}, old], '[1]'] as const),
  ...['contains', 'additionalProperties', 'propertyNames'].map((name) => [name, old, ''] as const),
  ...['if', 'then', 'else', 'not'].map((name) => [name, old, ''] as const),
];

export const toolSchemaCases: readonly RuleCase[] = [
  {
    rule: 'tool-schema-root',
    operation: 'Converse',
    modelId: nova,
    refused: schema({ anyOf: [{ type: 'object' }] }),
    accepted: schema({ type: 'object', anyOf: [{ type: 'object' }] }),
    path: 'toolConfig.tools[0].toolSpec.inputSchema.json.type',
    message:
      'The value at toolConfig.tools.0.toolSpec.inputSchema.json.type must be one of the following: object.',
  },
  {
    rule: 'tool-schema-root',
    operation: 'Converse',
    modelId: nova,
    refused: schema('{"type":"object"}'),
    accepted: schema({ type: 'object' }),
    path: 'toolConfig.tools[0].toolSpec.inputSchema.json',
    message:
      'The format of the value at toolConfig.tools.0.toolSpec.inputSchema.json is invalid. Provide a json object for the field and try again.',
  },
  {
    rule: 'tool-schema-root',
    operation: 'CountTokens',
    modelId: 'anthropic.claude-sonnet-4-6',
    refused: { input: { converse: schema({ type: 'string' }) } },
    accepted: { input: { converse: schema({ type: 'object' }) } },
    path: 'input.converse.toolConfig.tools[0].toolSpec.inputSchema.json.type',
    message:
      'The value at toolConfig.tools.0.toolSpec.inputSchema.json.type must be one of the following: object.',
  },
  {
    rule: 'tool-schema-keywords',
    operation: 'ConverseStream',
    modelId: claude,
    refused: schema({ type: 'object', properties: null }),
    accepted: schema({ type: 'object', properties: {}, required: [] }),
    path: 'toolConfig.tools[0].toolSpec.inputSchema.json.properties',
    message:
      'The json schema definition at toolConfig.tools.0.toolSpec.inputSchema is invalid. Fix the following errors and try again: $.properties: null found, object expected',
  },
  {
    rule: 'tool-schema-keywords',
    operation: 'Converse',
    modelId: nova,
    refused: schema({ type: 'object', properties: { required: {} }, required: {} }),
    accepted: schema({ type: 'object', properties: { required: {} } }),
    path: 'toolConfig.tools[0].toolSpec.inputSchema.json.required',
    message:
      'The json schema definition at toolConfig.tools.0.toolSpec.inputSchema is invalid. Fix the following errors and try again: $.required: object found, array expected',
  },
  {
    rule: 'tool-schema-keywords',
    operation: 'Converse',
    modelId: nova,
    refused: schema({ type: 'object', required: 1 }),
    accepted: schema({ type: 'object', required: ['a'] }),
    path: 'toolConfig.tools[0].toolSpec.inputSchema.json.required',
    message:
      'The json schema definition at toolConfig.tools.0.toolSpec.inputSchema is invalid. Fix the following errors and try again: $.required: integer found, array expected',
  },
  ...['oneOf', 'allOf', 'anyOf'].map(
    (keyword): RuleCase => ({
      rule: 'tool-schema-root-union',
      operation: 'Converse',
      modelId: claude,
      refused: schema({ type: 'object', [keyword]: [{ required: ['a'] }] }),
      accepted: schema({ type: 'object', properties: { a: { [keyword]: [{ type: 'string' }] } } }),
      path: `toolConfig.tools[0].toolSpec.inputSchema.json.${keyword}`,
      message:
        'The model returned the following errors: tools.0.custom.input_schema: input_schema does not support oneOf, allOf, or anyOf at the top level',
    }),
  ),
  {
    rule: 'tool-schema-definitions',
    operation: 'Converse',
    modelId: nova,
    refused: schema({
      type: 'object',
      properties: { city: { $ref: '#/definitions/City' } },
      definitions: { City: { type: 'string' } },
    }),
    // What else stands at the root, Nova passes over; further down anything may stand.
    accepted: schema({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Weather',
      type: 'object',
      properties: { definitions: { $defs: { City: { type: 'string' } } } },
      required: ['definitions'],
      additionalProperties: false,
    }),
    path: 'toolConfig.tools[0].toolSpec.inputSchema.json.definitions',
    message:
      'The model returned the following errors: Malformed input request: #/toolConfig/tools/0/toolSpec/inputSchema/json: extraneous key [definitions] is not permitted, please reformat your input and try again.',
  },
  {
    rule: 'tool-schema-definitions',
    operation: 'ConverseStream',
    modelId: 'us.amazon.nova-2-lite-v1:0',
    acceptedModelId: claude,
    refused: schema({ type: 'object', $defs: {} }),
    accepted: schema({ type: 'object', $defs: {} }),
    path: 'toolConfig.tools[0].toolSpec.inputSchema.json.$defs',
    message:
      'The model returned the following errors: Malformed input request: #/toolConfig/tools/0/toolSpec/inputSchema/json: extraneous key [$defs] is not permitted, please reformat your input and try again.',
  },
  {
    rule: 'tool-schema-integers',
    operation: 'Converse',
    modelId: claude,
    refused: schema({
      type: 'object',
      properties: { n: { type: 'integer', maximum: 2 ** 63 } },
    }),
    accepted: schema({
      type: 'object',
      properties: { n: { type: 'integer', minimum: -(2 ** 63), maximum: 9_007_199_254_740_991 } },
    }),
    path: 'toolConfig.tools[0].toolSpec.inputSchema.json.properties.n.maximum',
    message: 'The model returned the following errors: tools.0.custom.input_schema: int too big to convert',
  },
  {
    rule: 'tool-schema-integers',
    operation: 'ConverseStream',
    modelId: claude,
    refused: schema({ type: 'object', properties: { n: { enum: [0, -(2 ** 64)] } } }),
    accepted: schema({ type: 'object', properties: { n: { enum: [0, -(2 ** 63)] } } }),
    path: 'toolConfig.tools[0].toolSpec.inputSchema.json.properties.n.enum[1]',
    message: 'The model returned the following errors: tools.0.custom.input_schema: int too big to convert',
  },
  {
    rule: 'tool-schema-property-names',
    operation: 'Converse',
    modelId: claude,
    refused: schema({ type: 'object', properties: { city: {}, 'filter[name]': {}, $top: {} } }),
    accepted: schema({
      type: 'object',
      properties: { 'filter.name_-1': { type: 'object', properties: { 'filter[name]': {} } } },
    }),
    path: 'toolConfig.tools[0].toolSpec.inputSchema.json.properties["filter[name]"]',
    message:
      "The model returned the following errors: tools.0.custom.input_schema.properties: Property keys should match pattern '^[a-zA-Z0-9_.-]{1,64}$'",
  },
  {
    rule: 'tool-schema-property-names',
    operation: 'ConverseStream',
    modelId: claude,
    refused: schema({ type: 'object', properties: { ['a'.repeat(65)]: {} } }),
    accepted: schema({ type: 'object', properties: { ['a'.repeat(64)]: {} } }),
    path: `toolConfig.tools[0].toolSpec.inputSchema.json.properties["${'a'.repeat(65)}"]`,
    message:
      "The model returned the following errors: tools.0.custom.input_schema.properties: Property keys should match pattern '^[a-zA-Z0-9_.-]{1,64}$'",
  },
  {
    // Other models take any name.
    rule: 'tool-schema-property-names',
    operation: 'Converse',
    modelId: claude,
    acceptedModelId: nova,
    refused: schema({ type: 'object', properties: { $top: {} } }),
    accepted: schema({ type: 'object', properties: { $top: {} } }),
    path: 'toolConfig.tools[0].toolSpec.inputSchema.json.properties["$top"]',
    message:
      "The model returned the following errors: tools.0.custom.input_schema.properties: Property keys should match pattern '^[a-zA-Z0-9_.-]{1,64}$'",
  },
  {
    // A tuple as drafts before 2020 write it; what is only called so is none.
    rule: 'tool-schema-draft',
    operation: 'Converse',
    modelId: claude,
    refused: schema({
      type: 'object',
      properties: { way: { type: 'array', items: { items: [{ type: 'number' }, { type: 'number' }] } } },
    }),
    accepted: schema({
      type: 'object',
      properties: { items: { prefixItems: [{ type: 'number' }], default: { items: [1] } } },
    }),
    path: 'toolConfig.tools[0].toolSpec.inputSchema.json.properties.way.items.items',
    message: ofAnEarlierDraft,
  },
  {
    rule: 'tool-schema-draft',
    operation: 'ConverseStream',
    modelId: claude,
    refused: schema({
      type: 'object',
      $defs: { Ttl: { anyOf: [{ type: 'null' }, { minimum: 0, exclusiveMinimum: true }] } },
    }),
    accepted: schema({ type: 'object', $defs: { Ttl: { anyOf: [{ exclusiveMinimum: 0 }] } } }),
    path: 'toolConfig.tools[0].toolSpec.inputSchema.json.$defs.Ttl.anyOf[1].exclusiveMinimum',
    message: ofAnEarlierDraft,
  },
  ...holders.map(
    ([keyword, value, place]): RuleCase => ({
      rule: 'tool-schema-draft',
      operation: 'Converse',
      modelId: claude,
      refused: schema({ type: 'object', properties: { n: { [keyword]: value } } }),
      accepted: schema({
        type: 'object',
        properties: {
          n: { [`x-${keyword}`]: value, [`${keyword}s`]: value, default: { [keyword]: old } },
        },
      }),
      path: `toolConfig.tools[0].toolSpec.inputSchema.json.properties.n.${keyword}${place}.exclusiveMinimum`,
      message: ofAnEarlierDraft,
    }),
  ),
  {
    // Nothing is known of other models.
    rule: 'tool-schema-draft',
    operation: 'Converse',
    modelId: claude,
    acceptedModelId: nova,
    refused: schema({ type: 'object', properties: { n: { exclusiveMaximum: false } } }),
    accepted: schema({ type: 'object', properties: { n: { exclusiveMaximum: false } } }),
    path: 'toolConfig.tools[0].toolSpec.inputSchema.json.properties.n.exclusiveMaximum',
    message: ofAnEarlierDraft,
  },
];
