/**
 * What Claude's own API says of a body of the wrong form: of its members, the blocks of its system prompt, the kinds of its content. It
 * names only the first mistake, with its place written in the API's own way (`messages.0.content`).
 *
 * Of InvokeModel: https://github.com/BerriAI/litellm/issues/10819, https://github.com/anthropics/claude-code/issues/49548
 */
import type { Json, JsonObject } from '@bedrock-kit/protocol';
import { isList, isObject, memberAt } from '../json.ts';
import { type ServiceError, validationError } from '../service-error.ts';

/** The documented version, and the one that `@anthropic-ai/bedrock-sdk` sends since its version 1.0. */
const versions: readonly unknown[] = ['bedrock-2023-05-31', '2026-10-21'];

const required = ['anthropic_version', 'max_tokens', 'messages'];

/**
 * Those of the API: https://docs.anthropic.com/en/api/messages. The model and `stream` stand elsewhere on Bedrock, in the path and in the
 * operation. The last line has those of betas, which not every model takes. Neither caching by itself nor the place of inference is there:
 * https://github.com/UKGovernmentBEIS/inspect_ai/pull/3851, and of Bedrock behind a gateway
 * https://github.com/nickhou1983/copilot2api-multiusers/blob/main/scripts/capability-request-response-guide.md
 * Bedrock reads the user's profile from the body, and not every model has profiles:
 * https://github.com/anthropics/anthropic-sdk-typescript/blob/main/packages/bedrock-sdk/CHANGELOG.md, of 1.1.3
 */
const members: readonly string[] = [
  ...required,
  ...'anthropic_beta metadata output_config stop_sequences system temperature thinking tool_choice tools top_k top_p'.split(
    ' ',
  ),
  ...'compaction container context_management mcp_servers output_format safeguards service_tier speed user_profile_id'.split(
    ' ',
  ),
];

/** As Bedrock names them: https://github.com/BerriAI/litellm, of a block that it does not know. */
const contentTypes: readonly string[] = [
  'connector_text',
  'document',
  'image',
  'mid_conv_system',
  'redacted_thinking',
  'search_result',
  'server_tool_use',
  'text',
  'thinking',
  'tool_result',
  'tool_search_tool_result',
  'tool_use',
];

/**
 * Members of a body and of its tools, and kinds of content, that are there with a beta of these names alone, whatever other betas a body has.
 * https://github.com/BerriAI/litellm/issues/27532, https://github.com/Wei-Shaw/sub2api/issues/2726 (both of InvokeModel);
 * https://github.com/zed-industries/zed/pull/57707; https://github.com/anthropics/claude-code/issues/33237, whose version 2.1.72 sent two
 * other betas, to be seen in its requests
 */
const ofBetas: Readonly<Record<string, RegExp>> = {
  // Of `@anthropic-ai/sdk`; the block of it is unknown without a beta, as seen of Opus 5.5 on Bedrock: strands-agents, "Model-side Compaction"
  compaction: /^compact-/,
  context_management: /^(compact|context-management)-/,
  eager_input_streaming: /^fine-grained-tool-streaming-/,
  // github.com/BerriAI/litellm, tests of Mantle
  safeguards: /^dangerous-tool-use-/,
  speed: /^fast-mode-/,
};

/**
 * With one of these betas a message of the system may have an effort of its own, for the turns behind it.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-adaptive-thinking.html
 */
const effortByTurn =
  /^(mid-conversation-output-config|mid-conversation-effort|per-turn-control|per-message-effort)-/;

/**
 * Betas of Anthropic's API that Bedrock does not know, of those that Claude Code sends. It refuses a body for one of them; which others it
 * knows is told nowhere. github.com/BerriAI/litellm, litellm/anthropic_beta_headers_config.json, and its pull request 19877; the words:
 * https://platform.claude.com/docs/en/api/beta-headers and https://github.com/anthropics/claude-code/issues/21767. Earlier in 2026 they were
 * "invalid beta flag": https://github.com/anthropics/claude-code/issues/56595
 */
