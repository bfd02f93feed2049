// Cases of the rules about cache points.
import type { RuleCase } from '../rule-cases.ts';
import {
  answer,
  asked,
  assistant,
  call,
  claude,
  document,
  hello,
  hourPoint,
  image,
  mistral7b,
  nova,
  point,
  result,
  s3,
  tool,
  tools,
  user,
  weather,
} from './blocks.ts';

const text = { text: 'Hello' };
const system = [{ text: 'Be brief.' }];

const thought = { reasoningContent: { reasoningText: { text: 'Hm.', signature: 'c2ln' } } };

const notCached =
  'You invoked an unsupported model or your request did not allow prompt caching. See the documentation for more information.';

function extraneous(pointer: string): string {
  return `The model returned the following errors: Malformed input request: ${pointer}: extraneous key [cachePoint] is not permitted, please reformat your input and try again.`;
}

export const cachingCases: readonly RuleCase[] = [
  {
    rule: 'cache-point-first',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [user(point, text)] },
    accepted: { messages: [user(text, point)] },
    path: 'messages[0].content[0].cachePoint',
    message: 'There is nothing available to cache. Please remove the invalid cache point and try again.',
  },
  {
    rule: 'cache-point-after-reasoning',
    operation: 'Converse',
    modelId: claude,
    refused: { messages: [hello, assistant(thought, point, text), hello] },
    accepted: { messages: [hello, assistant(thought, text, point), hello] },
    path: 'messages[1].content[1].cachePoint',
    message:
      'Cache point cannot be inserted after reasoning block. Please remove the invalid cache point and try again.',
  },
  {
    rule: 'cache-point-supported',
    operation: 'Converse',
    modelId: mistral7b,
    refused: { messages: [user(text, point)] },
    accepted: { messages: [user(text)] },
    path: 'messages[0].content[1].cachePoint',
    message: notCached,
    code: 'AccessDeniedException',
  },
  {
    // It caches by itself alone.
    rule: 'cache-point-supported',
    operation: 'Converse',
    modelId: 'us.openai.gpt-6-luna',
    refused: { messages: [user(text, point)] },
    accepted: { messages: [user(text)] },
    path: 'messages[0].content[1].cachePoint',
    message: notCached,
    code: 'AccessDeniedException',
  },
  {
    rule: 'cache-point-place',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello], system: [...system, point], toolConfig: tools(tool('weather'), point) },
    accepted: { messages: [hello], system: [...system, point], toolConfig: tools(tool('weather')) },
    path: 'toolConfig.tools[1].cachePoint',
    message: extraneous('#/toolConfig/tools/0'),
  },
  {
    rule: 'cache-point-place',
    operation: 'Converse',
    modelId: nova,
    capabilities: { 'promptCaching.places': ['messages'] },
    refused: { messages: [hello], system: [...system, ...system, point] },
    accepted: { messages: [user(text, point)], system },
    path: 'system[2].cachePoint',
    message: extraneous('#/system/1'),
  },
  {
    rule: 'cache-point-place',
    operation: 'Converse',
    modelId: nova,
    capabilities: { 'promptCaching.places': ['system'] },
    refused: { messages: [hello, answer, user(text, point)] },
    accepted: { messages: [hello], system: [...system, point] },
    path: 'messages[2].content[1].cachePoint',
    message: extraneous('#/messages/2/content/0'),
  },
  {
    rule: 'cache-point-after-text',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [user(text, image(), point)] },
    accepted: { messages: [user(image(), text, point)] },
    path: 'messages[0].content[2].cachePoint',
    message: extraneous('#/messages/0/content/1'),
  },
  ...[document('d'), { video: { format: 'mp4', source: s3 } }].map(
    (block): RuleCase => ({
      rule: 'cache-point-after-text',
      operation: 'Converse',
      modelId: nova,
      refused: { messages: [user(text, block, point)] },
      accepted: { messages: [user(block, text, point)] },
      path: 'messages[0].content[2].cachePoint',
      message: extraneous('#/messages/0/content/1'),
    }),
  ),
  {
    rule: 'cache-point-after-text',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello, assistant(call('a'), point), user(result('a'))], toolConfig: weather },
    accepted: {
      messages: [hello, assistant(text, point, call('a')), user(result('a'))],
      toolConfig: weather,
    },
    path: 'messages[1].content[1].cachePoint',
    message: extraneous('#/messages/1/content/0'),
  },
  {
    rule: 'cache-point-after-text',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello, asked, user(result('a'), point)], toolConfig: weather },
    accepted: { messages: [hello, asked, user(result('a'), text, point)], toolConfig: weather },
    path: 'messages[2].content[1].cachePoint',
    message: extraneous('#/messages/2/content/0'),
  },
  {
    rule: 'cache-point-count',
    operation: 'Converse',
    modelId: claude,
    refused: {
      messages: [user(text, point, text, point, text, point)],
      system: [...system, point],
      toolConfig: tools(tool('weather'), point),
    },
    accepted: {
      messages: [user(text, point, text, point)],
      system: [...system, point],
      toolConfig: tools(tool('weather'), point),
    },
    path: 'messages[0].content[5].cachePoint',
    message:
      'The model returned the following errors: A maximum of 4 blocks with cache_control may be provided. Found 5.',
  },
  {
    rule: 'cache-point-ttl',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [user(text, hourPoint)] },
    accepted: { messages: [user(text, point)] },
    path: 'messages[0].content[1].cachePoint.ttl',
    message: 'Extended TTL prompt caching is only supported for Anthropic models',
  },
  {
    rule: 'cache-point-ttl',
    operation: 'Converse',
    modelId: 'us.anthropic.claude-3-7-sonnet-20250219-v1:0',
    capabilities: { 'lifecycle.status': 'active' },
    refused: { messages: [user(text, hourPoint)] },
    accepted: { messages: [user(text, point)] },
    path: 'messages[0].content[1].cachePoint.ttl',
    message: "This model doesn't support the cachePoint.ttl field. Remove cachePoint.ttl and try again.",
  },
  {
    rule: 'cache-point-ttl-order',
    operation: 'Converse',
    modelId: claude,
    refused: { messages: [user(text, hourPoint)], system: [...system, point] },
    accepted: { messages: [user(text, point)], system: [...system, hourPoint] },
    path: 'messages[0].content[1].cachePoint.ttl',
    message:
      "The model returned the following errors: messages.0.content.0.cache_control.ttl: a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block. Note that blocks are processed in the following order: `tools`, `system`, `messages`.",
  },
  {
    rule: 'cache-point-ttl-order',
    operation: 'Converse',
    modelId: claude,
    refused: {
      messages: [hello],
      toolConfig: tools(tool('a'), point, tool('b'), hourPoint),
    },
    accepted: {
      messages: [hello],
      toolConfig: tools(tool('a'), hourPoint, tool('b'), point),
    },
    path: 'toolConfig.tools[3].cachePoint.ttl',
    message:
      "The model returned the following errors: tools.1.cache_control.ttl: a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block. Note that blocks are processed in the following order: `tools`, `system`, `messages`.",
  },
  {
    rule: 'cache-point-after-document',
    operation: 'Converse',
    modelId: claude,
    refused: { messages: [user(text, document('d', 8, 'md'), point)] },
    accepted: { messages: [user(text, document('d'), point)] },
    path: 'messages[0].content[2].cachePoint',
    message: 'The model returned the following errors: messages.0.content.2.type: Field required',
  },
  {
    // Within the result of a tool the document is one of its own.
    rule: 'cache-point-after-document',
    operation: 'Converse',
    modelId: claude,
    refused: { messages: [user(document('d', 8, 'csv'), point, text)] },
    accepted: {
      messages: [hello, asked, user(result('a', document('d', 8, 'csv')), point)],
      toolConfig: weather,
    },
    path: 'messages[0].content[1].cachePoint',
    message: 'The model returned the following errors: messages.0.content.1.type: Field required',
  },
  {
    // A document of text for citations has no format.
    rule: 'cache-point-after-document',
    operation: 'Converse',
    modelId: claude,
    refused: { messages: [user(text, document('d', 8, 'txt'), point)] },
    accepted: {
      messages: [
        user(text, { document: { name: 'd', source: { text: 'x' }, citations: { enabled: true } } }, point),
      ],
    },
    path: 'messages[0].content[2].cachePoint',
    message: 'The model returned the following errors: messages.0.content.2.type: Field required',
  },
];
