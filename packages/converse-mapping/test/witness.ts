// Every request that a test of this package makes comes from here, and no test can make one without: it passes Bedrock's rules, or
// the test has stated by which of them it is refused; and it is on the wire, member by member, what AWS's own client sends.
import {
  type Violation,
  validateConverse,
  validateConverseStream,
  validateCountTokens,
} from '@bedrock-kit/protocol/rules';
import { capabilitiesOf } from '@bedrock-kit/models';
import type { ConverseStreamRequest, CountTokensRequest } from '@bedrock-kit/protocol';
import { afterAll, afterEach, expect } from 'vitest';
import * as mapping from '../src/index.ts';
import type { MappedRequest } from '../src/index.ts';
import { type Made, sentByAws, sentByBedrockKit } from './sent.ts';

/**
 * Content blocks that Bedrock gave, that nobody's tables know, and that go back as they came. AWS's client sends each as an empty object
 * and no rule can judge them: with the member below this is all that the two witnesses do not see.
 */
const UNKNOWN_BLOCKS: readonly string[] = [
  // A block of a later version of the service, as the tests make it up.
  'futureThing',
];

/** A member that a caller added by hand, which the service model does not have: AWS's client leaves it out. */
const UNKNOWN_MEMBER = 'laterMember';

/** What a model newer than the table takes is for Bedrock to judge: a request may break these rules, though no test has stated it. */
const OF_NEWER_MODELS = /-supported$|^(?:image|document)-(?:count|size)$/;

const waiting: Made[] = [];
const seen = { made: 0, compared: 0 };
let stated: readonly string[] = [];

// For the blocks of the README, which are tests too.
export { createStreamMapper, fromConverseResponse } from '../src/index.ts';

/** How many requests the tests of this file have made. */
export function witnessedRequests(): number {
  return seen.made;
}

export function toConverseRequest(...call: Parameters<typeof mapping.toConverseRequest>): MappedRequest {
  return witnessed(() => mapping.toConverseRequest(...call));
}

export function toUncheckedConverseRequest(
  ...call: Parameters<typeof mapping.toUncheckedConverseRequest>
): MappedRequest {
  return witnessed(() => mapping.toUncheckedConverseRequest(...call));
}

export function toCountTokensRequest(request: ConverseStreamRequest): CountTokensRequest {
  const counted = mapping.toCountTokensRequest(request);
  expect(rulesOf(validateCountTokens(counted, capabilitiesOf(counted.modelId)), counted)).toEqual(
    [...stated].sort(),
  );
  keep({ operation: 'CountTokens', request: counted });
  return counted;
}

/** What is made inside is made although Bedrock refuses it, and by exactly these rules. */
export function refusedBy<Result>(rules: readonly string[], make: () => Result): Result {
  stated = rules;
  try {
    return make();
  } finally {
    stated = [];
  }
}

/** A conversion that throws has made nothing: the error is what its test looks at. */
function witnessed(convert: () => MappedRequest): MappedRequest {
  const mapped = convert();
  const { request, origin } = mapped;
  const { baseModelId, match } = origin.capabilities;
  const violations = (origin.stream ? validateConverseStream : validateConverse)(
    request,
    capabilitiesOf(request.modelId, { baseModelId }),
  );
  const isOpen = (rule: string): boolean =>
    match === 'family' && OF_NEWER_MODELS.test(rule) && !stated.includes(rule);
  expect(rulesOf(violations, request).filter((rule) => !isOpen(rule))).toEqual([...stated].sort());
  keep({ operation: origin.stream ? 'ConverseStream' : 'Converse', request });
  return mapped;
}

function keep(made: Made): void {
  seen.made += 1;
  waiting.push(made);
}

/** Compares what was made so far. Runs by itself after each test; a property calls it to shrink what fails. */
export async function compareWithAws(): Promise<void> {
  for (const made of waiting.splice(0)) {
    seen.compared += 1;
    const [theirs, ours] = await Promise.all([sentByAws(made), sentByBedrockKit(made)]);
    expect({ ...ours, body: withoutUnknown(ours.body) }).toEqual(theirs);
  }
}

afterEach(compareWithAws);

afterAll(() => {
  expect(seen.compared).toBe(seen.made);
});

function rulesOf(violations: readonly Violation[], request: object): string[] {
  const judged = violations.filter(({ path }) => !leadsThroughUnknown(request, path));
  return [...new Set(judged.map(({ rule }) => rule))].sort();
}

function leadsThroughUnknown(request: object, path: string): boolean {
  let value: unknown = request;
  for (const step of path.match(/[^.[\]]+/g) ?? []) {
    // Arrays have their items under their indexes.
    value = isObject(value) ? value[step] : undefined;
    if (isObject(value) && isUnknownBlock(value)) return true;
  }
  return false;
}

function withoutUnknown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUnknown);
  if (!isObject(value)) return value;
  if (isUnknownBlock(value)) return {};
  const known = Object.entries(value).filter(([name]) => name !== UNKNOWN_MEMBER);
  return Object.fromEntries(known.map(([name, member]) => [name, withoutUnknown(member)]));
}

function isUnknownBlock(value: object): boolean {
  return UNKNOWN_BLOCKS.some((name) => Object.hasOwn(value, name));
}

function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null;
}
