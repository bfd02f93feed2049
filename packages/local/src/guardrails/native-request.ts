/**
 * The guardrail of an InvokeModel request: headers name it, and a member of the body, which the model does not get to see, says
 * what of the input it looks at and whether a stream waits for it.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-tagging.html and guardrails-streaming.html beside it
 */
import type {
  ConverseRequest,
  GuardrailStreamConfiguration,
  InvokeModelRequest,
  Json,
  JsonObject,
} from '@bedrock-kit/protocol';
import type { Bedrock } from '../bedrock.ts';
import { memberAt } from '../json.ts';
import { ServiceError } from '../service-error.ts';

const configName = 'amazon-bedrock-guardrailConfig';
const traces = { ENABLED: 'enabled', DISABLED: 'disabled', ENABLED_FULL: 'enabled_full' } as const;

/** What of a body is for the model. */
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
  // The pattern of the service model allows an empty text, which names no guardrail, and AWS's own client sends it as an empty header.
  if (!guardrailIdentifier) {
    // Documented at the member of the request: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
    if (rules === 'aws' && body[configName] !== undefined)
      throw new ServiceError('ValidationException', `${configName} needs a guardrail identifier.`);
    return request;
  }
  const guardrailConfig: GuardrailStreamConfiguration = {
    guardrailIdentifier,
    guardrailVersion,
    trace: traces[trace],
    streamProcessingMode:
      memberAt(body, [configName, 'streamProcessingMode']) === 'ASYNCHRONOUS' ? 'async' : 'sync',
  };
  return { ...withTags(request, memberAt(body, [configName, 'tagSuffix'])), guardrailConfig };
}

/** What stands between tags is what the guardrail looks at. */
function withTags(request: ConverseRequest, suffix: Json | undefined): ConverseRequest {
  if (typeof suffix !== 'string') return request;
  const tag = `amazon-bedrock-guardrails-guardContent_${suffix}`;
  const { messages = [], system = [] } = request;
  return {
    ...request,
    messages: messages.map((message) => ({ ...message, content: apart(message.content, tag) })),
    system: apart(system, tag),
  };
}

type Tagged = { text: string } | { guardContent: { text: { text: string } } };

function apart<Block extends object>(blocks: readonly Block[], tag: string): (Block | Tagged)[] {
  return blocks.flatMap((block): (Block | Tagged)[] => {
    const text = 'text' in block ? block.text : undefined;
    if (typeof text !== 'string' || !text.includes(`<${tag}>`)) return [block];
    const [before = '', ...rest] = text.split(`<${tag}>`);
    const parts = rest.flatMap((part): Tagged[] => {
      const [inside = '', ...after] = part.split(`</${tag}>`);
      return [{ guardContent: { text: { text: inside } } }, { text: after.join('') }];
    });
    return [{ text: before }, ...parts].filter((part) => !('text' in part) || part.text.trim() !== '');
  });
}
