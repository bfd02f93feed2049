/**
 * Refuses a prompt of more tokens than the model reads, as they are counted here (`tokens.ts`). Files count nothing: what a model makes
 * of their bytes is a guess, and no request is refused for a guess.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
 */
import type { ModelCapabilities } from '@bedrock-kit/models';
import type { ContentBlock, ConverseRequest, ToolResultContentBlock } from '@bedrock-kit/protocol';
import { countInputTokens } from '../caching/prompt.ts';
import { memberAt } from '../json.ts';
import { frame } from '../native/model-refusals.ts';
import { validationError } from '../service-error.ts';

/** What a family says of it, where that is not what Bedrock says of any. */
const ownWords: Readonly<
  Partial<Record<string, (tokens: number, window: number, modelId: string) => string>>
> = {
  // https://github.com/daisuke-awaji/moca/issues/254; others were told what any model is: https://github.com/continuedev/continue/issues/9592
  claude: (tokens, window) => `prompt is too long: ${tokens} tokens > ${window} maximum`,
  // github.com/crmne/ruby_llm, spec/fixtures/vcr_cassettes
  nova: () =>
    'Input Tokens Exceeded: Number of input tokens exceeds maximum length. Please update the input to try again.',
  // https://github.com/BerriAI/litellm/pull/37862
  gpt: (tokens, window, modelId) =>
    `prompt tokens (${tokens}) exceed model maximum (${window}) for ${modelId}`,
};

/** @throws {ServiceError} `ValidationException` */
export async function checkContextWindow(
  request: ConverseRequest,
  { baseModelId = request.modelId, contextWindow, family }: ModelCapabilities,
): Promise<void> {
  if (contextWindow === 'unknown') return;
  const window = hasLongContext(request) ? Math.max(contextWindow, 1_000_000) : contextWindow;
  const tokens = await countInputTokens(withoutFiles(request));
  if (tokens <= window) return;
  const words = ownWords[family]?.(tokens, window, baseModelId) ?? 'Input is too long for requested model.';
  throw validationError(frame + words, {
    hint: `The prompt has ${tokens} tokens, and the model reads ${window}. The option capabilities can change its contextWindow.`,
  });
}

function withoutFiles({ messages = [], ...rest }: ConverseRequest): ConverseRequest {
  return {
    ...rest,
    messages: messages.map(({ role, content }) => ({ role, content: content.flatMap(legible) })),
  };
}

function legible(block: ContentBlock): ContentBlock[] {
  if (isFile(block)) return [];
  if (!('toolResult' in block)) return [block];
  const { content, ...result } = block.toolResult;
  return [{ toolResult: { ...result, content: content.filter((part) => !isFile(part)) } }];
}

function isFile(block: ContentBlock | ToolResultContentBlock): boolean {
  if ('document' in block) return 'bytes' in block.document.source;
  return 'image' in block || 'video' in block || 'audio' in block;
}

/** Claude Sonnet 4 and 4.5 read a million tokens with this beta: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html */
function hasLongContext({ additionalModelRequestFields: fields }: ConverseRequest): boolean {
  return [memberAt(fields, ['anthropic_beta'])]
    .flat()
    .some((beta) => typeof beta === 'string' && beta.startsWith('context-1m-'));
}
