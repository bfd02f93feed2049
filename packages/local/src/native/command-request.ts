/**
 * A body of Cohere Command R as a conversation. The last message has a member of its own beside the history, and results of tools stand
 * beside their calls.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere-command-r-plus.html
 * Refusals: https://github.com/promptfoo/promptfoo/issues/914, https://github.com/langchain-ai/langchain-aws/issues/43
 */
import type { ContentBlock, ConverseRequest, JsonObject, Message, Tool } from '@bedrock-kit/protocol';
import { stableId } from '../digest.ts';
import {
  choice,
  objectIn,
  objects,
  optionalIntegerIn,
  optionalNumberIn,
  optionalObject,
  optionalText,
  text,
  texts,
} from './json-fields.ts';
import type { ReadContext } from './native-body.ts';
import { checkKeys } from './schema-check.ts';

/** All members that a body may have. Some, such as `documents`, are taken and not used. */
const members = [
  'chat_history',
  'documents',
  'frequency_penalty',
  'k',
  'max_tokens',
  'message',
  'p',
  'preamble',
  'presence_penalty',
  'prompt_truncation',
  'raw_prompting',
  'return_prompt',
  'search_queries_only',
  'seed',
  'stop_sequences',
  'temperature',
  'tool_results',
  'tools',
];

/** @throws {ServiceError} `ValidationException` */
export function readCommandR(
  body: JsonObject,
  modelId: string,
  { models, rules }: ReadContext,
): ConverseRequest {
  checkKeys(body, '', { required: ['message'], known: rules === 'aws' ? members : undefined });
  const message = text(body, 'message', '');
  const preamble = optionalText(body, 'preamble', '');
  const tools = objects(body, 'tools', '').map((tool, index) => toolOf(tool, `/tools/${index}`));
  const said: Message[] = message === '' ? [] : [{ role: 'user', content: [{ text: message }] }];
  const { maxOutputTokens: longest } = models.capabilities(modelId);
  optionalNumberIn(body, 'k', '', [0, 500]);
  return {
    modelId,
    ...(preamble !== undefined && preamble !== '' && { system: [{ text: preamble }] }),
    messages: [...historyOf(body), ...said, ...resultsOf(body)],
    inferenceConfig: {
      maxTokens: optionalIntegerIn(body, 'max_tokens', '', [1, longest === 'unknown' ? Infinity : longest]),
      temperature: optionalNumberIn(body, 'temperature', '', [0, 1]),
      topP: optionalNumberIn(body, 'p', '', [0.01, 0.99]),
      stopSequences: texts(body, 'stop_sequences', ''),
    },
    ...(tools.length > 0 && { toolConfig: { tools } }),
  };
}

function historyOf(body: JsonObject): Message[] {
  return objects(body, 'chat_history', '').map((turn, index) => {
    const place = `/chat_history/${index}`;
    const role = choice(turn, 'role', place, ['USER', 'CHATBOT']) === 'USER' ? 'user' : 'assistant';
    return { role, content: [{ text: text(turn, 'message', place) }] };
  });
}

function resultsOf(body: JsonObject): Message[] {
  const calls: ContentBlock[] = [];
  const results: ContentBlock[] = [];
  for (const [index, result] of objects(body, 'tool_results', '').entries()) {
    const place = `/tool_results/${index}`;
    const call = objectIn(result, 'call', place);
    const toolUseId = `tooluse_${stableId(`${index}${JSON.stringify(call)}`, 22)}`;
    const input = optionalObject(call, 'parameters', `${place}/call`) ?? {};
    calls.push({ toolUse: { toolUseId, name: text(call, 'name', `${place}/call`), input } });
    const content = objects(result, 'outputs', place).map((json) => ({ json }));
    results.push({ toolResult: { toolUseId, content } });
  }
  if (calls.length === 0) return [];
  return [
    { role: 'assistant', content: calls },
    { role: 'user', content: results },
  ];
}

/** Types go by their names in Python: https://docs.cohere.com/v1/docs/parameter-types-in-tool-use */
const types: Readonly<Partial<Record<string, string>>> = {
  str: 'string',
  int: 'integer',
  float: 'number',
  bool: 'boolean',
  list: 'array',
  dict: 'object',
};

function toolOf(tool: JsonObject, place: string): Tool {
  const definitions = optionalObject(tool, 'parameter_definitions', place) ?? {};
  const at = `${place}/parameter_definitions`;
  const properties = Object.keys(definitions).map((name) => {
    const { required, ...definition } = objectIn(definitions, name, at);
    const type = text(definition, 'type', `${at}/${name}`);
    return { name, required: required === true, schema: { ...definition, type: types[type] ?? type } };
  });
  const toolSpec = {
    name: text(tool, 'name', place),
    description: optionalText(tool, 'description', place),
    inputSchema: {
      json: {
        type: 'object',
        properties: Object.fromEntries(properties.map(({ name, schema }) => [name, schema])),
        required: properties.flatMap(({ name, required }) => (required ? [name] : [])),
      },
    },
  };
  return { toolSpec };
}
