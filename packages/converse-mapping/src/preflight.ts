// Bedrock's own rules over a converted request: before it costs a round trip, or once Bedrock has refused it. An entry of its own, so
// that an app can load the rules when it needs them.

import { InvalidPromptError } from '@ai-sdk/provider';
import { capabilitiesOf } from '@bedrock-kit/models';
import { validateConverse, validateConverseStream, type Violation } from '@bedrock-kit/protocol/rules';
import type { UnknownRecord } from './record.ts';
import type { MappedRequest } from './request/converse-request.ts';

/** A rule about the model, not the request: the service knows better than a table, and says so itself. */
const ABOUT_THE_MODEL = 'operation-supported';

/** What a model takes, and how much of it: of a model that is newer than the table, its family does not tell. */
const ABOUT_NEWER_MODELS = /-supported$|^(?:image|document)-(?:count|size)$/;

/** What is checked: these members of what `toUncheckedConverseRequest` returns. */
export type CheckedRequest = Pick<MappedRequest, 'request' | 'warnings' | 'origin'>;

/**
 * Checks a request against Bedrock's rules, as the option `preflight` says: `repair` and `throw` throw, `warn` adds to `warnings`, which
 * `fromConverseResponse` and `createStreamMapper` pass on. The request is not changed. What a model takes that is newer than the table, `repair`
 * leaves to Bedrock.
 *
 * @throws InvalidPromptError with every broken rule, each with its place in the caller's prompt if it has one.
 */
export function checkConverseRequest(mapped: CheckedRequest): void {
  const { warnings, origin } = mapped;
  const isNewer = origin.mode === 'repair' && origin.capabilities.match === 'family';
  const violations = violationsOf(mapped).filter(({ rule }) => !(isNewer && ABOUT_NEWER_MODELS.test(rule)));
  const messages = violations.map((violation) => describe(violation, mapped));
  if (origin.mode === 'warn') {
    for (const message of new Set(messages)) {
      warnings.push({ type: 'other', message: `Bedrock will probably refuse this request: ${message}` });
    }
    return;
  }
  if (origin.mode === 'throw') for (const repair of origin.repairs) messages.push(repair);
  if (messages.length === 0) return;
  throw new InvalidPromptError({
    prompt: origin.prompt,
    message: `Bedrock would refuse this request. ${messages.join(' ')} With the option preflight: 'warn' it is sent.`,
    cause: violations,
  });
}

/**
 * Explains why Bedrock refused a request: every rule that it breaks, each with its place in the caller's prompt. Undefined if it breaks no
 * known rule.
 *
 * @param said Bedrock's own message, which is not repeated
 */
export function explainRefusal(mapped: CheckedRequest, said = ''): string | undefined {
  // About an invalid model id Bedrock's own message says all. Without an explanation the error keeps its own hint.
  const violations = violationsOf(mapped).filter(({ path }) => path !== 'modelId');
  const messages = violations.map((violation) =>
    said.includes(violation.message)
      ? `at ${placeOf(violation, mapped)}, rule ${violation.rule}`
      : describe(violation, mapped),
  );
  return messages.join('; ') || undefined;
}

function violationsOf(mapped: CheckedRequest): readonly Violation[] {
  const { request, origin } = mapped;
  // Converse takes all that ConverseStream takes except the guardrail's streaming mode, which has been left out by now.
  const validate = origin.stream ? validateConverseStream : validateConverse;
  const { match, baseModelId } = origin.capabilities;
  // A model that is in no table of language models may be in another, such as that of embedding models, which cannot converse.
  const violations = validate(
    request,
    match === 'none' ? capabilitiesOf(request.modelId, { baseModelId }) : origin.capabilities,
  );
  return violations.filter((violation) => isOurs(violation, mapped));
}

/** Whether the request is at fault, rather than the model or a block that no table knows. */
function isOurs({ rule, path }: Violation, { request, origin }: CheckedRequest): boolean {
  if (origin.mode !== 'throw' && rule === ABOUT_THE_MODEL) return false;
  return !blocksAlong(request, path).some((block) => origin.isOpaque(block));
}

function describe(violation: Violation, mapped: CheckedRequest): string {
  return `${placeOf(violation, mapped)}: ${violation.message} (rule ${violation.rule})`;
}

function placeOf({ path }: Violation, { request, origin }: CheckedRequest): string {
  const places = blocksAlong(request, path).map((block) => origin.placeOf(block));
  // The innermost block that came from the caller.
  return places.filter((known) => known !== undefined).at(-1) ?? (path === '' ? 'the request' : path);
}

/** The objects on the way into the request, such as `messages[2].content[0].document`. */
function blocksAlong(request: object, path: string): object[] {
  const blocks: object[] = [];
  let value: unknown = request;
  for (const step of path.match(/[^.[\]]+/g) ?? []) {
    // A list gives its items by their places, as an object gives its members by their names.
    value = (value as UnknownRecord | null | undefined)?.[step];
    if (typeof value === 'object' && value !== null) blocks.push(value);
  }
  return blocks;
}
