// Cases of the rules about tools, tool uses and tool results.
import type { RuleCase } from '../rule-cases.ts';
import {
  assistant,
  call,
  claude,
  document,
  hello,
  image,
  mistral7b,
  newestClaude,
  nova,
  result,
  tool,
  tools,
  user,
  weather,
} from './blocks.ts';

const asked = assistant(call('a'));
const conversation = { messages: [hello, asked, user(result('a'))], toolConfig: weather };
const schema = (json: unknown): { messages: object[]; toolConfig: object } => ({
  messages: [hello],
  toolConfig: tools(tool('weather', { inputSchema: { json } })),
});
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
const served = { toolUse: { toolUseId: 's', name: 'nova_grounding', input: {}, type: 'server_tool_use' } };

export const toolCases: readonly RuleCase[] = [
  {
    rule: 'tool-use-supported',
    operation: 'Converse',
    modelId: mistral7b,
    refused: { messages: [hello], toolConfig: weather },
    accepted: { messages: [hello] },
    path: 'toolConfig',
    message: "This model doesn't support tool use.",
  },
  {
    rule: 'tool-use-supported',
    operation: 'Converse',
    modelId: 'google.gemma-3-27b-it',
    refused: { messages: [hello, asked, user(result('a'))], toolConfig: weather },
    accepted: { messages: [hello], toolConfig: weather },
    path: 'messages[2].content[0].toolResult',
    message:
      'The model returned the following errors: Conversation roles must alternate user/assistant/user/assistant/...',
  },
  {
    rule: 'tool-use-streaming',
    operation: 'ConverseStream',
    modelId: 'us.meta.llama3-3-70b-instruct-v1:0',
    refused: { messages: [hello], toolConfig: weather },
    accepted: { messages: [hello] },
    path: 'toolConfig',
    message: "This model doesn't support tool use in streaming mode.",
  },
  {
    rule: 'tool-config-missing',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello, asked, user(result('a'))] },
    accepted: conversation,
    path: 'toolConfig',
    message: 'The toolConfig field must be defined when using toolUse and toolResult content blocks.',
  },
  {
    rule: 'tool-name-unique',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello], toolConfig: tools(tool('weather'), tool('weather')) },
    accepted: { messages: [hello], toolConfig: tools(tool('weather'), tool('Weather')) },
    path: 'toolConfig.tools[1].toolSpec.name',
    message: 'The tool weather is already defined at toolConfig.tools.1.',
  },
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
    rule: 'tool-schema-root-union',
    operation: 'Converse',
    modelId: claude,
    refused: schema({ type: 'object', oneOf: [{ required: ['a'] }] }),
    accepted: schema({ type: 'object', properties: { a: { oneOf: [{ type: 'string' }] } } }),
    path: 'toolConfig.tools[0].toolSpec.inputSchema.json.oneOf',
    message:
      'The model returned the following errors: tools.0.custom.input_schema: input_schema does not support oneOf, allOf, or anyOf at the top level',
  },
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
      properties: { n: { type: 'integer', maximum: 9_007_199_254_740_991 } },
    }),
    accepted: schema({ type: 'object', properties: { n: { type: 'integer', maximum: 2_147_483_647 } } }),
    path: 'toolConfig.tools[0].toolSpec.inputSchema.json.properties.n.maximum',
    message: 'The model returned the following errors: input_schema: int too big to convert',
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
    refused: answering('{"type":"object","properties":{"a":{"type":"object"}},"additionalProperties":false}'),
    accepted: answering(
      '{"type":"object","properties":{"a":{"type":"string"}},"additionalProperties":false}',
    ),
    path: 'outputConfig.textFormat.structure.jsonSchema.schema',
    message:
      "The model returned the following errors: output_config.format.schema: For 'object' type, 'additionalProperties' must be explicitly set to false",
  },
  {
    rule: 'tool-choice-supported',
    operation: 'Converse',
    modelId: 'us.meta.llama3-3-70b-instruct-v1:0',
    refused: { messages: [hello], toolConfig: { ...weather, toolChoice: { any: {} } } },
    accepted: { messages: [hello], toolConfig: { ...weather, toolChoice: { auto: {} } } },
    path: 'toolConfig.toolChoice.any',
    message:
      "This model doesn't support the toolConfig.toolChoice.any field. Remove toolConfig.toolChoice.any and try again.",
  },
  {
    rule: 'tool-choice-supported',
    operation: 'Converse',
    modelId: newestClaude,
    refused: { messages: [hello], toolConfig: { ...weather, toolChoice: { tool: { name: 'weather' } } } },
    accepted: { messages: [hello], toolConfig: { ...weather, toolChoice: { auto: {} } } },
    path: 'toolConfig.toolChoice.tool',
    message:
      'The model returned the following errors: tool_choice: type "tool" and "any" are not supported for this model.',
  },
  {
    rule: 'tool-choice-known',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello], toolConfig: { ...weather, toolChoice: { tool: { name: 'time' } } } },
    accepted: { messages: [hello], toolConfig: { ...weather, toolChoice: { tool: { name: 'weather' } } } },
    path: 'toolConfig.toolChoice.tool.name',
    message: "The model returned the following errors: Tool 'time' not found in provided tools",
  },
  {
    rule: 'tool-turns',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [user({ text: 'Hello' }, call('a'))], toolConfig: weather },
    accepted: conversation,
    path: 'messages[0].content[1].toolUse',
    message:
      'The toolUse block at messages.0.content.1.toolUse is allowed in messages with the role assistant only.',
  },
  {
    rule: 'tool-turns',
    operation: 'Converse',
    modelId: nova,
    refused: {
      messages: [hello, assistant({ text: 'Hi' }, result('s')), hello],
      toolConfig: tools({ systemTool: { name: 'nova_grounding' } }),
    },
    accepted: {
      messages: [hello, assistant(served, result('s')), hello],
      toolConfig: tools({ systemTool: { name: 'nova_grounding' } }),
    },
    path: 'messages[1].content[1].toolResult',
    message:
      'The toolResult block at messages.1.content.1.toolResult is allowed in messages with the role user only.',
  },
  {
    rule: 'tool-turns-mixed',
    operation: 'Converse',
    modelId: 'us.meta.llama3-2-90b-instruct-v1:0',
    refused: {
      messages: [hello, assistant({ text: 'Hm' }, call('a')), user(result('a'))],
      toolConfig: weather,
    },
    accepted: {
      messages: [hello, assistant(call('a'), call('b')), user(result('a'), result('b'))],
      toolConfig: weather,
    },
    path: 'messages[1].content',
    message:
      'messages.1.content: Conversation blocks and tool use blocks cannot be provided in the same turn.',
  },
  {
    rule: 'tool-turns-mixed',
    operation: 'Converse',
    modelId: 'mistral.mistral-large-2402-v1:0',
    refused: {
      messages: [hello, assistant(call('aaaaaaaaa')), user(result('aaaaaaaaa'), { text: 'And?' })],
      toolConfig: weather,
    },
    accepted: {
      messages: [hello, assistant(call('aaaaaaaaa')), user(result('aaaaaaaaa'))],
      toolConfig: weather,
    },
    path: 'messages[2].content',
    message:
      'messages.2.content: Conversation blocks and tool result blocks cannot be provided in the same turn.',
  },
  {
    rule: 'document-beside-result',
    operation: 'Converse',
    modelId: claude,
    refused: {
      messages: [
        hello,
        assistant(call('a'), call('b')),
        user(result('a'), result('b'), { text: 'And?' }, document('d', 8, 'txt')),
      ],
      toolConfig: weather,
    },
    accepted: {
      messages: [
        hello,
        assistant(call('a'), call('b')),
        user(result('a', document('c', 8, 'txt')), result('b'), { text: 'And?' }, document('d')),
      ],
      toolConfig: weather,
    },
    path: 'messages[2].content[3].document',
    message:
      'The model returned the following errors: messages.2: `tool_use` ids were found without `tool_result` blocks immediately after: a, b. Each `tool_use` block must have a corresponding `tool_result` block in the next message.',
  },
  {
    rule: 'tool-turns-mixed',
    operation: 'Converse',
    modelId: 'us.meta.llama4-maverick-17b-instruct-v1:0',
    refused: {
      messages: [hello, assistant(call('a')), user(result('a')), hello],
      toolConfig: weather,
    },
    accepted: {
      messages: [hello, hello, assistant(call('a')), user(result('a'))],
      toolConfig: weather,
    },
    path: 'messages[2].content',
    message:
      'messages.2.content: Conversation blocks and tool result blocks cannot be provided in the same turn.',
  },
  {
    // The message that AWS names is the one that answers the calls.
    rule: 'tool-use-id-unique',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello, assistant(call('a'), call('a')), user(result('a'))], toolConfig: weather },
    accepted: {
      messages: [hello, assistant(call('a'), call('b')), user(result('b'), result('a'))],
      toolConfig: weather,
    },
    path: 'messages[1].content[1].toolUse.toolUseId',
    message: 'The toolUse blocks at messages.2.content contain duplicate Ids: a',
  },
  {
    rule: 'tool-result-id-unique',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello, asked, user(result('a'), result('a'))], toolConfig: weather },
    accepted: conversation,
    path: 'messages[2].content[1].toolResult.toolUseId',
    message: 'The toolResult blocks at messages.2.content contain duplicate Ids: a',
  },
  {
    rule: 'tool-use-id-form',
    operation: 'Converse',
    modelId: claude,
    refused: { messages: [hello, assistant(call('a:1')), user(result('a:1'))], toolConfig: weather },
    accepted: conversation,
    path: 'messages[1].content[0].toolUse.toolUseId',
    message:
      "The model returned the following errors: messages.1.content.0.tool_use.id: String should match pattern '^[a-zA-Z0-9_-]+$'",
  },
  {
    rule: 'tool-use-id-form',
    operation: 'Converse',
    modelId: 'us.mistral.pixtral-large-2502-v1:0',
    refused: conversation,
    accepted: {
      messages: [
        hello,
        assistant(call('abcdefgh9'), call('tooluse_0123456789abcdefABCDEF')),
        user(result('abcdefgh9'), result('tooluse_0123456789abcdefABCDEF')),
      ],
      toolConfig: weather,
    },
    path: 'messages[1].content[0].toolUse.toolUseId',
    message:
      'The model returned the following errors: Tool call id was a but must be a-z, A-Z, 0-9, with a length of 9.',
  },
  {
    rule: 'tool-use-id-form',
    operation: 'Converse',
    modelId: 'mistral.ministral-3-14b-instruct',
    refused: {
      messages: [
        hello,
        assistant(call('tooluse_0123456789abcdefABCDEF')),
        user(result('tooluse_0123456789abcdefABCDEF')),
      ],
      toolConfig: weather,
    },
    accepted: {
      messages: [hello, assistant(call('abcdefgh9')), user(result('abcdefgh9'))],
      toolConfig: weather,
    },
    path: 'messages[1].content[0].toolUse.toolUseId',
    message:
      'The model returned the following errors: Tool call id was tooluse_0123456789abcdefABCDEF but must be a-z, A-Z, 0-9, with a length of 9.',
  },
  {
    rule: 'tool-result-count',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello, asked, user(result('a'), result('b'))], toolConfig: weather },
    accepted: conversation,
    path: 'messages[2].content',
    message:
      'The number of toolResult blocks at messages.2.content exceeds the number of toolUse blocks of previous turn.',
  },
  {
    rule: 'tool-result-missing',
    operation: 'Converse',
    modelId: nova,
    refused: {
      messages: [hello, assistant(call('a'), call('b'), call('c')), user(result('b'))],
      toolConfig: weather,
    },
    accepted: {
      messages: [hello, assistant(call('a'), call('b')), user({ text: 'Here:' }, result('b'), result('a'))],
      toolConfig: weather,
    },
    path: 'messages[2].content',
    message: 'Expected toolResult blocks at messages.2.content for the following Ids: a, c',
  },
  {
    rule: 'tool-input-object',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello, assistant(call('a', 'Paris')), user(result('a'))], toolConfig: weather },
    accepted: {
      messages: [hello, assistant(call('a', { city: 'Paris' })), user(result('a'))],
      toolConfig: weather,
    },
    path: 'messages[1].content[0].toolUse.input',
    message:
      'The format of the value at messages.1.content.0.toolUse.input is invalid. Provide a json object for the field and try again.',
  },
  {
    rule: 'tool-result-json-object',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello, asked, user(result('a', { json: [1] }))], toolConfig: weather },
    accepted: { messages: [hello, asked, user(result('a', { json: { list: [1] } }))], toolConfig: weather },
    path: 'messages[2].content[0].toolResult.content[0].json',
    message:
      'The format of the value at messages.2.content.0.toolResult.content.0.json is invalid. Provide a json object for the field and try again.',
  },
  {
    // A tool may answer nothing:
    // https://github.com/pydantic/pydantic-ai/blob/main/tests/models/cassettes/test_multimodal_tool_returns/test_empty_tool_return.yaml
    rule: 'text-blank',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello, asked, user(result('a'), { text: '' })], toolConfig: weather },
    accepted: { messages: [hello, asked, user(result('a', { text: '' }))], toolConfig: weather },
    path: 'messages[2].content[1].text',
    message:
      'The text field in the ContentBlock object at messages.2.content.1 is blank. Add text to the text field, and try again.',
  },
  {
    rule: 'tool-result-kind',
    operation: 'Converse',
    modelId: 'us.openai.gpt-6-luna',
    refused: { messages: [hello, asked, user(result('a', image()))], toolConfig: weather },
    accepted: { messages: [hello, asked, user(result('a'), image())], toolConfig: weather },
    path: 'messages[2].content[0].toolResult.content[0].image',
    message: "This model doesn't support the image field for user messages. Remove image and try again.",
  },
  {
    // https://github.com/pydantic/pydantic-ai/pull/6254
    rule: 'tool-result-kind',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello, asked, user(result('a', document('d')))], toolConfig: weather },
    accepted: { messages: [hello, asked, user(result('a', document('d', 8, 'csv')))], toolConfig: weather },
    path: 'messages[2].content[0].toolResult.content[0].document',
    message:
      "This model doesn't support the document field for user messages. Remove document and try again.",
  },
  {
    rule: 'tool-result-status',
    operation: 'Converse',
    modelId: 'us.writer.palmyra-x5-v1:0',
    refused: {
      messages: [
        hello,
        asked,
        user({ toolResult: { toolUseId: 'a', content: [{ text: 'boom' }], status: 'error' } }),
      ],
      toolConfig: weather,
    },
    accepted: conversation,
    path: 'messages[2].content[0].toolResult.status',
    message: "This model doesn't support the status field. Remove status and try again.",
  },
  {
    rule: 'tool-result-status',
    operation: 'Converse',
    modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
    refused: {
      messages: [hello, asked, user({ toolResult: { toolUseId: 'a', content: [], status: 'error' } })],
      toolConfig: weather,
    },
    // A result may hold nothing, or nothing but white space.
    accepted: {
      messages: [
        hello,
        asked,
        user({ toolResult: { toolUseId: 'a', content: [{ text: ' ' }], status: 'error' } }),
      ],
      toolConfig: weather,
    },
    path: 'messages[2].content[0].toolResult.content',
    message:
      'The content field at messages.2.content.0.toolResult cannot be empty when status value is error.',
  },
];
