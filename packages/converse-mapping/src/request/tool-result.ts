// The result of a tool call, in the kinds of content that the model takes. What it refuses inside a result follows it in the same turn.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultBlock.html

import type { JSONObject, LanguageModelV4ToolResultPart } from '@ai-sdk/provider';
import type {
  CachePointBlock,
  ContentBlock,
  ToolResultBlock,
  ToolResultContentBlock,
} from '@bedrock-kit/protocol';
import { type ReadPartOptions, readPartOptions } from '../read-options.ts';
import { refusePromises } from '../promises.ts';
import { isRecord, recordOf } from '../record.ts';
import { repaired, unsupported } from '../warnings.ts';
import type { Conversation } from './conversation.ts';
import { fileBlock } from './files.ts';
import { guarded } from './guard-content.ts';
import { eachPart, present, textAt } from './parts.ts';
import { unknownPart } from './unknown-part.ts';
import { textBlock } from './user-content.ts';
import { wellFormed, wellFormedJson } from './well-formed.ts';

/** Sent for an empty result. Some models take a blank one, see the rule `text-blank`; of most nobody says so. */
const NO_OUTPUT = '(no output)';

type Output = LanguageModelV4ToolResultPart['output'];
type ResultPart = Extract<Output, { type: 'content' }>['value'][number];

export function addToolResult(
  { output, toolCallId, toolName }: LanguageModelV4ToolResultPart,
  options: ReadPartOptions,
  place: string,
  conversation: Conversation,
): void {
  /** Blocks that the model takes only beside the result, the last one perhaps a cache point. */
  const beside: ContentBlock[] = [];
  // Before the AI SDK 5 the member was called `result`.
  const content = contentOf(present(output, `${place}.output`), `${place}.output`, beside, conversation);
  const result = conversation.toolIds.result(toolCallId);
  if (result?.repeated) {
    repaired(conversation, 'tool results', `${place} is a second result of the same call and is left out.`);
    return;
  }
  if (!result) {
    repaired(
      conversation,
      'tool results',
      `${place} answers a call that is not in the conversation, so it is sent as text.`,
    );
  }
  const failed = FAILURES.includes(output.type);
  const blocks = result
    ? [{ toolResult: resultBlock(result.id, content, failed, conversation) }]
    : resultAsText(toolName, content);
  const marked = blocks.map((block) => guarded(block, options, place, conversation));
  for (const block of [...marked, ...beside]) conversation.add('user', block, place);
  const onOutput = readPartOptions(output, `${place}.output`, conversation);
  conversation.addCachePoint('user', options.cachePoint ?? onOutput.cachePoint, place);
}

/** A failure has the status where the model takes it, and is told in words where it does not. */
export function resultBlock(
  toolUseId: string,
  content: ToolResultContentBlock[],
  failed: boolean,
  { toolUse }: Conversation,
): ToolResultBlock {
  if (!failed) return { toolUseId, content };
  return toolUse?.errorStatus === true
    ? { toolUseId, content, status: 'error' }
    : { toolUseId, content: [{ text: `Error: ${plainText(content)}` }] };
}

const FAILURES: readonly Output['type'][] = ['error-text', 'error-json', 'execution-denied'];

function contentOf(
  output: Output,
  place: string,
  beside: ContentBlock[],
  conversation: Conversation,
): ToolResultContentBlock[] {
  switch (output.type) {
    case 'text':
    case 'error-text':
      textAt(`${place}.value`, output.value);
      return [{ text: output.value.trim() === '' ? NO_OUTPUT : wellFormed(output.value, conversation) }];
    case 'json':
    case 'error-json':
      return [jsonBlock(output.value, `${place}.value`, conversation)];
    case 'execution-denied':
      return [{ text: wellFormed(output.reason?.trim() || 'Tool call execution denied.', conversation) }];
    case 'content':
      return partBlocks(output.value, `${place}.value`, beside, conversation);
    default:
      throw unknownPart(output, 'tool result output', place);
  }
}

