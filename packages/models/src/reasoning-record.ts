/**
 * The part of a record that tells how a model reasons and how a request says so.
 *
 * The members are enough to write a request for a model of any vendor: `on`, `off`, `budget.path` and `effort.path` all
 * speak of `additionalModelRequestFields`, so that nobody who maps a request has to know the model's family.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-adaptive-thinking.html
 * @module
 */
import type { Support } from './record.ts';

/** A JSON object to be merged into `additionalModelRequestFields`. */
export interface RequestFields {
  readonly [name: string]: string | number | boolean | RequestFields;
}

/** How hard a model should think, from least to most. */
export type Effort = 'none' | 'minimal' | 'low' | 'medium' | 'high' | 'xhigh' | 'max';

/** What is left of the sampling parameters, and of the token limit, while the model reasons. */
export interface ReasoningSampling {
  /** The efforts for which this holds; `undefined` when it holds for all. */
  readonly efforts: readonly Effort[] | undefined;
  /** `false`: must not be sent. */
  readonly temperature: Support;
  /** A pair is the range that is still accepted. */
  readonly topP: Support | readonly [min: number, max: number];
  /** `false`: must not be sent, in whatever place `sampling.topK` names. */
  readonly topK: Support;
  /** `inferenceConfig.maxTokens`. */
  readonly maxTokens: Support;
}

/** What is told of every model that reasons in some way. */
export interface ReasoningBase {
  /** Whether the model reasons when a request says nothing about it. */
  readonly byDefault: Support;
  /**
   * Whether `toolChoice` `any` and `tool` are accepted while the model reasons. `'ignored'`: Converse takes them, and the model
   * does not do as it is told.
   */
  readonly forcedToolChoice: Support | 'ignored';
  /** Whether a last message of the role `assistant` is continued while the model reasons. */
  readonly prefill: Support;
  readonly sampling: ReasoningSampling;
  /**
   * How `reasoningContent` goes back in later turns. `signed`: with its signature, unchanged. `redacted`: as the
   * `redactedContent` that it came as, never as text. `unsigned`: accepted without a signature. `refused`: it must be left
   * out of the request.
   */
  readonly history: 'signed' | 'redacted' | 'unsigned' | 'refused' | 'unknown';
  /**
   * A JSON Pointer for `additionalModelResponseFieldPaths` under which the answer, whole or streamed, tells how many of its tokens
   * the reasoning took; `undefined` where none is known. Converse's own `usage` has no such count.
   */
  readonly tokensReportedAt: string | undefined;
}

/** What is told of every model whose reasoning a request can steer. */
interface SteerableReasoning extends ReasoningBase {
  /** Fields that switch reasoning on; empty where giving a budget or an effort is enough. */
  readonly on: RequestFields;
  /** Fields that switch it off; `false` when that is refused, `'unknown'` when no source tells. */
  readonly off: RequestFields | false | 'unknown';
}

/** How a budget in tokens is written. The budget must stay below `maxTokens`. */
export interface ReasoningBudget {
  /** Where it stands inside `additionalModelRequestFields`, member by member. */
  readonly path: readonly string[];
  /** The least number of tokens. */
  readonly min: number;
}

/** How an effort is written. */
export interface ReasoningEffort {
  /** Where it stands inside `additionalModelRequestFields`, member by member. */
  readonly path: readonly string[];
  /** Whether `outputConfig.effort`, Converse's own member for it, is accepted as well. */
  readonly outputConfig: Support;
  /** Accepted values, from least to most. */
  readonly levels: readonly Effort[];
  /** What the model does when none is sent. */
  readonly default: Effort | 'unknown';
  /** The highest that is taken beside `off`; `undefined` where each is, or where no source tells. */
  readonly highestWhenOff: Effort | undefined;
  /** The value of `anthropic_beta` that must go with it, if any. */
  readonly beta: string | undefined;
  /**
   * Whether a message of the role `system` may bring another effort for the turns behind it, in the model's own body on InvokeModel and
   * with a beta. Converse has no place for it.
   * @see https://platform.claude.com/docs/en/build-with-claude/effort-per-message
   */
  readonly perMessage: Support;
}

/**
 * How a model reasons, by `kind`.
 *
 * - `none`: it does not; reasoning fields are refused or ignored.
 * - `fixed`: it always does, and no field steers it.
 * - `budget`: a request gives tokens (Claude 3.7 to 4.5).
 * - `adaptive`: the model decides, an effort steers it (Claude from 4.6 on). `budget` is there where that form is still accepted.
 * - `effort`: a request gives an effort (Nova 2, OpenAI, most open-weight models that reason).
 * - `unknown`: no source tells, neither whether nor how.
 */
export type Reasoning =
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' }
  | (ReasoningBase & { readonly kind: 'fixed' })
  | (SteerableReasoning & {
      readonly kind: 'budget';
      readonly budget: ReasoningBudget;
      /** An effort that may go with the budget, where the model takes one. */
      readonly effort: ReasoningEffort | undefined;
    })
  | (SteerableReasoning & {
      readonly kind: 'adaptive';
      readonly effort: ReasoningEffort;
      /** The older form, `undefined` where it is refused. `on` are its own fields. */
      readonly budget: (ReasoningBudget & { readonly on: RequestFields }) | undefined;
      /** Values of `thinking.type` beside `adaptive` and `disabled`, such as `between_tools`, from the one that thinks least. */
      readonly modes: readonly string[];
      /** Values of `thinking.display`; the first is what a request without it gets. `omitted` gives no text at all. */
      readonly displays: readonly string[];
    })
  | (SteerableReasoning & { readonly kind: 'effort'; readonly effort: ReasoningEffort });
