import { capabilitiesOf } from '@bedrock-kit/models';
import { expect, test } from 'vitest';
import type { ConverseRequest } from '../src/types/converse.ts';
import { validateConverse, validateConverseStream } from '../src/validate-converse.ts';
import { refusalOf, type Violation } from '../src/violation.ts';

const modelId = 'amazon.nova-lite-v1:0';
const nova = capabilitiesOf(modelId);

test('a request that AWS takes is refused by nothing', () => {
  const violations = validateConverse(
    { modelId, messages: [{ role: 'user', content: [{ text: 'Hello' }] }] },
    nova,
  );
  expect([violations, refusalOf(violations)]).toEqual([[], undefined]);
});

test('every broken rule is told; the first is the one that AWS answers with', () => {
  const request: ConverseRequest = {
    modelId,
    messages: [
      { role: 'assistant', content: [{ text: ' ' }] },
      { role: 'assistant', content: [] },
    ],
    inferenceConfig: { maxTokens: 20_000 },
  };
  const violations = validateConverseStream(request, nova);
  expect(violations.map(({ rule, path }) => [rule, path])).toEqual([
    ['conversation-starts-with-user', 'messages'],
    ['roles-alternate', 'messages[1].role'],
    ['content-empty', 'messages[1].content'],
    ['text-blank', 'messages[0].content[0].text'],
    ['max-tokens', 'inferenceConfig.maxTokens'],
  ]);
  expect(refusalOf(violations)).toEqual({
    code: 'ValidationException',
    message:
      'A conversation must start with a user message. Try again with a conversation that starts with a user message.',
  });
});

test('constraints of the service model come before rules', () => {
  const request: ConverseRequest = { modelId, messages: [], inferenceConfig: { topP: 2 } };
  const violations = validateConverse(request, nova);
  expect(violations.map(({ rule }) => rule)).toEqual(['range', 'conversation-starts-with-user']);
  expect(refusalOf([...violations].reverse())).toEqual({
    code: 'ValidationException',
    message:
      "1 validation error detected: Value '2.0' at 'inferenceConfig.topP' failed to satisfy constraint: Member must have value less than or equal to 1",
  });
});

test('a request of the wrong form is told that alone, and a wrong type before all', () => {
  // A caller without types can send this.
  const request = { messages: 'Hello' } as unknown as ConverseRequest;
  const violations = validateConverse(request, nova);
  expect(violations.map(({ rule }) => rule)).toEqual(['required', 'type']);
  expect(refusalOf(violations)).toEqual({
    code: 'SerializationException',
    message: "Value at 'messages' must be an array",
  });
});

test('a union without exactly one member is told by itself, after the constraints', () => {
  // Neither member is there, which the types do not allow.
  const empty = { modelId, messages: [{ role: 'user', content: [{}] }] } as unknown as ConverseRequest;
  const first = refusalOf(validateConverse(empty, nova));
  expect(first?.message).toMatch(
    /^ContentBlock object at messages\.0\.content\.0 must set one of the following keys: text, /,
  );
  const both = refusalOf(validateConverse({ ...empty, inferenceConfig: { topP: 2 } }, nova));
  expect(both?.message).toMatch(/^1 validation error detected: Value '2\.0' at 'inferenceConfig\.topP'/);
});

test('a violation tells where its rule can be read', () => {
  const [violation] = validateConverse({ modelId, messages: [] }, nova);
  expect(violation satisfies Violation | undefined).toEqual({
    path: 'messages',
    rule: 'conversation-starts-with-user',
    message:
      'A conversation must start with a user message. Try again with a conversation that starts with a user message.',
    code: 'ValidationException',
    evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html',
  });
});

test('a request is not changed, and the bytes of its blobs are not read', () => {
  const reads: PropertyKey[] = [];
  const bytes = new Proxy(new Uint8Array(1000), {
    get(target, property) {
      reads.push(property);
      const value: unknown = Reflect.get(target, property, target);
      // A method of a typed array works on the array alone, not on a proxy of it.
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  const request: ConverseRequest = Object.freeze({
    modelId,
    messages: [
      Object.freeze({
        role: 'user' as const,
        content: [{ image: { format: 'png' as const, source: { bytes } } }],
      }),
    ],
  });
  expect(validateConverse(request, nova)).toEqual([]);
  expect(reads.filter((property) => property !== 'byteLength')).toEqual([]);
});
