/**
 * What the schema check in front of a model says of a body of InvokeModel: in one message, each violation behind its place
 * as a JSON Pointer.
 */
import type { JsonObject } from '@bedrock-kit/protocol';
import { type ServiceError, validationError } from '../service-error.ts';
import { NotJson, parseJsonObject } from '../wire/json.ts';

/** https://github.com/pingcap/autoflow/pull/574 shows the form for one violation. */
export function malformedInput(violation: string): ServiceError {
  return validationError(`Malformed input request: ${violation}, please reformat your input and try again.`);
}

/** What an object of a body may have. */
export interface Keys {
  readonly required?: readonly string[];
  /** All members that there may be; undefined where others pass. */
  readonly known?: readonly string[] | undefined;
  /** The message about a member that is not known, for models of which Bedrock does not name the member. */
  readonly refusal?: string | undefined;
}

/**
 * Refuses an object that lacks a member, or has one that its schema does not name, all in one message.
 *
 * https://github.com/promptfoo/promptfoo/issues/914, https://github.com/langchain-ai/langchain-aws/issues/43
 *
 * @throws {ServiceError} `ValidationException`
 */
export function checkKeys(object: JsonObject, place: string, { required = [], known, refusal }: Keys): void {
  const missing = required.filter((name) => object[name] === undefined);
  const extraneous = known === undefined ? [] : Object.keys(object).filter((name) => !known.includes(name));
  if (missing.length === 0 && extraneous.length > 0 && refusal !== undefined)
    throw validationError(refusal, {
      hint: `Not permitted: ${extraneous.join(', ')}.`,
    });
  const violations = [
    ...missing.map((name) => `required key [${name}] not found`),
    ...extraneous.map((name) => `extraneous key [${name}] is not permitted`),
  ];
  if (violations.length > 0)
    throw malformedInput(violations.map((violation) => `#${place}: ${violation}`).join(''));
}

/**
 * The body of InvokeModel as JSON.
 *
 * @throws {ServiceError} `ValidationException`
 */
export function readNativeBody(bytes: Uint8Array): JsonObject {
  try {
    return parseJsonObject(bytes);
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    throw malformedInput(`#: the body must be a JSON object, ${error.message}`);
  }
}
