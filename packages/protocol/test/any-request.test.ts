// Whatever a request of the right form holds, the rules end with violations or without, and never throw.
import { capabilitiesOf } from '@bedrock-kit/models';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OperationName } from '../src/operation.ts';
import { operations } from '../src/operations.ts';
import type { Members, Shape } from '../src/shape.ts';
import { type OperationRequests, validateRequest } from '../src/validate-request.ts';
import type { Violation } from '../src/violation.ts';

/** Texts that rules look for, beside any other. */
const texts = [
  '',
  ' ',
  'a',
  'weather',
  '{"a":1}',
  '/stop_sequence',
  'a:1',
  'report.pdf',
  'INPUT',
  'arn:aws:bedrock:x',
];
const models = [
  'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
  'us.anthropic.claude-opus-5-5',
  'us.amazon.nova-2-lite-v1:0',
  'us.openai.gpt-6-luna',
  'mistral.mistral-7b-instruct-v0:2',
  'us.deepseek.r1-v1:0',
  'a-model-that-nobody-knows',
];

/** Values of a shape: always of its form, mostly within its limits. */
function valuesOf(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.type) {
    case 'structure':
      return fc
        .tuple(
          fc.record(membersOf(shape.required)),
          fc.record(membersOf(shape.optional), { requiredKeys: [] }),
        )
        .map(([required, optional]) => ({ ...required, ...optional }));
    case 'union':
      return fc.oneof(
        ...Object.entries(shape.members).map(([name, member]) =>
          valuesOf(member).map((value) => ({ [name]: value })),
        ),
      );
    case 'list':
      return fc.array(valuesOf(shape.member), { maxLength: 4 });
    case 'map':
      return fc.dictionary(fc.constantFrom(...texts), valuesOf(shape.value), { maxKeys: 2 });
    case 'enum':
      return fc.constantFrom(...shape.values);
    case 'string':
      return fc.constantFrom(...texts);
    case 'integer':
    case 'long':
      return fc.integer({ min: -1, max: 20_000 });
    case 'float':
    case 'double':
      return fc.double({ min: -0.5, max: 1.5, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'blob':
      return fc.constantFrom(new Uint8Array(1), { base64: 'AA==' });
    case 'timestamp':
      return fc.constant(new Date(0));
    case 'document':
      return fc.constantFrom(
        null,
        1,
        'text',
        [1],
        {},
        { type: 'object' },
        { thinking: { type: 'enabled', budget_tokens: 1 } },
      );
  }
}

function membersOf(members: Members | undefined): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(Object.entries(members ?? {}).map(([name, member]) => [name, valuesOf(member)]));
}

test.each(Object.keys(operations) as OperationName[])('%s', (operation) => {
  const rules = new Set<string>();
  fc.assert(
    fc.property(
      valuesOf(operations[operation].input),
      fc.constantFrom(...models),
      fc.boolean(),
      (request, id, availability) => {
        // The request has the form of the operation's own shape.
        const typed = request as OperationRequests[OperationName];
        const violations: Violation[] = validateRequest(operation, typed, capabilitiesOf(id), {
          availability,
        });
        for (const { rule, path, message } of violations) {
          rules.add(rule);
          expect(path).not.toMatch(/undefined|NaN/);
          expect(message).not.toMatch(/undefined|NaN|\[object/);
        }
      },
    ),
    { numRuns: operation.startsWith('Converse') ? 1500 : 200 },
  );
  // Random conversations come to most of the rules, or they would show nothing.
  if (operation === 'Converse') expect(rules.size).toBeGreaterThan(40);
});

test('what gets or lists invocations is held to its limits', () => {
  const nothing = capabilitiesOf('a-model-that-nobody-knows');
  const found = [
    ...validateRequest('GetAsyncInvoke', { invocationArn: 'x' }, nothing),
    ...validateRequest('ListAsyncInvokes', { maxResults: 0 }, nothing),
  ];
  expect(found.map(({ rule, path }) => [rule, path])).toEqual([
    ['pattern', 'invocationArn'],
    ['range', 'maxResults'],
  ]);
});

test('no rule walks a value of the wrong type', () => {
  const request = { modelId: 'us.anthropic.claude-opus-5-5', messages: [{ role: 'user', content: 'hi' }] };
  const typed = request as unknown as OperationRequests['Converse']; // a text in the place of blocks
  const violations = validateRequest('Converse', typed, capabilitiesOf(request.modelId));
  expect(violations.map(({ rule, path }) => [rule, path])).toEqual([['type', 'messages[0].content']]);
});

test.each(Object.keys(operations) as OperationName[])(
  '%s without the members that it requires is told of them, and walked by no rule',
  (operation) => {
    const empty = {} as OperationRequests[OperationName]; // of no operation's form
    const violations = validateRequest(operation, empty, capabilitiesOf('a-model-that-nobody-knows'));
    const required = Object.keys(operations[operation].input.required ?? {});
    expect(violations.map(({ rule, path }) => [rule, path])).toEqual(
      required.map((name) => ['required', name]),
    );
  },
);
