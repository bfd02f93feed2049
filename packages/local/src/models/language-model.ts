/**
 * The built-in language model: deterministic, small, and honest about what it is. It works from the request alone.
 *
 * In this order: it calls a tool that fits, reports a tool's result, fills a JSON schema, follows a simple instruction
 * (`instructions.ts`), or else says what it received.
 */
import type {
  ContentBlock,
  ConverseRequest,
  Json,
  JsonObject,
  Message,
  StopReason,
  ToolResultBlock,
} from '@bedrock-kit/protocol';
import type { WholeAnswer } from './answer.ts';
import { followInstruction } from './instructions.ts';
import { describeBlock } from './received.ts';
import { schemaValue } from './schema-value.ts';
import { countTokens, splitTokens } from './tokens.ts';
import { chooseTools } from './tool-choice.ts';

/** Answers the request. The same request always gets the same answer. */
export async function answerAsLanguageModel(request: ConverseRequest): Promise<WholeAnswer> {
  const said = await compose(request);
  const bounded = bound(said, request);
  const inputTokens = await countInputTokens(request);
  const outputTokens = bounded.content.reduce((sum, block) => sum + outputTokensOf(block), 0);
  return {
    content: bounded.content,
    stopReason: bounded.stopReason,
    usage: { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens },
    additionalModelResponseFields: responseFields(request, bounded.stopSequence),
    performanceConfig: request.performanceConfig,
    serviceTier: request.serviceTier,
  };
}

async function compose(request: ConverseRequest): Promise<ContentBlock[]> {
  const last = lastUserMessage(request);
  const text = textOf(last);
  const results = last?.content.flatMap((block) => ('toolResult' in block ? [block.toolResult] : [])) ?? [];
  const choice = request.toolConfig?.toolChoice;
  const forced = choice !== undefined && !('auto' in choice);
  if (results.length === 0 || forced) {
    const calls = chooseTools(request, text === '' ? firstUserText(request) : text);
    if (calls.length > 0) return calls.map((toolUse) => ({ toolUse }));
  }
  const format = request.outputConfig?.textFormat;
  if (format !== undefined) {
    const schema = parseSchema(format.structure.jsonSchema.schema);
    return [{ text: JSON.stringify(schemaValue(schema, text === '' ? firstUserText(request) : text)) }];
  }
  if (results.length > 0) return [{ text: results.map((result) => reportResult(request, result)).join(' ') }];
  const answer = followInstruction(text) ?? (await report(request, last));
  return answer === '' ? [] : [{ text: answer }];
}

function lastUserMessage(request: ConverseRequest): Message | undefined {
  return request.messages?.filter((message) => message.role === 'user').at(-1);
}

function textOf(message: Message | undefined): string {
  const texts = message?.content.flatMap((block) => {
    if ('text' in block) return [block.text];
    return 'guardContent' in block && 'text' in block.guardContent ? [block.guardContent.text.text] : [];
  });
  return texts?.join('\n').trim() ?? '';
}

/** What the user asked before the tools answered. */
function firstUserText(request: ConverseRequest): string {
  return textOf(
    request.messages?.filter((message) => message.role === 'user' && textOf(message) !== '').at(-1),
  );
}

function parseSchema(schema: string): Json {
  try {
    // JSON.parse gives JSON.
    return JSON.parse(schema) as Json;
  } catch {
    // The rules refuse such a request; with the rules switched off any object will do.
    return {};
  }
}

function reportResult(request: ConverseRequest, result: ToolResultBlock): string {
  const name = toolName(request, result.toolUseId);
  const parts = result.content.map((part) => {
    if ('text' in part) return part.text;
    if ('json' in part) return JSON.stringify(part.json);
    return Object.keys(part).join();
  });
  return `The tool ${name} ${result.status === 'error' ? 'failed' : 'answered'}: ${parts.join(' ')}`;
}