const unknownBetas = /^(?:advisor-tool|mcp-servers|prompt-caching-scope)-/;

const isNumber = (value: Json): boolean => typeof value === 'number';
const isText = (value: Json): boolean => typeof value === 'string';

/**
 * What a member has to be where it is there. Null is a wrong value of most: measured of the API on 31 August 2026,
 * github.com/kangminlee-maker/local-OAuth-CLI-API-adapter, and seen of content: https://github.com/crmne/ruby_llm/pull/94
 */
const forms: readonly (readonly [name: string, form: string, fits: (value: Json) => boolean])[] = [
  ['tool_choice', 'an object', isObject],
  ['tools', 'a valid list', isList],
  ['messages', 'a valid list', isList],
  ['system', 'a valid list', (value) => isList(value) || isText(value)],
  ['thinking', 'an object', isObject],
  ['output_config', 'an object', isObject],
  ['max_tokens', 'a valid integer', Number.isInteger],
  ['stop_sequences', 'a valid list', (value) => isList(value) || value === null],
  ['temperature', 'a valid number', isNumber],
  ['service_tier', "'auto' or 'standard_only'", (value) => value === 'auto' || value === 'standard_only'],
  ['top_k', 'a valid integer', Number.isInteger],
  ['top_p', 'a valid number', isNumber],
  ['user_profile_id', 'a valid string', isText],
];

/** @throws {ServiceError} `ValidationException` */
export function checkAnthropicBody(body: JsonObject): void {
  for (const name of required) {
    if (body[name] === undefined) throw saying(`${name}: Field required`);
  }
  for (const [name, form, fits] of forms) {
    const { [name]: value } = body;
    if (value !== undefined && !fits(value)) throw saying(`${name}: Input should be ${form}`);
  }
  const wrongStop = [body['stop_sequences'] ?? []].flat().findIndex((stop) => !isText(stop));
  if (wrongStop >= 0) throw saying(`stop_sequences.${wrongStop}: Input should be a valid string`);
  const unknown = betasOf(body).filter((beta) => unknownBetas.test(beta));
  if (unknown.length > 0)
    throw saying(
      `Unexpected value(s) ${unknown.map((beta) => `\`${beta}\``).join(', ')} for the \`anthropic-beta\` header. Please consult our documentation at platform.claude.com/docs or try again without the header.`,
    );
  const { anthropic_version: version, system, messages } = body;
  const known = ['role', 'content', ...(hasBeta(body, effortByTurn) ? ['output_config'] : [])];
  const content = (isList(messages) ? messages : []).flatMap((message, index) => {
    if (!isObject(message)) throw saying(`messages.${index}: Input should be an object`);
    return typesInMessage(message, `messages.${index}`, known);
  });
  for (const [place, type] of typesIn(system, 'system')) {
    if (type !== 'text') throw saying(`${place}.type: Input should be 'text'`);
  }
  for (const name of Object.keys(body)) {
    if (!members.includes(name) || lacksBeta(name, body))
      throw saying(`${name}: Extra inputs are not permitted`);
  }
  // https://github.com/boto/boto3/issues/4218
  if (!versions.includes(version))
    throw saying(`Invalid API version: ${typeof version === 'string' ? version : JSON.stringify(version)}`);
  for (const [place, type] of content) {
    // A beta may bring kinds of content with it.
    if (contentTypes.includes(type) || (body['anthropic_beta'] !== undefined && !lacksBeta(type, body)))
      continue;
    throw unexpectedTag(place, type, contentTypes);
  }
}

export function lacksBeta(name: string, body: JsonObject): boolean {
  const beta = ofBetas[name];
  return beta !== undefined && !hasBeta(body, beta);
}

export function hasBeta(body: JsonObject, beta: RegExp): boolean {
  return betasOf(body).some((one) => beta.test(one));
}

