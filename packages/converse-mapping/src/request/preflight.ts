// Bedrock's own rules over the finished request, before it costs a round trip: what is left is said in the caller's terms.

import { InvalidPromptError, type LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { ModelCapabilities } from '@bedrock-kit/models';
import {
  type ConverseStreamRequest,
  validateConverse,
  validateConverseStream,
  type Violation,
} from '@bedrock-kit/protocol';
import type { BedrockLanguageModelOptions } from '../options.ts';
import { isRecord } from '../record.ts';
import type { Warnings } from '../warnings.ts';

export interface Preflight {
  readonly request: ConverseStreamRequest;
  readonly capabilities: ModelCapabilities;
  readonly mode: BedrockLanguageModelOptions['preflight'];
  readonly stream: boolean;
  readonly prompt: LanguageModelV4Prompt;
  readonly warnings: Warnings;
  readonly originOf: (block: object) => string | undefined;
}

/** What the service says of the model rather than of the request; it says so itself, and better than a table can. */
const ABOUT_THE_MODEL = ['operation-supported', 'tool-use-streaming'];

/** @throws InvalidPromptError with every violation, each with its place in the caller's prompt where it has one. */
export function preflight(check: Preflight): void {
  const { mode = 'repair', warnings } = check;
  const violations = violationsOf(check).filter(
    ({ rule }) => mode === 'throw' || !ABOUT_THE_MODEL.includes(rule),
  );
  const messages = violations.map((violation) => describe(violation, check));
  if (mode === 'warn') {
    for (const message of messages) warnings.other(`Bedrock will probably refuse this request: ${message}`);
    return;
  }
  if (mode === 'throw') messages.push(...warnings.repairs);
  if (messages.length === 0) return;
  throw new InvalidPromptError({
    prompt: check.prompt,
    message: `Bedrock would refuse this request. ${messages.join(' ')}`,
    cause: violations,
  });
}

function violationsOf({ request, capabilities, stream }: Preflight): readonly Violation[] {
  // Converse takes all that ConverseStream takes, but for the guardrail's streaming mode, which is left out before.
  return stream ? validateConverseStream(request, capabilities) : validateConverse(request, capabilities);
}

function describe({ path, message, rule }: Violation, { request, originOf }: Preflight): string {
  const place = originAlong(request, path, originOf) ?? (path === '' ? 'the request' : path);
  return `${place}: ${message} (rule ${rule})`;
}

/** Walks the path into the request and keeps the last block whose origin is known. */
function originAlong(
  request: object,
  path: string,
  originOf: (block: object) => string | undefined,
): string | undefined {
  let value: unknown = request;
  let origin: string | undefined;
  for (const step of path.match(/[^.[\]]+/g) ?? []) {
    value = isRecord(value) || Array.isArray(value) ? (value as { [key: string]: unknown })[step] : undefined;
    if (typeof value === 'object' && value !== null) origin = originOf(value) ?? origin;
  }
  return origin;
}
