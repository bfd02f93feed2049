/**
 * The guardrail of an InvokeModel request. Headers name it. A member of the body, which the model does not see, says what of the input it
 * looks at, and whether a stream waits for it.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-tagging.html and guardrails-streaming.html beside it
 */
import type {
  ConverseRequest,
  GuardrailConverseContentQualifier,
  GuardrailConverseTextBlock,
  GuardrailStreamConfiguration,
  InvokeModelRequest,
  JsonObject,
} from '@bedrock-kit/protocol';
import type { Bedrock } from '../bedrock.ts';
import { memberAt } from '../json.ts';
import { literal } from '../literal.ts';
import { validationError } from '../service-error.ts';

const configName = 'amazon-bedrock-guardrailConfig';
const traces = { ENABLED: 'enabled', DISABLED: 'disabled', ENABLED_FULL: 'enabled_full' } as const;

/** The body as the model sees it. */
export function withoutGuardrailConfig(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== configName));
}

/**
 * The request with its guardrail as Converse has it.
 *
 * @throws {ServiceError} `ValidationException` where the body speaks of a guardrail that the headers do not name
 */
export function withGuardrailOf(
  { guardrailIdentifier, guardrailVersion, trace = 'DISABLED' }: InvokeModelRequest,
  body: JsonObject,
  request: ConverseRequest,
  { rules }: Pick<Bedrock, 'rules'>,
): ConverseRequest {
  // An empty text fits the pattern of the service model, and AWS's own client sends it as an empty header. It names no guardrail.
  if (!guardrailIdentifier) {
    // Documented at the member of the request: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
    if (rules === 'aws' && body[configName] !== undefined)
      throw validationError(`${configName} needs a guardrail identifier.`);
    return request;
  }
  const guardrailConfig: GuardrailStreamConfiguration = {
    guardrailIdentifier,
    guardrailVersion,
    trace: traces[trace],
    streamProcessingMode:
      memberAt(body, [configName, 'streamProcessingMode']) === 'ASYNCHRONOUS' ? 'async' : 'sync',
  };
  return { ...withTags(request, suffixIn(body, rules)), guardrailConfig };
}

function suffixIn(body: JsonObject, rules: Bedrock['rules']): string | undefined {
  const suffix = memberAt(body, [configName, 'tagSuffix']);
  if (typeof suffix === 'string' && (rules !== 'aws' || /^[a-z\d]{1,20}$/i.test(suffix))) return suffix;
  if (rules === 'aws' && suffix !== undefined)
    throw validationError(`${configName} needs a tagSuffix of 1 to 20 letters or digits.`);
  return undefined;
}

/** What tags say of the text between them, by their names. */
const qualifiers: Readonly<Record<string, GuardrailConverseContentQualifier[]>> = {
  guardContent: [],
  groundingSource: ['grounding_source'],
  query: ['query'],
};

/** What stands between tags is what the guardrail looks at, or what it compares the answer with. */
function withTags(request: ConverseRequest, suffix: string | undefined): ConverseRequest {
  if (suffix === undefined) return request;
  const names = Object.keys(qualifiers).join('|');
  const tag = `amazon-bedrock-guardrails-(${names})_${literal(suffix)}`;
  const tags = new RegExp(`<${tag}>(.*?)(?:</${tag.replace(/\(.*\)/, '\\1')}>|$)`, 'gs');
  const { messages = [], system = [] } = request;
  return {
    ...request,
    messages: messages.map((message) => ({ ...message, content: apart(message.content, tags) })),
    system: apart(system, tags),
  };
}

type Guard = { guardContent: { text: GuardrailConverseTextBlock } };

function guard(text: string, qualifiers: GuardrailConverseContentQualifier[] = []): Guard {
  return { guardContent: { text: { text, qualifiers } } };
}

type Tagged = { text: string } | Guard;

/**
 * What stands between tags that say what the guardrail looks at. What is tagged in there as a source or a query is looked at, too;
 * tags of guard content in guard content mean nothing, and are not gone into: open ones would each go into all that follow.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-contextual-grounding-check.html
 */
function nested(inside: string, tags: RegExp): Guard[] {
  return apart([{ text: inside }], tags, (text) => [guard(text)]).map((part) => {
    if ('text' in part) return guard(part.text);
    const { text, qualifiers: own = [] } = part.guardContent.text;
    return guard(text, [...own, 'guard_content']);
  });
}

function apart<Block extends object>(
  blocks: readonly Block[],
  tags: RegExp,
  within: (inside: string, tags: RegExp) => Guard[] = nested,
): (Block | Tagged)[] {
  return blocks.flatMap((block): (Block | Tagged)[] => {
    const text = 'text' in block ? block.text : undefined;
    if (typeof text !== 'string') return [block];
    const parts: Tagged[] = [];
    let from = 0;
    for (const { 0: whole, 1: name = '', 2: inside = '', index } of text.matchAll(tags)) {
      const marked = name === 'guardContent' ? within(inside, tags) : [guard(inside, qualifiers[name])];
      parts.push({ text: text.slice(from, index) }, ...marked);
      from = index + whole.length;
    }
    if (parts.length === 0) return [block];
    const all = [...parts, { text: text.slice(from) }];
    return all.filter((part) => !('text' in part) || part.text.trim() !== '');
  });
}
