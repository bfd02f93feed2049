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
import type { Conversation } from './conversation.ts';

export interface Preflight {
  readonly request: ConverseStreamRequest;
  readonly capabilities: ModelCapabilities;
  readonly mode: BedrockLanguageModelOptions['preflight'];
  readonly stream: boolean;
  readonly prompt: LanguageModelV4Prompt;
  readonly warnings: Warnings;
  readonly conversation: Pick<Conversation, 'opaque' | 'originOf'>;
}

/** What the service says of the model rather than of the request; it says so itself, and better than a table can. */
const ABOUT_THE_MODEL = ['operation-supported', 'tool-use-streaming'];

/** @throws InvalidPromptError with every violation, each with its place in the caller's prompt where it has one. */
export function preflight(check: Preflight): void {
  const { mode = 'repair', warnings } = check;
  const violations = violationsOf(check).filter((violation) => isOurs(violation, check));
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

/** Whether the request has to answer for it, rather than the model or a block that no table knows. */
function isOurs({ rule, path }: Violation, { mode, request, conversation }: Preflight): boolean {
  if (mode !== 'throw' && ABOUT_THE_MODEL.includes(rule)) return false;
  return !blocksAlong(request, path).some((block) => conversation.opaque.has(block));
}

function violationsOf({ request, capabilities, stream }: Preflight): readonly Violation[] {
  // Converse takes all that ConverseStream takes, but for the guardrail's streaming mode, which is left out before.
  return stream ? validateConverseStream(request, capabilities) : validateConverse(request, capabilities);
}

function describe({ path, message, rule }: Violation, { request, conversation }: Preflight): string {
  const origins = blocksAlong(request, path).map((block) => conversation.originOf(block));
  // The innermost block that came from the caller.
  const place =
    origins.filter((origin) => origin !== undefined).at(-1) ?? (path === '' ? 'the request' : path);
  return `${place}: ${message} (rule ${rule})`;
}

/** The objects on the way into the request, such as `messages[2].content[0].document`. */
function blocksAlong(request: object, path: string): object[] {
  const blocks: object[] = [];
  let value: unknown = request;
  for (const step of path.match(/[^.[\]]+/g) ?? []) {
    if (Array.isArray(value)) value = value[Number(step)];
    else value = isRecord(value) ? value[step] : undefined;
    if (typeof value === 'object' && value !== null) blocks.push(value);
  }
  return blocks;
}
