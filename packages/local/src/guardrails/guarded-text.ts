/**
 * Which texts of a turn a guardrail looks at, and the same turn with its masks on.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-use-converse-api.html
 */
import type {
  ContentBlock,
  ConverseRequest,
  GuardrailContentBlock,
  GuardrailConverseContentBlock,
  SystemContentBlock,
} from '@bedrock-kit/protocol';
import type { WholeAnswer } from '../answers/answer.ts';
import { citedText } from '../answers/cited-text.ts';
import { assess, type Guarded } from './assess.ts';
import type { GuardrailSettings } from './configuration.ts';
import { qualifiedText, qualifiersOf, textOf } from './qualified-text.ts';

/**
 * The guard content of a system prompt, with that of the messages or, where there is none, all that they say. Blocks that are qualified
 * as a source or a query are for the grounding of the answer: they are looked at only if they are qualified as `guard_content`, too.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-contextual-grounding-check.html
 * https://github.com/traceloop/openllmetry/blob/main/packages/opentelemetry-instrumentation-bedrock/tests/traces/cassettes/test_nova/test_nova_invoke_stream_with_events_with_content.yaml
 * counts the 14 characters of its message alone, and finds nothing in a system prompt that has what is looked for.
 */
export function guardedInput({ system = [], messages = [] }: ConverseRequest): Guarded {
  const said = messages.flatMap(({ content }) => content);
  const [ruling, marked] = [guardsIn(system), guardsIn(said)];
  const plain = said.flatMap(plainTexts);
  const texts = [
    ...ruling.filter(isGuarded).map(textOf),
    ...(marked.some(isGuarded) ? marked.filter(isGuarded).map(textOf) : plain),
  ];
  const guards = [...ruling, ...marked];
  return {
    text: texts.join('\n'),
    coverage: { guarded: characters(texts), total: characters([...plain, ...guards.map(textOf)]) },
    groundingSource: qualifiedText(guards, 'grounding_source'),
    query: qualifiedText(guards, 'query'),
  };
}

function guardsIn(blocks: readonly (ContentBlock | SystemContentBlock)[]): GuardrailConverseContentBlock[] {
  return blocks.flatMap((block) => ('guardContent' in block ? [block.guardContent] : []));
}

/** As the coverage of a guardrail counts them. */
export function characters(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Array.from(text).length, 0);
}

/** The words of an answer. A guardrail does not look at thoughts, nor at calls of tools. */
export function guardedOutput({ content }: Pick<WholeAnswer, 'content'>): string {
  return content
    .map((block) => {
      if ('text' in block) return block.text;
      return 'citationsContent' in block ? citedText(block.citationsContent) : '';
    })
    .join('');
}

/** What the model gets to see of a request in which something is masked: of what is not looked at, all. */
export function maskedRequest(request: ConverseRequest, settings: GuardrailSettings): ConverseRequest {
  const mask = (text: string): string => assess({ text }, settings, 'INPUT').text;
  const { system, messages = [] } = request;
  const marked = messages.some(({ content }) => guardsIn(content).some(isGuarded));
  const masked = (block: ContentBlock): ContentBlock => {
    if ('guardContent' in block) return { guardContent: maskedGuard(block.guardContent, mask) };
    return 'text' in block && !marked ? { text: mask(block.text) } : block;
  };
  return {
    ...request,
    messages: messages.map((message) => ({ ...message, content: message.content.map(masked) })),
    ...(system === undefined ? {} : { system: system.map((block) => maskedSystem(block, mask)) }),
  };
}

export function maskedAnswer(content: readonly ContentBlock[], settings: GuardrailSettings): ContentBlock[] {
  const mask = (text: string): string => assess({ text }, settings, 'OUTPUT').text;
  return content.map((block) => {
    if ('text' in block) return { text: mask(block.text) };
    if (!('citationsContent' in block)) return block;
    const parts = (block.citationsContent.content ?? []).map((part) => ({ text: mask(part.text) }));
    return { citationsContent: { ...block.citationsContent, content: parts } };
  });
}

function maskedSystem(block: SystemContentBlock, mask: (text: string) => string): SystemContentBlock {
  return 'guardContent' in block ? { guardContent: maskedGuard(block.guardContent, mask) } : block;
}

function maskedGuard(
  guard: GuardrailConverseContentBlock,
  mask: (text: string) => string,
): GuardrailConverseContentBlock {
  return 'text' in guard && isGuarded(guard)
    ? { text: { ...guard.text, text: mask(guard.text.text) } }
    : guard;
}

/** What a block says where nothing is marked. What tools have answered is not looked at, says AWS's page, whatever the filter. */
function plainTexts(block: ContentBlock): string[] {
  return 'text' in block ? [block.text] : [];
}

/** Whether a block is looked at, and not only compared with the answer. */
export function isGuarded(guard: GuardrailConverseContentBlock | GuardrailContentBlock): boolean {
  const qualifiers = qualifiersOf(guard);
  return qualifiers.length === 0 || qualifiers.includes('guard_content');
}
