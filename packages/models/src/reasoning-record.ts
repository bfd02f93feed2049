/**
 * The part of a record that tells how a model reasons, and how a request controls that.
 *
 * The members are enough to write a request for a model of any vendor, without knowing its family: `on`, `off`, `budget.path` and
 * `effort.path` all speak of `additionalModelRequestFields`.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-adaptive-thinking.html
 * @module
 */
import type { Support } from './record.ts';

/** A JSON object to be merged into `additionalModelRequestFields`. */
export interface RequestFields {
  readonly [name: string]: string | number | boolean | RequestFields;
}

/** How hard a model is to think, from least to most. */
export type Effort = 'none' | 'minimal' | 'low' | 'medium' | 'high' | 'xhigh' | 'max';

/** Which sampling parameters, and which token limit, a model takes while it reasons. */
export interface ReasoningSampling {
  /** The efforts for which the other members hold; `undefined` if they hold for all. */
  readonly efforts: readonly Effort[] | undefined;
  /** `inferenceConfig.temperature`. `false`: it must not be sent. */
  readonly temperature: Support;
  /** `inferenceConfig.topP`. `false`: it must not be sent. A pair: the range that is still accepted. */
  readonly topP: Support | readonly [min: number, max: number];
  /** Top-k, at the place that `sampling.topK` names. `false`: it must not be sent. */
  readonly topK: Support;
  /** `inferenceConfig.maxTokens`. `false`: it must not be sent. */
  readonly maxTokens: Support;
}

/** What a record tells of every model that reasons. */
export interface ReasoningBase {
  /** Whether the model reasons if a request says nothing about it. */
  readonly byDefault: Support;
  /**
   * Whether `toolChoice` may be `any` or `tool` while the model reasons. `'ignored'`: Converse takes them, but the model does not follow them.
   */
  readonly forcedToolChoice: Support | 'ignored';
  /** Whether the model continues a last message of the role `assistant` while it reasons. */
  readonly prefill: Support;
  /** Which sampling parameters it takes while it reasons. */
  readonly sampling: ReasoningSampling;
  /**
   * How `reasoningContent` must go back in later turns. `signed`: unchanged, with its signature. `redacted`: as the `redactedContent` that it
   * came as, never as text. `unsigned`: a signature is not needed. `refused`: not at all.
   */
  readonly history: 'signed' | 'redacted' | 'unsigned' | 'refused' | 'unknown';
  /**
   * A JSON Pointer for `additionalModelResponseFieldPaths` under which the answer, whole or streamed, tells how many tokens the reasoning
   * took; `undefined` if none is known. The `usage` of Converse does not tell.
   */
  readonly tokensReportedAt: string | undefined;
}

/** What a record tells of every model whose reasoning a request can control. */
interface SteerableReasoning extends ReasoningBase {
  /** Fields that switch reasoning on; empty if a budget or an effort is enough. */
  readonly on: RequestFields;
  /** Fields that switch reasoning off; `false` if that is refused, `'unknown'` if no source tells. */
  readonly off: RequestFields | false | 'unknown';
}

/** How a request gives a budget in tokens. The budget must be below `maxTokens`. */
export interface ReasoningBudget {
  /** Where it stands inside `additionalModelRequestFields`, member by member. */
  readonly path: readonly string[];
  /** The least budget, in tokens. */
  readonly min: number;
}

/** How a request gives an effort. */
export interface ReasoningEffort {
  /** Where it stands inside `additionalModelRequestFields`, member by member. */
  readonly path: readonly string[];
  /** Whether Converse's own member `outputConfig.effort` is accepted as well. */
  readonly outputConfig: Support;
  /** The accepted values, from least to most. */
  readonly levels: readonly Effort[];
  /** The effort if none is sent. */
  readonly default: Effort | 'unknown';
  /** The highest effort that may be sent with `off`; `undefined` if all may, or if no source tells. */
  readonly highestWhenOff: Effort | undefined;
  /** The value of `anthropic_beta` that must be sent with an effort, if any. */
  readonly beta: string | undefined;
  /**
   * Whether a message of the role `system` may set another effort for the turns after it. It needs InvokeModel with the model's own body, and
   * a beta; Converse has no place for it.
   * @see https://platform.claude.com/docs/en/build-with-claude/effort-per-message
   */
  readonly perMessage: Support;
}

/**
 * How a model reasons, by `kind`.
 *
 * - `none`: it does not; reasoning fields are refused or ignored.
 * - `fixed`: it always does, and no field controls it.
 * - `budget`: a request gives a budget in tokens (Claude 3.7 to 4.5).
 * - `adaptive`: the model decides, guided by an effort (Claude from 4.6 on). `budget` is there if that older form is still accepted.
 * - `effort`: a request gives an effort (Nova 2, OpenAI, most open-weight models that reason).
 * - `unknown`: no source tells whether it reasons, or how.
 */
export type Reasoning =
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' }
  | (ReasoningBase & { readonly kind: 'fixed' })
  | (SteerableReasoning & {
      readonly kind: 'budget';
      readonly budget: ReasoningBudget;
      /** How an effort is given beside the budget; `undefined` if the model takes none. */
      readonly effort: ReasoningEffort | undefined;
    })
  | (SteerableReasoning & {
      readonly kind: 'adaptive';
      readonly effort: ReasoningEffort;
      /** The older form, by a budget, with its own fields `on`; `undefined` if it is refused. */
      readonly budget: (ReasoningBudget & { readonly on: RequestFields }) | undefined;
      /** Values of `thinking.type` beside `adaptive` and `disabled`, such as `between_tools`, from the least thinking to the most. */
      readonly modes: readonly string[];
      /** Values of `thinking.display`; a request without one gets the first. `omitted` gives no text of the thinking. */
      readonly displays: readonly string[];
    })
  | (SteerableReasoning & { readonly kind: 'effort'; readonly effort: ReasoningEffort });
