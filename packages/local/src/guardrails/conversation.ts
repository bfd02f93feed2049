/**
 * A guardrail around a turn of a conversation: it looks at what goes in, lets the model answer, and looks at what comes out.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-use-converse-api.html
 */
import type { ConverseRequest, GuardrailTraceAssessment } from '@bedrock-kit/protocol';
import type { WholeAnswer } from '../answers/answer.ts';
import type { WholeTurn } from '../answers/turn.ts';
import { applied, type AppliedGuardrail } from './applied.ts';
import { assess, reasonOf, type Verdict } from './assess.ts';
import type { GuardrailSettings } from './configuration.ts';
import { guardedInput, guardedOutput, maskedAnswer, maskedRequest } from './guarded-text.ts';

/** The guardrail that a request names. */
export interface RequestedGuardrail extends AppliedGuardrail {
  readonly settings: GuardrailSettings;
  readonly trace: 'enabled' | 'disabled' | 'enabled_full';
  /** `async`: a stream is not held back until it has been looked at. */
  readonly mode: 'sync' | 'async';
}

/**
 * The answer of the model behind the guardrail, or what is said in place of it.
 *
 * @param looked - the request as the guardrail looks at it, where that is not the one for the model
 */
export async function guarded(
  request: ConverseRequest,
  guardrail: RequestedGuardrail,
  answer: (request: ConverseRequest) => Promise<WholeAnswer>,
  looked: ConverseRequest = request,
): Promise<WholeTurn> {
  const { settings } = guardrail;
  const full = guardrail.trace === 'enabled_full';
  const { text, groundingSource, query, coverage } = guardedInput(looked);
  const input = assess({ text, coverage }, settings, 'INPUT', full);
  if (input.blocked) {
    const whole: WholeAnswer = {
      content: [{ text: input.text }],
      stopReason: 'guardrail_intervened',
      usage: { inputTokens: 0, outputTokens: 0, totalTokens: 0 },
      ...traceOf(guardrail, input, undefined, undefined),
    };
    return { whole, unasked: true };
  }
  const masks = input.action !== 'NONE';
  const said = await answer(masks ? maskedRequest(request, settings) : request);
  const spoken = guardedOutput(said);
  const output = assess({ text: spoken, groundingSource, query }, settings, 'OUTPUT', full);
  const trace = traceOf(guardrail, input, output, spoken);
  // A model of the user's own may bring the trace of what is not imitated here, such as content filters.
  if (output.action === 'NONE') return { whole: { ...said, ...joined(said, trace) } };
  const stopReason = 'guardrail_intervened' as const;
  if (guardrail.mode === 'async') {
    // What has been sent cannot be masked any more, nor taken back: only the rest is held back.
    const sent = output.blocked ? { content: [{ text: firstHalf(spoken) }], stopReason } : {};
    return { whole: { ...said, ...sent, ...joined(trace, said) } };
  }
  const content = output.blocked ? [{ text: output.text }] : maskedAnswer(said.content, settings);
  return { whole: { ...said, content, stopReason, ...joined(trace, said) } };
}

type Traced = Pick<WholeAnswer, 'trace'>;

/** Both traces, such as that of a prompt router beside that of the guardrail; of two of one kind the first. */
function joined(first: Traced, second: Traced): Traced {
  return first.trace || second.trace ? { trace: { ...second.trace, ...first.trace } } : {};
}

function traceOf(
  guardrail: RequestedGuardrail,
  input: Verdict,
  output: Verdict | undefined,
  modelOutput: string | undefined,
): Traced {
  if (guardrail.trace === 'disabled') return {};
  const { id } = guardrail;
  // One line for the way in and one for the way out, the same words once:
  // https://github.com/traceloop/openllmetry/blob/main/packages/opentelemetry-instrumentation-bedrock/tests/traces/cassettes/test_guardrails/test_guardrail_converse.yaml
  const reasons = new Set([input, ...(output === undefined ? [] : [output])].map(reasonOf));
  const assessment: GuardrailTraceAssessment = {
    ...(modelOutput === undefined || output?.action === 'NONE' ? {} : { modelOutput: [modelOutput] }),
    inputAssessment: { [id]: applied(input.assessment, guardrail) },
    ...(output === undefined ? {} : { outputAssessments: { [id]: [applied(output.assessment, guardrail)] } }),
    actionReason: [...reasons].join('\n'),
  };
  return { trace: { guardrail: assessment } };
}

function firstHalf(text: string): string {
  const words = text.match(/\S+\s*/g) ?? [];
  return words.slice(0, Math.ceil(words.length / 2)).join('');
}