function toolName(request: ConverseRequest, id: string): string {
  for (const message of request.messages ?? []) {
    for (const block of message.content)
      if ('toolUse' in block && block.toolUse.toolUseId === id) return block.toolUse.name;
  }
  return id;
}

async function report(request: ConverseRequest, last: Message | undefined): Promise<string> {
  const count = request.messages?.length ?? 0;
  const lines: string[] = [];
  for (const block of last?.content ?? []) {
    const { words } = await describeBlock(block);
    if (words !== undefined) lines.push(`- ${words}`);
  }
  const opening = `This is a built-in test model. I received ${count} message${count === 1 ? '' : 's'}; in the last one:`;
  return [opening, ...lines].join('\n');
}

/** Cuts the text at a stop sequence, then at the token limit. */
function bound(
  content: readonly ContentBlock[],
  request: ConverseRequest,
): { content: ContentBlock[]; stopReason: StopReason; stopSequence: string | undefined } {
  const maxTokens = request.inferenceConfig?.maxTokens ?? Infinity;
  const bounded: ContentBlock[] = [];
  for (const block of content) {
    if (!('text' in block)) {
      bounded.push(block);
      continue;
    }
    const stop = firstStop(block.text, request.inferenceConfig?.stopSequences ?? []);
    const text = stop === undefined ? block.text : block.text.slice(0, stop.index);
    const tokens = maxTokens < text.length ? splitTokens(text) : [];
    const cut = tokens.length > maxTokens ? tokens.slice(0, maxTokens).join('') : text;
    if (cut !== '') bounded.push({ text: cut });
    if (tokens.length > maxTokens)
      return { content: bounded, stopReason: 'max_tokens', stopSequence: undefined };
    if (stop !== undefined)
      return { content: bounded, stopReason: 'stop_sequence', stopSequence: stop.sequence };
  }
  const stopReason = bounded.some((block) => 'toolUse' in block) ? 'tool_use' : 'end_turn';
  return { content: bounded, stopReason, stopSequence: undefined };
}

function firstStop(
  text: string,
  sequences: readonly string[],
): { index: number; sequence: string } | undefined {
  return sequences
    .map((sequence) => ({ index: text.indexOf(sequence), sequence }))
    .filter(({ index }) => index >= 0)
    .sort((left, right) => left.index - right.index)[0];
}

/** Tokens of everything that the model was shown. */
export async function countInputTokens(request: Omit<ConverseRequest, 'modelId'>): Promise<number> {
  let tokens = 0;
  for (const block of request.system ?? []) if ('text' in block) tokens += countTokens(block.text);
  for (const message of request.messages ?? []) {
    for (const block of message.content) tokens += (await describeBlock(block)).tokens;
  }
  if (request.toolConfig !== undefined) tokens += countTokens(JSON.stringify(request.toolConfig));
  return tokens;
}

function outputTokensOf(block: ContentBlock): number {
  if ('text' in block) return countTokens(block.text);
  return 'toolUse' in block
    ? countTokens(JSON.stringify(block.toolUse.input)) + countTokens(block.toolUse.name)
    : 0;
}

/** What the JSON Pointers of the request find in the model's own answer; a pointer that finds nothing is left out. */
function responseFields(request: ConverseRequest, stopSequence: string | undefined): Json | undefined {
  const paths = request.additionalModelResponseFieldPaths ?? [];
  const native: JsonObject = {
    stop_sequence: stopSequence ?? null,
    delta: { stop_sequence: stopSequence ?? null },
  };
  let fields: JsonObject | undefined;
  for (const path of paths) {
    const keys = path.split('/').slice(1);
    const value = keys.reduce<Json | undefined>(
      // Only an object has members to step into.
      (node, key) => (typeof node === 'object' && node !== null ? (node as JsonObject)[key] : undefined),
      native,
    );
    if (value !== undefined)
      fields = {
        ...fields,
        ...(keys.reduceRight<Json>((inner, key) => ({ [key]: inner }), value) as JsonObject),
      };
  }
  return fields;
}