/** As JSON where the model takes that and reads it right, else as its text. */
function jsonBlock(given: unknown, path: string, conversation: Conversation): ToolResultContentBlock {
  const json = JSON.stringify(given) as string | undefined;
  if (json === undefined) return { text: NO_OUTPUT };
  refusePromises(given, path, json);
  const { capabilities, toolUse } = conversation;
  const value = wellFormedJson(given, json, conversation);
  // Nova accepts JSON, and then makes up what it says: https://github.com/strands-agents/harness-sdk/pull/1985
  const takesJson = toolUse?.results.json !== false && capabilities.vendor !== 'amazon';
  // Only an object is taken as JSON: other values are refused ("Provide a json object for the field"). What has a `toJSON`, such as a
  // date, may turn into one of those. A key `__type` further in, as in the schema of a GraphQL service, is refused in the same words:
  // https://github.com/maximhq/bifrost/issues/5762
  const isTypedWithin =
    json.includes(TYPE_KEY) && JSON.stringify(Object.values(recordOf(value))).includes(TYPE_KEY);
  const isTaken = isRecord(value) && !('toJSON' in value) && !isTypedWithin;
  return takesJson && isTaken ? { json: value as JSONObject } : { text: JSON.stringify(value) };
}

/** The blocks of the parts; those that the model refuses inside a result go to `beside`. */
function partBlocks(
  parts: readonly ResultPart[],
  path: string,
  beside: ContentBlock[],
  conversation: Conversation,
): ToolResultContentBlock[] {
  const content: ToolResultContentBlock[] = [];
  let point: CachePointBlock | undefined;
  eachPart(parts, path, conversation, (part, options, place) => {
    point = options.cachePoint ?? point;
    const block = partBlock(part, options, place, conversation);
    if (!block) return;
    if (part.type === 'file' && isRefusedInside(block, conversation)) beside.push(block);
    // No audio: the line above has sent that elsewhere.
    else content.push(block as ToolResultContentBlock);
  });
  if (content.length === 0) content.push({ text: beside.length === 0 ? NO_OUTPUT : 'The files follow.' });
  // Content of a result has no member for one: https://github.com/maximhq/bifrost/issues/7614
  if (point) beside.push({ cachePoint: point });
  return content;
}

function partBlock(
  part: ResultPart,
  options: ReadPartOptions,
  place: string,
  conversation: Conversation,
): ContentBlock | undefined {
  switch (part.type) {
    case 'text':
      return textBlock(part.text, options, conversation);
    case 'file':
      return fileBlock(part, options, place, conversation);
    case 'custom':
      unsupported(conversation, 'custom tool result content', `${place} is left out.`);
      return undefined;
    default:
      throw unknownPart(part, 'tool result content', place);
  }
}

/** Whether a file must stand beside the result: a kind or a format that the model does not take there, audio for any model, one that is cited. */
function isRefusedInside(file: ContentBlock, { toolUse }: Conversation): boolean {
  const takes: { readonly [kind: string]: unknown } = { ...toolUse?.results, audio: false };
  return Object.entries(file).some(([kind, { citations, format }]) => {
    const taken = takes[kind];
    // "Citations are not supported in tool result documents."
    return citations || (Array.isArray(taken) ? !taken.includes(format) : taken === false);
  });
}

/** Within a string its quotes would be escaped. */
const TYPE_KEY = '"__type":';

function plainText(content: readonly ToolResultContentBlock[]): string {
  return content
    .map((block) => {
      if ('text' in block) return block.text;
      return 'json' in block ? JSON.stringify(block.json) : '';
    })
    .filter(Boolean)
    .join('\n');
}

/** A result in words, and the parts of it that text cannot express; a message takes them as well. */
export function resultAsText(name: string, content: readonly ToolResultContentBlock[]): ContentBlock[] {
  return [
    { text: `Result of the tool ${name}: ${plainText(content)}` },
    ...content.flatMap((block) => ('text' in block || 'json' in block ? [] : block)),
  ];
}
