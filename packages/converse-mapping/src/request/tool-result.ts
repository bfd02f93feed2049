// The result of a tool call, in the contents that the model takes. What it refuses inside a result stands behind it in the same turn.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultBlock.html

import type { JSONObject, LanguageModelV4ToolResultPart } from '@ai-sdk/provider';
import type { ContentBlock, ToolResultBlock, ToolResultContentBlock } from '@bedrock-kit/protocol';
import { type ReadPartOptions, readPartOptions } from '../options.ts';
import { isRecord } from '../record.ts';
import type { Conversation } from './conversation.ts';
import { fileBlock } from './files.ts';
import { unknownPart } from './unknown-part.ts';
import { searchResultOf } from './user-content.ts';

/** A result without a word is refused as blank; this says what it means. */
const NO_OUTPUT = '(no output)';

interface Converted {
  readonly content: ToolResultContentBlock[];
  /** Blocks that the model takes only beside the result. */
  readonly beside: ContentBlock[];
}

type Output = LanguageModelV4ToolResultPart['output'];

export function addToolResult(
  part: LanguageModelV4ToolResultPart,
  options: ReadPartOptions,
  place: string,
  conversation: Conversation,
): void {
  const { output } = part;
  const { content, beside } = convert(output, `${place}.output`, conversation);
  const { id: toolUseId, kind } = conversation.toolIds.result(part.toolCallId);
  if (kind === 'repeated') {
    conversation.warnings.repair(
      'tool results',
      `${place} is a second result of the same call and is left out.`,
    );
    return;
  }
  if (kind === 'orphan') {
    conversation.warnings.repair(
      'tool results',
      `${place} answers a call that is not in the conversation, so it is sent as text.`,
    );
    beside.unshift({ text: `Result of the tool ${part.toolName}: ${plainText(content)}` });
  } else {
    const failed = FAILURES.includes(output.type);
    const toolResult = failed ? failedResult(toolUseId, content, conversation) : { toolUseId, content };
    beside.unshift({ toolResult });
  }
  for (const block of beside) conversation.add('user', block, place);
  const given = 'providerOptions' in output ? output.providerOptions : undefined;
  const onOutput = readPartOptions(given, `${place}.output`, conversation.warnings);
  conversation.addCachePoint('user', options.cachePoint ?? onOutput.cachePoint, place);
}

/** With the status where the model takes it, in words where it does not. */
export function failedResult(
  toolUseId: string,
  content: ToolResultContentBlock[],
  { toolUse }: Conversation,
): ToolResultBlock {
  return toolUse?.errorStatus === true
    ? { toolUseId, content, status: 'error' }
    : { toolUseId, content: [{ text: `Error: ${plainText(content)}` }] };
}

const FAILURES: readonly Output['type'][] = ['error-text', 'error-json', 'execution-denied'];

function convert(output: Output, place: string, conversation: Conversation): Converted {
  switch (output.type) {
    case 'text':
    case 'error-text':
      return { content: [{ text: output.value.trim() === '' ? NO_OUTPUT : output.value }], beside: [] };
    case 'json':
    case 'error-json':
      return { content: [jsonContent(output.value, conversation)], beside: [] };
    case 'execution-denied':
      return { content: [{ text: output.reason?.trim() || 'Tool call execution denied.' }], beside: [] };
    case 'content':
      return contents(output.value, place, conversation);
    default:
      throw unknownPart(output, 'tool result output', place);
  }
}

/** Only an object is taken as JSON: other values are refused ("Provide a json object for the field"). */
function jsonContent(value: unknown, { toolUse }: Conversation): ToolResultContentBlock {
  // A tool's output is JSON by the AI SDK's contract.
  if (toolUse?.results.json !== false && isRecord(value)) return { json: value as JSONObject };
  return { text: value === undefined ? NO_OUTPUT : JSON.stringify(value) };
}

function contents(
  items: Extract<Output, { type: 'content' }>['value'],
  place: string,
  conversation: Conversation,
): Converted {
  const content: ToolResultContentBlock[] = [];
  const beside: ContentBlock[] = [];
  items.forEach((item, index) => {
    const at = `${place}.value[${index}]`;
    const options = readPartOptions(item.providerOptions, at, conversation.warnings);
    if (item.type === 'text') {
      if (item.text.trim() !== '') {
        content.push(searchResultOf(item.text, options, conversation) ?? { text: item.text });
      }
    } else if (item.type === 'file') {
      const block = fileBlock(item, options, at, conversation);
      if (block === undefined) return;
      if (takes(block, conversation)) content.push(block);
      else beside.push(block);
    } else {
      conversation.warnings.unsupported('custom tool result content', `${at} is left out.`);
    }
  });
  if (content.length === 0) content.push({ text: beside.length === 0 ? NO_OUTPUT : 'The files follow.' });
  return { content, beside };
}

type FileInResult = Extract<
  ToolResultContentBlock,
  { image: unknown } | { document: unknown } | { video: unknown }
>;

/** Converse has no audio in a result for any model; the rest is the model's own rule. */
function takes(block: ContentBlock, { toolUse }: Conversation): block is FileInResult {
  if ('audio' in block) return false;
  return (['image', 'video', 'document'] as const).every(
    (kind) => !(kind in block) || toolUse?.results[kind] !== false,
  );
}

export function plainText(content: readonly ToolResultContentBlock[]): string {
  return content
    .map((block) => {
      if ('text' in block) return block.text;
      return 'json' in block ? JSON.stringify(block.json) : '';
    })
    .filter((text) => text !== '')
    .join('\n');
}
