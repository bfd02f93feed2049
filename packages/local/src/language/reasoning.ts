/**
 * Reasoning of the built-in model: what it writes down, and whether thoughts that come back are its own.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html
 */
import type { ModelCapabilities } from '@bedrock-kit/models';
import type { ContentBlock, ConverseRequest } from '@bedrock-kit/protocol';
import { bytesOf } from '../bytes.ts';
import { memberAt } from '../json.ts';
import { frame } from '../native/model-refusals.ts';
import { type ServiceError, validationError } from '../service-error.ts';
import { splitTokens } from '../tokens.ts';
import { isSealOf, seal, sealBytes } from './reasoning-seal.ts';
import { quote } from './received.ts';

/**
 * A prompt with this in it gets thoughts that cannot be read, as Anthropic's own service gives them:
 * https://docs.anthropic.com/en/docs/build-with-claude/extended-thinking#thinking-redaction
 */
const redactionTrigger = 'ANTHROPIC_MAGIC_STRING_TRIGGER_REDACTED_THINKING';

/** All that Nova shows of its thoughts: https://docs.aws.amazon.com/nova/latest/nova2-userguide/reasoning-capabilities.html */
const withheld = '[REDACTED]';

/** A thought as it was made, which is what it costs, and as it is shown. */
export interface Thought {
  readonly made: ContentBlock;
  readonly shown: ContentBlock;
}

/** Thoughts about an answer, as the model's family sends them. */
export async function thought(
  plan: string,
  text: string,
  request: ConverseRequest,
  capabilities: ModelCapabilities,
): Promise<Thought> {
  const { reasoning, vendor, baseModelId = '' } = capabilities;
  const history = 'history' in reasoning ? reasoning.history : undefined;
  const written = shortened(`The last message says: ${quote(text, 120)}. ${plan}`, request);
  // GPT and Grok show none of their thoughts: https://github.com/UKGovernmentBEIS/inspect_ai/issues/5217
  if (history === 'redacted' || (vendor === 'anthropic' && text.includes(redactionTrigger))) {
    const sealed = { reasoningContent: { redactedContent: await sealBytes(written, baseModelId) } };
    return { made: sealed, shown: sealed };
  }
  const shown = isOmitted(request, reasoning) ? '' : vendor === 'amazon' ? withheld : written;
  const signature = history === 'signed' ? { signature: await seal(shown, baseModelId) } : {};
  return {
    made: { reasoningContent: { reasoningText: { text: written } } },
    shown: { reasoningContent: { reasoningText: { text: shown, ...signature } } },
  };
}

/** Without a word of the request Claude from 4.7 on shows none of them: https://platform.claude.com/docs/en/about-claude/models/whats-new-claude-4-7 */
function isOmitted(
  { additionalModelRequestFields: fields }: ConverseRequest,
  reasoning: ModelCapabilities['reasoning'],
): boolean {
  const asked = asThinking.map((name) => memberAt(fields, [name, 'display'])).find(Boolean);
  return (asked ?? ('displays' in reasoning ? reasoning.displays[0] : undefined)) === 'omitted';
}

/** The names under which Claude takes it. */
const asThinking = ['thinking', 'reasoning_config'];

/**
 * Whether it thinks before this very answer, once it thinks at all: Claude that does so by a budget thinks once in a loop of calls and
 * results, before the first of its calls, unless it is asked to think between them.
 *
 * https://platform.claude.com/docs/en/build-with-claude/thinking-tool-workflows, as recorded in
 * https://github.com/tmc/langchaingo/blob/1c3dd0fca43fae0a5e3376a89d2b0aeae667992b/llms/bedrock/testdata/TestAmazonSequentialToolCallsWithThinkingConverseAPI.httprr
 */
export function thinksNow(
  { additionalModelRequestFields: fields, messages = [] }: ConverseRequest,
  { vendor }: ModelCapabilities,
): boolean {
  const hasResults = messages.at(-1)?.content.some((block) => 'toolResult' in block) === true;
  const isByBudget = asThinking.some((name) => memberAt(fields, [name, 'type']) === 'enabled');
  const betas = [memberAt(fields, ['anthropic_beta'])].flat();
  const isInterleaved = betas.some(
    (beta) => typeof beta === 'string' && /^interleaved-thinking-/i.test(beta),
  );
  return vendor !== 'anthropic' || !hasResults || !isByBudget || isInterleaved;
}

/**
 * Looks at every thought that came back.
 *
 * @throws {ServiceError} `ValidationException` for one that was changed on the way, or is another model's: a signature is valid only
 *   for the model that gave it, https://github.com/openclaw/openclaw/issues/107221
 */
export async function checkThoughts(
  { messages = [] }: ConverseRequest,
  { reasoning, vendor, baseModelId = '' }: ModelCapabilities,
): Promise<void> {
  if (!('history' in reasoning) || !['signed', 'redacted'].includes(reasoning.history)) return;
  for (const [index, { role, content }] of messages.entries()) {
    for (const [at, block] of content.entries()) {
      if (role !== 'assistant' || !('reasoningContent' in block)) continue;
      const thoughts = block.reasoningContent;
      const place = `messages.${index}.content.${at}`;
      if ('redactedContent' in thoughts) {
        if (!(await isSealOf(undefined, bytesOf(thoughts.redactedContent), baseModelId)))
          throw tampered(place, vendor, 'Invalid `data` in `redacted_thinking` block');
        continue;
      }
      const { text, signature } = thoughts.reasoningText;
      // A signature that is missing is refused by the rules, which know which models want one.
      if (signature === undefined || signature === '') continue;
      if (!(await isSealOf(text, signature, baseModelId)))
        throw tampered(place, vendor, 'Invalid `signature` in `thinking` block');
    }
  }
}

/**
 * https://github.com/anthropics/claude-code/issues/10627, in the frame that Bedrock puts around a model's own errors. GPT's words:
 * https://github.com/openai/codex/issues/46474, in the JSON of https://github.com/NousResearch/hermes-agent/issues/115865. No source
 * shows Grok's, which are written alike.
 */
function tampered(place: string, vendor: string, problem: string): ServiceError {
  const said = vendor === 'anthropic' ? `${place}: ${problem}` : otherSeal;
  return validationError(`${frame}${said}`, {
    hint: `Send the reasoning at ${place} back to the model that it came from, with text and signature unchanged. Signatures made by AWS are refused here.`,
  });
}

const otherSeal = JSON.stringify({
  error: {
    code: 'validation_error',
    message: 'encrypted reasoning was created for a different account or model',
    param: null,
    type: 'invalid_request_error',
  },
});

/** Thoughts count for the token limit; half of it is left for the answer. */
function shortened(words: string, { inferenceConfig }: ConverseRequest): string {
  const limit = inferenceConfig?.maxTokens;
  if (limit === undefined || words.length <= limit / 2) return words;
  return splitTokens(words)
    .slice(0, Math.max(1, Math.floor(limit / 2)))
    .join('');
}
