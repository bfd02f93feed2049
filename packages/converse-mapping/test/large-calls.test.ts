// What is large takes time in proportion to its size, what is long is no list of arguments, and what is deep is read to its end.
import { expect, it } from 'vitest';
import { inputNames } from '../src/request/input-names.ts';
import { mapSchema, optionalMembers } from '../src/request/json-schema.ts';
import { type Conversation, newConversation } from '../src/request/conversation.ts';
import { namedMembers } from '../src/request/named-members.ts';
import { refusesPriorReasoning } from '../src/request/prior-reasoning.ts';
import { strictSchema } from '../src/request/strict-schema.ts';
import { pairToolResults } from '../src/request/tool-pairs.ts';
import { settleSystem } from '../src/request/system.ts';
import { newToolIds } from '../src/request/tool-ids.ts';
import { distinctTexts, ToolNames } from '../src/request/tool-names.ts';
import { toolSchema } from '../src/request/tool-schema.ts';
import { transliterate } from '../src/request/transliteration.ts';
import { settleToolTurns, settleTurns } from '../src/request/turns.ts';
import { languageCapabilitiesOf } from '@bedrock-kit/models';
import type { ContentBlock } from '@bedrock-kit/protocol';
import { CLAUDE_4_5, read, start, stop } from './messages.ts';
import { closed } from './request/schema-limits.ts';

const limited = { timeout: 10_000 };

