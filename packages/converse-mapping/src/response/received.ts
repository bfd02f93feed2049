// What a reader may rely on in an event or a block: nothing, until it has looked. AWS adds members every month.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStreamOutput.html

import type { UnknownRecord } from '../record.ts';

export interface ReceivedBlockEvent {
  readonly contentBlockIndex?: unknown;
  readonly start?: unknown;
  readonly delta?: unknown;
}

export interface ReceivedEvent {
  readonly messageStart?: unknown;
  readonly contentBlockStart?: ReceivedBlockEvent | null;
  readonly contentBlockDelta?: ReceivedBlockEvent | null;
  readonly contentBlockStop?: ReceivedBlockEvent | null;
  readonly messageStop?: unknown;
  readonly metadata?: unknown;
}

/** The members of `ContentBlockDelta`, beside media; one at a time by the model, several at once from some gateways. */
export interface ReceivedDelta extends UnknownRecord {
  readonly text?: unknown;
  readonly toolUse?: unknown;
  readonly toolResult?: unknown;
  readonly reasoningContent?: unknown;
  readonly citation?: unknown;
}
