// What is large is looked through in time that grows as the request, however many violations it has.
import { capabilitiesOf } from '@bedrock-kit/models';
import { expect, test } from 'vitest';
import { Converse } from '../src/operations.ts';
import { checkLimits } from '../src/limits.ts';
import type { Json } from '../src/values.ts';
import { validateConverse } from '../src/validate-converse.ts';
import type { Message } from '../src/types/message.ts';

const limited = { timeout: 10_000 };

function many<Item>(count: number, make: (index: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function rulesBrokenBy(modelId: string, messages: Message[], schema?: Json): string[] {
  const tool = { toolSpec: { name: 'a', strict: true, inputSchema: { json: schema ?? {} } } };
  const toolConfig = schema === undefined ? undefined : { tools: [tool] };
  const violations = validateConverse({ modelId, messages, toolConfig }, capabilitiesOf(modelId));
  return violations.map(({ rule }) => rule);
}

const hi: Message = { role: 'user', content: [{ text: 'hi' }] };

test('more violations of a list than a function takes arguments', limited, () => {
  const stopSequences = many(200_000, () => 1);
  const request = { modelId: 'a', messages: [], inferenceConfig: { stopSequences } };
  const violations = checkLimits(Converse.input, request);
  expect(violations.filter(({ rule }) => rule === 'type')).toHaveLength(200_000);
});

test('images that an assistant has drawn are known at once', limited, () => {
  const image = { image: { format: 'png' as const, source: { bytes: { base64: 'AAAA' } } } };
  const drawn: Message = { role: 'assistant', content: many(100_000, () => image) };
  expect(rulesBrokenBy('us.amazon.nova-pro-v1:0', [hi, drawn])).not.toContain('media-in-user-messages');
});

test(
  'members that a strict schema requires are known at once, and there may be more of them than a function takes arguments',
  limited,
  () => {
    const names = many(130_000, (index) => `a${index}`);
    const properties = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
    const schema = { type: 'object', additionalProperties: false, properties, required: names };
    expect(rulesBrokenBy('us.anthropic.claude-sonnet-4-5-20250929-v1:0', [hi], schema)).toEqual([]);
  },
);

test('a name and a path of many megabytes are too long, and no error', limited, () => {
  const long = 'a'.repeat(16_000_000);
  const document = { format: 'txt' as const, name: long, source: { bytes: { base64: 'YQ==' } } };
  const request = {
    modelId: 'amazon.nova-lite-v1:0',
    messages: [{ role: 'user' as const, content: [{ text: 'hi' }, { document }] }],
    additionalModelResponseFieldPaths: [`/${long}`],
  };
  const violations = validateConverse(request, capabilitiesOf(request.modelId));
  expect(violations.map(({ path, rule }) => [path, rule])).toEqual([
    ['messages[0].content[1].document.name', 'length'],
    ['additionalModelResponseFieldPaths[0]', 'length'],
  ]);
});