function betasOf({ anthropic_beta: betas }: JsonObject): string[] {
  return [betas].flat().filter((beta) => typeof beta === 'string');
}

/** The refusal of a type that Claude does not know, of a block or of a tool. */
export function unexpectedTag(place: string, type: string, expected: readonly string[]): ServiceError {
  const tags = expected.map((one) => `'${one}'`).join(', ');
  return saying(
    `${place}: Input tag '${type}' found using 'type' does not match any of the expected tags: ${tags}`,
  );
}

/**
 * Settings that no Claude takes. Of a blank stop sequence: github.com/stanford-crfm/helm, src/helm/benchmark/run_expander.py; of the limit, as
 * measured of the API on 31 August 2026: github.com/kangminlee-maker/local-OAuth-CLI-API-adapter. A limit of 0 only fills the cache,
 * and goes with nothing that asks for an answer: github.com/anthropics/skills, skills/claude-api/shared/prompt-caching.md. The words of that
 * refusal are our own.
 *
 * @throws {ServiceError} `ValidationException`
 */
export function checkAnthropicSettings(body: JsonObject, streamed: boolean | undefined): void {
  for (const name of ['temperature', 'top_p']) {
    const { [name]: value } = body;
    if (typeof value === 'number' && !(value >= 0 && value <= 1)) throw saying(`${name}: range: 0..1`);
  }
  const { max_tokens: limit, stop_sequences: stops } = body;
  if (Number(limit) < 0) throw saying('max_tokens: must be greater than or equal to 0');
  const answering = limit === 0 ? asksForAnswer(body, streamed) : undefined;
  if (answering !== undefined) throw saying(`max_tokens: 0 cannot be combined with ${answering}`);
  if (isList(stops) && stops.some((stop) => typeof stop === 'string' && stop.trim() === ''))
    throw saying('stop_sequences: each stop sequence must contain non-whitespace');
}

/** What a body has that means nothing without an answer. */
function asksForAnswer(body: JsonObject, streamed: boolean | undefined): string | undefined {
  const choice = memberAt(body, ['tool_choice', 'type']);
  if (streamed === true) return 'stream: true';
  if (memberAt(body, ['thinking', 'type']) === 'enabled') return 'thinking.type: enabled';
  if (memberAt(body, ['output_config', 'format']) !== undefined) return 'output_config.format';
  return choice === 'any' || choice === 'tool' ? `tool_choice.type: ${choice}` : undefined;
}

/** The types of a message's blocks, each with its place. Messages of a program's own have more members, such as an id or a time. */
function typesInMessage(
  message: JsonObject,
  place: string,
  known: readonly string[],
): [place: string, type: string][] {
  const { role, content } = message;
  for (const [name, value] of Object.entries({ role, content })) {
    if (value === undefined) throw saying(`${place}.${name}: Field required`);
  }
  if (!isList(content) && typeof content !== 'string')
    throw saying(`${place}.content: Input should be a valid list`);
  const types = typesIn(content, `${place}.content`);
  const extra = Object.keys(message).find((name) => !known.includes(name));
  if (extra !== undefined) throw saying(`${place}.${extra}: Extra inputs are not permitted`);
  return types;
}

/** The types of blocks, each with its place. */
function typesIn(blocks: Json | undefined, at: string): [place: string, type: string][] {
  if (!isList(blocks)) return [];
  return blocks.flatMap((block, index) => {
    const place = `${at}.${index}`;
    if (!isObject(block)) throw saying(`${place}: Input should be an object`);
    const { type } = block;
    if (type === undefined) throw saying(`${place}.type: Field required`);
    return typeof type === 'string' ? [[place, type]] : [];
  });
}

/** A JSON Pointer as the API writes a place. */
export function placeOf(pointer: string): string {
  const dotted = pointer.slice(1).replaceAll('/', '.');
  return dotted.replace(/(?<=\.content\.\d+)(?=\.content\.)/, '.tool_result');
}

export function saying(words: string): ServiceError {
  return validationError(words);
}
