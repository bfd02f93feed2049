/**
 * A model's turn in one of the two forms that the operations work with: whole, or as events that still come. It is made from
 * whatever a handler answered.
 */
import type { ConverseRequest, ConverseStreamEvent } from '@bedrock-kit/protocol';
import { answerForms, isIterable, isWhole } from '../own-models/answer-form.ts';
import type { ModelAnswer, PartialAnswer } from '../own-models/handler.ts';
import { invalidAnswer } from '../own-models/invalid-answer.ts';
import { ServiceError } from '../service-error.ts';
import { stopReasonOf, type WholeAnswer } from './answer.ts';
import { eventsOfParts } from './parts.ts';
import { type Gauges, outputTokensOf, tokenUsage } from './usage.ts';

/** A whole answer, or events that still come. */
export type Turn = WholeTurn | { readonly events: AsyncIterable<ConverseStreamEvent> };

export interface WholeTurn {
  readonly whole: WholeAnswer;
  /** The answer is the guardrail's, which let nothing through to the model. */
  readonly unasked?: true;
}

/** A turn in which no model says anything. */
export const nothingSaid: WholeTurn = {
  whole: {
    content: [],
    stopReason: 'end_turn',
    usage: { inputTokens: 0, outputTokens: 0, totalTokens: 0 },
  },
};

/**
 * @throws {ServiceError} the one that the handler returned
 * @throws {LocalBedrockError} `invalid-answer` when the handler answered with nothing that a conversation can show
 */
export async function turnOf(answer: ModelAnswer, request: ConverseRequest, gauges: Gauges): Promise<Turn> {
  if (ServiceError.isInstance(answer)) throw answer;
  if (typeof answer === 'string') return { whole: await complete({ content: answer }, request, gauges) };
  if (isWhole(answer)) return { whole: await complete(answer, request, gauges) };
  if (isIterable(answer)) return { events: eventsOfParts(answer, request, gauges) };
  const { modelId } = request;
  throw invalidAnswer(modelId, `The handler of ${modelId} must answer with ${answerForms}.`);
}

async function complete(
  answer: PartialAnswer,
  request: ConverseRequest,
  { meter }: Gauges,
): Promise<WholeAnswer> {
  const content = typeof answer.content === 'string' ? [{ text: answer.content }] : answer.content;
  return {
    ...answer,
    content,
    stopReason: answer.stopReason ?? stopReasonOf(content.some((block) => 'toolUse' in block)),
    usage: answer.usage ?? tokenUsage(await meter(), outputTokensOf(content)),
    performanceConfig: answer.performanceConfig ?? request.performanceConfig,
    serviceTier: answer.serviceTier ?? request.serviceTier,
  };
}