function many<Item>(count: number, make: (index: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** `levels` times inside itself. */
function nested(levels: number, inside: (value: object) => object, value: object = {}): object {
  let outside = value;
  for (let level = 0; level < levels; level += 1) outside = inside(outside);
  return outside;
}

/** A conversation whose blocks are given as they are sent. */
function conversationOf(turns: Conversation['turns'], modelId = CLAUDE_4_5): Conversation {
  return Object.assign(newConversation(languageCapabilitiesOf(modelId), new Map(), true), { turns });
}

const use = (toolUseId: string) => ({ toolUse: { toolUseId, name: 'a', input: {} } });
const answer = (toolUseId: string) => ({ toolResult: { toolUseId, content: [] } });
const text = { text: 'a' };

it(
  'calls without a result, and results that come late in another order, are looked for once',
  limited,
  () => {
    const open = conversationOf(
      many(60_000, (index) => [
        { role: 'user' as const, content: [text] },
        { role: 'assistant' as const, content: [use(`c${index}`)] },
      ]).flat(),
    );
    pairToolResults(open);
    expect(open.turns.filter(({ content: [first = {}] }) => 'toolResult' in first)).toHaveLength(60_000);
    const ids = many(60_000, (index) => `c${index}`);
    const late = conversationOf([
      { role: 'assistant', content: ids.map(use) },
      { role: 'user', content: [text] },
      { role: 'assistant', content: [text] },
      { role: 'user', content: [...ids].reverse().map(answer) },
    ]);
    pairToolResults(late);
    const [, given, , left] = late.turns;
    expect([given?.content.length, given?.content[0], left?.content]).toEqual([60_001, answer('c0'), []]);
  },
);

it('texts that are to be distinct do not try the suffixes that are taken once more', limited, () => {
  const distinct = distinctTexts(64);
  for (let copy = 2; copy <= 40_000; copy += 1) distinct(`a_${copy}`);
  expect(many(40_000, () => distinct('a')).at(-1)).toBe('a_79999');
  const names = new ToolNames();
  const letters = many(20_000, (index) => String.fromCharCode(0x4e00 + index));
  expect(letters.map((letter) => names.wire(letter)).at(-1)).toBe('__20000');
  const properties = Object.fromEntries(letters.map((letter) => [letter, {}]));
  expect([...(inputNames({ properties }) ?? [])].at(-1)).toEqual(['__20000', letters.at(-1)]);
});

it('results of calls with one id are given to them in turn', limited, () => {
  const ids = newToolIds();
  const sent = many(200_000, () => ids.call('c'));
  expect(sent.map(() => ids.result('c')?.id).every((id, index) => id === sent[index])).toBe(true);
  expect(ids.result('c')).toEqual({ id: 'c_200000', repeated: true });
});

it('calls of an answer that all come with one id get ids of their own', limited, () => {
  const events = many(20_000, (index) => [
    start(index, { toolUse: { toolUseId: 't', name: 'x' } }),
    stop(index),
  ]).flat();
  const found = read(events).flatMap((part) => (part.type === 'tool-input-start' ? part.id : []));
  expect([found.length, found.at(-1)]).toEqual([20_000, 't-20000']);
});

it('calls of an answer without JSON are given out, however many they are', () => {
  const block = (index: number) => [
    start(index, { toolUse: { toolUseId: `t${index}`, name: 'x' } }),
    { contentBlockDelta: { contentBlockIndex: index, delta: { toolUse: { input: '{' } } } },
    stop(index),
  ];
  const parts = read([...many(130_000, block).flat(), { messageStop: { stopReason: 'tool_use' } }]);
  expect(parts.filter(({ type }) => type === 'tool-call')).toHaveLength(130_000);
});

it('the members of many last events are put together once', limited, () => {
  const events = many(20_000, (index) => ({
    metadata: { [`a${index}`]: index, serviceTier: { type: `${index}` } },
  }));
  expect(read([...events, { messageStop: { stopReason: 'end_turn' } }]).at(-1)).toMatchObject({
    type: 'finish',
    providerMetadata: { bedrock: { serviceTier: { type: '19999' } } },
  });
});

it('a message may have more parts than a function takes arguments', limited, () => {
  const lengths = (role: 'user' | 'assistant', block: ContentBlock) => {
    const conversation = conversationOf(many(2, () => ({ role, content: many(200_000, () => block) })));
    pairToolResults(conversation);
    settleTurns(conversation);
    settleToolTurns(conversation);
    return conversation.turns.map(({ content }) => content.length);
  };
  expect(lengths('user', text)).toEqual([400_000]);
  expect(lengths('assistant', text)).toEqual([400_000]);
  expect(lengths('assistant', use('a'))).toEqual([200_000, 1, 200_000]);
});

it('more system messages than a function takes arguments open the first message where there is no system prompt', () => {
  const conversation = conversationOf([{ role: 'user', content: [text] }], 'amazon.titan-text-express-v1');
  for (let index = 0; index < 200_000; index += 1) conversation.addSystem(text, 'prompt[0]');
  settleSystem(conversation);
  expect(conversation.turns[0]?.content).toHaveLength(200_001);
});

it('accents are taken from a name in time that grows as the name', limited, () => {
  expect(transliterate(`a${'\u0301\u0323'.repeat(100_000)}é`)).toBe('ae');
});

it('a refusal is searched for its words in time that grows as the refusal', limited, () => {
  expect(refusesPriorReasoning('thinking blocks in the latest '.repeat(30_000))).toBe(false);
});

it('what schemas require is looked up at once', limited, () => {
  const names = many(100_000, (index) => `a${index}`);
  const properties = Object.fromEntries(names.map((name) => [name, {}]));
  expect(optionalMembers({ properties, required: names.slice(1) })).toEqual(['a0']);
  const branch = { properties: { a: {} }, required: names };
  expect(toolSchema({ anyOf: [branch, branch] }, closed).schema['required']).toHaveLength(100_000);
});

it('parts at the root of a schema are joined at once', limited, () => {
  const allOf = many(8000, (index) => ({ properties: { [`a${index}`]: {} }, required: [`a${index}`] }));
  const { properties, required } = toolSchema({ allOf }, closed).schema as Record<string, object>;
  expect([Object.keys(properties ?? {}).length, required]).toEqual([
    8000,
    allOf.flatMap((part) => part.required),
  ]);
});

it('a large definition is put in place of many references as long as there is room', () => {
  const large = { type: 'object', properties: Object.fromEntries(many(2000, (index) => [`b${index}`, {}])) };
  const properties = Object.fromEntries(many(1000, (index) => [`a${index}`, { $ref: '#/$defs/large' }]));
  const bare = { ...closed, otherRootMembers: false };
  const { schema } = toolSchema({ type: 'object', properties, $defs: { large } }, bare);
  const copies = Object.values(schema['properties'] as object).map(
    (member) => Object.keys(member as object).length,
  );
  expect(copies.filter(Boolean)).toHaveLength(10);
});

it(
  'schemas are followed through any number of definitions, and as deep as JSON.stringify goes',
  limited,
  () => {
    const $defs = Object.fromEntries(
      many(20_000, (index) => [
        `d${index}`,
        {
          type: 'object',
          properties: index ? { a: { $ref: `#/$defs/d${index - 1}` } } : {},
          required: index ? ['a'] : [],
        },
      ]),
    );
    const properties = { a: { $ref: '#/$defs/d1999' } };
    const chain = { type: 'object', properties, required: ['a'], $defs };
    expect(strictSchema(chain, true)).toMatchObject({ properties });
    const round = { ...$defs, d0: { type: 'object', properties } };
    expect(strictSchema({ ...chain, $defs: round }, true)).toBeUndefined();
    let count = 0;
    const deep = nested(3400, (not) => ({ not }));
    expect(JSON.stringify(deep)).toHaveLength(3400 * 8 + 2);
    mapSchema(deep, (schema) => {
      count += 1;
      return schema;
    });
    expect(count).toBe(3401);
    const value = nested(3400, (a) => ({ a }), { a: 2 ** 63 });
    const limits = toolSchema(
      { type: 'object', properties: { a: { default: value } } },
      { ...closed, largeIntegers: false },
    );
    expect(limits.schema['properties']).toEqual({ a: {} });
  },
);

it('a member without a name is left out of an input as deep as JSON.stringify goes', () => {
  const input = nested(3400, (a) => ({ a }), { '': 1, b: 2 });
  const named = namedMembers(input, JSON.stringify(input), conversationOf([]));
  expect(JSON.stringify(named)).toBe(JSON.stringify(nested(3400, (a) => ({ a }), { b: 2 })));
});
