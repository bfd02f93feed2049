// What the service model lists and the mapping knows by name: whatever AWS adds to it is told here, so that it is mapped or left on purpose.
import { type ContentBlock, shapes } from '@bedrock-kit/protocol';
import { describe, expect, it, test } from 'vitest';
import { bedrock, type Call, map, user } from './messages.ts';
import { mapped } from './response/whole-answer.ts';

const guardrail = { guardrailIdentifier: 'a', guardrailVersion: '1' };

function valuesOf(name: string): readonly string[] {
  const shape = shapes[name];
  if (shape?.type !== 'enum') throw new Error(`${name} is no enumeration`);
  return shape.values;
}

function membersOf(name: string): string[] {
  const shape = shapes[name];
  if (shape?.type === 'union') return Object.keys(shape.members);
  if (shape?.type !== 'structure') throw new Error(`${name} has no members`);
  return Object.keys({ ...shape.required, ...shape.optional });
}

describe('an option takes every word of', () => {
  test.each<[shape: string, option: (word: string) => object]>([
    ['CacheTTL', (ttl) => ({ cachePoint: { ttl } })],
    ['CacheTTL', (ttl) => ({ caching: { ttl } })],
    [
      'GuardrailStreamProcessingMode',
      (mode) => ({ guardrailConfig: { ...guardrail, streamProcessingMode: mode } }),
    ],
    ['GuardrailTrace', (trace) => ({ guardrailConfig: { ...guardrail, trace } })],
    ['PerformanceConfigLatency', (latency) => ({ performanceConfig: { latency } })],
    ['ServiceTierType', (serviceTier) => ({ serviceTier })],
    ['ServiceTierType', (type) => ({ serviceTier: { type } })],
  ])('%s', (shape, option) => {
    for (const word of valuesOf(shape)) {
      const { warnings } = map({ providerOptions: bedrock(option(word)) }, 'vendor.unknown');
      expect([word, warnings.filter(({ type }) => type === 'other')]).toEqual([word, []]);
    }
  });

  it('GuardrailConverseContentQualifier', () => {
    const guardContentQualifiers = valuesOf('GuardrailConverseContentQualifier');
    const { request } = map({
      providerOptions: bedrock({ guardrailConfig: guardrail }),
      prompt: [
        {
          role: 'user',
          content: [
            {
              type: 'text',
              text: 'hi',
              providerOptions: bedrock({ guardContent: true, guardContentQualifiers }),
            },
          ],
        },
      ],
    });
    const content = [{ guardContent: { text: { text: 'hi', qualifiers: guardContentQualifiers } } }];
    expect(request.messages).toEqual([{ role: 'user', content }]);
  });
});

it('every member of a request is written by some call', () => {
  const call: Call = {
    prompt: [{ role: 'system', content: 'Be brief.' }, user('hi')],
    temperature: 0.5,
    tools: [{ type: 'function', name: 'look', inputSchema: { type: 'object' } }],
    providerOptions: bedrock({
      additionalModelRequestFields: { a: 1 },
      additionalModelResponseFieldPaths: ['/a'],
      guardrailConfig: guardrail,
      outputConfig: { effort: 'low' },
      performanceConfig: { latency: 'standard' },
      requestMetadata: { a: 'b' },
      serviceTier: 'default',
    }),
  };
  const prompt = 'arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ';
  const written = [
    map(call, 'vendor.unknown').request,
    map({ providerOptions: bedrock({ promptVariables: { a: 'b' } }) }, prompt).request,
  ].flatMap((request) => Object.keys(request));
  // The model id is of the call, not of what is mapped.
  expect([...new Set(['modelId', ...written])].sort()).toEqual(membersOf('ConverseRequest').sort());
});

type Members<Union> = Union extends unknown ? keyof Union : never;

describe('a block of an answer', () => {
  const source = { bytes: { base64: 'AA==' } };
  const tool = { tool: { name: 'look' } };
  // `custom` is what the AI SDK has no part for, kept as it came; a result, too, without the call that it answers.
  const blocks: {
    readonly [Kind in Members<ContentBlock>]: readonly [block: object | string, type: string];
  } = {
    text: ['hi', 'text'],
    image: [{ format: 'png', source }, 'file'],
    document: [{ name: 'a', format: 'pdf', source }, 'file'],
    video: [{ format: 'mp4', source }, 'file'],
    audio: [{ format: 'wav', source }, 'file'],
    toolUse: [{ toolUseId: 'a', name: 'look', input: {} }, 'tool-call'],
    toolResult: [{ toolUseId: 'a', content: [{ text: 'seen' }] }, 'custom'],
    guardContent: [{ text: { text: 'hi' } }, 'text'],
    cachePoint: [{ type: 'default' }, 'custom'],
    reasoningContent: [{ reasoningText: { text: 'hm' } }, 'reasoning'],
    citationsContent: [{ content: [{ text: 'hi' }], citations: [] }, 'text'],
    searchResult: [{ source: 'a', title: 'b', content: [] }, 'custom'],
    toolAddition: [tool, 'custom'],
    toolRemoval: [tool, 'custom'],
  };

  it.each(Object.entries(blocks))('%s', (kind, [block, type]) => {
    expect(mapped([{ [kind]: block }]).content.map((part) => part.type)).toEqual([type]);
  });
});

it('a stream has these events beside its exceptions, and blocks that start and go on so', () => {
  expect(membersOf('ConverseStreamOutput').filter((name) => !name.endsWith('Exception'))).toEqual([
    'messageStart',
    'contentBlockStart',
    'contentBlockDelta',
    'contentBlockStop',
    'messageStop',
    'metadata',
  ]);
  expect(membersOf('ContentBlockStart')).toEqual(['toolUse', 'toolResult', 'image']);
  expect(membersOf('ContentBlockDelta')).toEqual([
    'text',
    'toolUse',
    'toolResult',
    'reasoningContent',
    'citation',
    'image',
  ]);
});
