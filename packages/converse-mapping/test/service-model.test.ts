// What the service model lists and the mapping knows by name: whatever AWS adds to it is told here, so that it is mapped or left on purpose.
import { type ContentBlock, shapes } from '@bedrock-kit/protocol';
import { describe, expect, it, test } from 'vitest';
import { bedrock, type Call, CLAUDE_4_5, map, NOVA_PRO, user } from './messages.ts';
import { mapped } from './response/whole-answer.ts';
import { refusedBy } from './witness.ts';

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

const WORDS: readonly [shape: string, option: (word: string) => object][] = [
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
];

describe('an option takes every word of', () => {
  test.each(WORDS)('%s', (shape, option) => {
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

// No release of ours stands between an app and what AWS has added since.
describe.each([CLAUDE_4_5, NOVA_PRO])('a word that AWS adds later is sent to %s, with a warning', (model) => {
  /** What says that the service model of today does not have it. */
  const rules: { readonly [shape: string]: readonly string[] } = {
    CacheTTL: ['cache-point-ttl', 'enum'],
    ServiceTierType: ['service-tier-supported'],
  };

  test.each(WORDS)('%s', (shape, option) => {
    const options = bedrock({ preflight: 'warn', ...option('brand-new') });
    const { request, warnings } = refusedBy(rules[shape] ?? ['enum'], () =>
      map({ providerOptions: options }, model, true),
    );
    expect(JSON.stringify(request)).toContain('"brand-new"');
    const [told, refused, ...others] = warnings.map((warning) => 'message' in warning && warning.message);
    expect(told).toMatch(
      /^providerOptions\.bedrock\.\S+ is "brand-new", and known are '.+'\. AWS may have added it since\.$/,
    );
    expect(refused).toMatch(/^Bedrock will probably refuse this request: /);
    // The rule about the model stands beside the one of the service model.
    expect(others).toHaveLength(shape === 'CacheTTL' ? 1 : 0);
  });

  it('GuardrailConverseContentQualifier', () => {
    const providerOptions = bedrock({ guardContent: true, guardContentQualifiers: ['brand-new'] });
    const prompt: Call['prompt'] = [
      { role: 'user', content: [{ type: 'text', text: 'hi', providerOptions }] },
    ];
    const { request } = refusedBy(['enum'], () =>
      map({ prompt, providerOptions: bedrock({ preflight: 'warn' }) }, model),
    );
    const content = [{ guardContent: { text: { text: 'hi', qualifiers: ['brand-new'] } } }];
    expect(request.messages).toEqual([{ role: 'user', content }]);
  });

  it('of a word in many places there is one warning, with the first of them', () => {
    const providerOptions = bedrock({ guardContent: true, guardContentQualifiers: ['brand-new'] });
    const text = { type: 'text' as const, text: 'hi', providerOptions };
    const { warnings } = refusedBy(['enum'], () =>
      map(
        {
          prompt: [{ role: 'user', content: [text, text] }],
          providerOptions: bedrock({ preflight: 'warn' }),
        },
        model,
      ),
    );
    expect(
      warnings.filter((warning) => 'message' in warning && /may have added/.test(warning.message)),
    ).toEqual([
      {
        type: 'other',
        message: expect.stringMatching(/content\[0\].* is "brand-new", and known are /) as string,
      },
    ]);
  });

  it('an hour may stand behind a time that nobody knows', () => {
    const marked = (ttl: string): NonNullable<Call['prompt']>[number] => ({
      role: 'user',
      content: [{ type: 'text', text: ttl, providerOptions: bedrock({ cachePoint: { ttl } }) }],
    });
    const { request } = refusedBy(['cache-point-ttl', 'enum'], () =>
      map(
        { prompt: [marked('24h'), marked('1h')], providerOptions: bedrock({ preflight: 'warn' }) },
        CLAUDE_4_5,
      ),
    );
    const points = request.messages?.[0]?.content.flatMap((block) =>
      'cachePoint' in block ? block.cachePoint : [],
    );
    expect(points).toEqual([
      { type: 'default', ttl: '24h' },
      { type: 'default', ttl: '1h' },
    ]);
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
