import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  capabilitiesOf,
  embeddingCapabilitiesOf,
  imageCapabilitiesOf,
  knownModelIds,
  languageCapabilitiesOf,
  type KnownModelId,
  type ModelCapabilities,
  type ModelId,
  rerankCapabilitiesOf,
} from '../src/index.ts';
import { faultsOf } from './record-shape.ts';

describe('a model of the table', () => {
  test('is found by its bare id, its profiles, its ARNs and its context variants alike', () => {
    const bare = capabilitiesOf('anthropic.claude-haiku-4-5-20251001-v1:0');
    expect([bare.match, bare.name, bare.vendor, bare.family]).toEqual([
      'model',
      'Claude Haiku 4.5',
      'anthropic',
      'claude',
    ]);
    for (const id of [
      'us.anthropic.claude-haiku-4-5-20251001-v1:0',
      'global.anthropic.claude-haiku-4-5-20251001-v1:0',
      'anthropic.claude-haiku-4-5-20251001-v1:0:200k',
      'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-haiku-4-5-20251001-v1:0',
      'arn:aws-us-gov:bedrock:us-gov-west-1:123456789012:inference-profile/us-gov.anthropic.claude-haiku-4-5-20251001-v1:0',
      'arn:aws:bedrock:us-east-1:123456789012:custom-model/anthropic.claude-haiku-4-5-20251001-v1:0/a1b2c3d4e5f6',
    ]) {
      expect(capabilitiesOf(id)).toEqual({ ...bare, id });
    }
  });

  test('is found without its date and without its version', () => {
    expect(capabilitiesOf('anthropic.claude-sonnet-4-5').name).toBe('Claude Sonnet 4.5');
    expect(capabilitiesOf('anthropic.claude-sonnet-4-6-v1').name).toBe('Claude Sonnet 4.6');
    expect(capabilitiesOf('openai.gpt-oss-20b').name).toBe('gpt-oss-20b');
  });

  test('is not mistaken for one whose name begins with its own', () => {
    expect(capabilitiesOf('anthropic.claude-opus-5').name).toBe('Claude Opus 5');
    expect(capabilitiesOf('anthropic.claude-opus-5-5').name).toBe('Claude Opus 5.5');
    expect(capabilitiesOf('anthropic.claude-3-5-sonnet-20240620-v1:0').name).toBe('Claude 3.5 Sonnet');
    expect(capabilitiesOf('anthropic.claude-3-5-sonnet-20241022-v2:0').name).toBe('Claude 3.5 Sonnet v2');
    expect(capabilitiesOf('anthropic.claude-v2').name).toBe('Claude 2');
    expect(capabilitiesOf('anthropic.claude-v2:1').name).toBe('Claude 2.1');
    expect(capabilitiesOf('amazon.titan-embed-text-v1').name).toBe('Titan Embeddings G1 Text');
    expect(capabilitiesOf('amazon.titan-embed-text-v2:0').name).toBe('Titan Text Embeddings V2');
  });

  test('has a frozen record, down to its lists', () => {
    const record = capabilitiesOf('us.anthropic.claude-opus-4-5-20251101-v1:0');
    const open: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if (!Object.isFrozen(value)) open.push(path);
      for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
    };
    walk(record, 'record');
    expect(open).toEqual([]);
  });
});

describe('a model that does not exist yet', () => {
  test.each([
    ['anthropic.claude-opus-7-20280101-v1:0', 'anthropic.claude-opus-5-5'],
    ['eu.anthropic.claude-sonnet-9', 'anthropic.claude-sonnet-5-5'],
    ['global.anthropic.claude-haiku-6-1', 'anthropic.claude-haiku-5-5'],
    ['anthropic.claude-opus-5-1', 'anthropic.claude-opus-5-5'],
    ['anthropic.claude-sonnet-4-20290101-v2:0', 'anthropic.claude-sonnet-5-5'],
    ['openai.gpt-oss-120b-2:0', 'openai.gpt-oss-120b-1:0'],
    ['anthropic.claude-saga-6', 'anthropic.claude-fable-5-1'],
    ['amazon.nova-ultra-v9:0', 'amazon.nova-2-lite-v1:0'],
    ['amazon.nova-lite-v3:0', 'amazon.nova-2-lite-v1:0'],
    ['amazon.nova-4-multimodal-embeddings-v1:0', 'amazon.nova-2-multimodal-embeddings-v1:0'],
    ['amazon.nova-2-canvas-v1:0', 'amazon.nova-canvas-v1:0'],
    ['amazon.titan-embed-text-v7:0', 'amazon.titan-embed-text-v2:0'],
    ['cohere.embed-v6:0', 'cohere.embed-v4:0'],
    ['cohere.rerank-v5:0', 'cohere.rerank-v3-5:0'],
    ['meta.llama6-90b-instruct-v1:0', 'meta.llama4-maverick-17b-instruct-v1:0'],
    ['mistral.mistral-large-2911', 'mistral.mistral-large-3-675b-instruct'],
    ['us.openai.gpt-7-sol', 'openai.gpt-6.1-sol'],
    ['deepseek.v5-v1:0', 'deepseek.v3.2'],
    ['moonshotai.kimi-k5', 'moonshotai.kimi-k3'],
    ['zai.glm-9', 'zai.glm-5.3'],
    ['us.xai.grok-6', 'xai.grok-4.7'],
    ['stability.stable-image-ultra-v9:0', 'stability.stable-image-ultra-v1:1'],
    ['twelvelabs.marengo-embed-5-0-v1:0', 'twelvelabs.marengo-embed-3-0-v1:0'],
  ])('%s gets the rules of %s', (id, newest) => {
    const record = capabilitiesOf(id);
    const model = capabilitiesOf(newest);
    expect(model.match).toBe('model');
    expect(record).toEqual({
      ...model,
      id,
      match: 'family',
      baseModelId: record.baseModelId,
      name: record.baseModelId,
      addressing: { onDemand: 'unknown', profiles: 'unknown' },
      lifecycle: { status: 'unknown', legacySince: undefined, endOfLife: undefined, replacement: undefined },
    });
  });
});

test('a Claude of unknown age takes a budget as well, the form of the older ones, and can be kept from thinking', () => {
  const { reasoning } = capabilitiesOf('anthropic.claude');
  expect(reasoning).toEqual({
    ...capabilitiesOf('anthropic.claude-fable-5-1').reasoning,
    budget: { on: { thinking: { type: 'enabled' } }, path: ['thinking', 'budget_tokens'], min: 1024 },
    off: { thinking: { type: 'disabled' } },
  });
});

describe('a model of which nothing is known', () => {
  test.each([
    'acme.brilliant-v1:0',
    'amazon.unheard-of',
    'my-endpoint',
    '__proto__.constructor',
    'constructor.prototype',
    'toString.call',
    'arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/a1b2c3d4e5f6',
    'arn:aws:bedrock:eu-west-1:123456789012:provisioned-model/a1b2c3d4e5f6',
    'arn:aws:bedrock:eu-west-1:123456789012:prompt/ABCDEFGHIJ:2',
    'arn:aws:sagemaker:eu-west-1:123456789012:endpoint/mine',
  ])('%s has a complete record of unknowns', (id) => {
    const record = capabilitiesOf(id);
    expect(faultsOf(record)).toEqual([]);
    expect(record).toMatchObject({
      match: 'none',
      family: 'unknown',
      kind: 'unknown',
      toolUse: 'unknown',
      reasoning: { kind: 'unknown' },
      structuredOutput: { native: 'unknown', means: ['instruction'], meansWhileReasoning: ['instruction'] },
    });
  });
});

describe('the base model that a caller names', () => {
  const opaque = 'arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/a1b2c3d4e5f6';

  test.each([
    'anthropic.claude-sonnet-4-6',
    'eu.anthropic.claude-sonnet-4-6',
    'arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.anthropic.claude-sonnet-4-6',
  ])('%s stands behind an opaque ARN', (baseModelId) => {
    expect(capabilitiesOf(opaque, { baseModelId })).toEqual({
      ...capabilitiesOf('anthropic.claude-sonnet-4-6'),
      id: opaque,
    });
  });

  test('is believed against what an id shows', () => {
    expect(capabilitiesOf('acme.proxy', { baseModelId: 'amazon.nova-micro-v1:0' }).name).toBe('Nova Micro');
  });

  test('undefined is no base model', () => {
    expect(capabilitiesOf(opaque, { baseModelId: undefined }).match).toBe('none');
  });

  test('an empty one is refused and named', () => {
    expect(() => capabilitiesOf(opaque, { baseModelId: '' })).toThrow(
      expect.objectContaining({ code: 'empty-model-id', path: 'options.baseModelId' }),
    );
  });

  test('one that is no string is refused and named', () => {
    // A caller without types can pass anything.
    const wrong = 7 as unknown as string;
    expect(() => capabilitiesOf(opaque, { baseModelId: wrong })).toThrow(
      expect.objectContaining({ code: 'not-a-string', path: 'options.baseModelId' }),
    );
  });
});

describe('the lookups of one kind', () => {
  test.each([
    [
      embeddingCapabilitiesOf,
      'embedding',
      ['amazon.titan-embed-text-v2:0', 'cohere.embed-v4:0', 'us.cohere.embed-v9:0'],
    ],
    [imageCapabilitiesOf, 'image', ['amazon.nova-canvas-v1:0', 'us.stability.stable-outpaint-v1:0']],
    [rerankCapabilitiesOf, 'rerank', ['amazon.rerank-v1:0', 'cohere.rerank-v3-5:0', 'cohere.rerank-v9:0']],
  ] as const)('%o answers like capabilitiesOf for %s models', (lookup, kind, ids) => {
    const told = (id: string) => {
      const {
        baseModelId,
        match,
        vendor,
        family,
        name,
        kind,
        addressing,
        lifecycle,
        embedding,
        image,
        rerank,
      } = capabilitiesOf(id);
      return {
        ...{ id, baseModelId, match, vendor, family, name, kind, addressing, lifecycle },
        ...{ embedding, image, rerank },
      };
    };
    for (const id of ids) {
      expect(lookup(id)).toEqual(told(id));
      expect(lookup(id).kind).toBe(kind);
      expect(Object.isFrozen(lookup(id))).toBe(true);
    }
    expect(lookup('acme.unheard-of')).toEqual(told('acme.unheard-of'));
    expect(lookup('anthropic.claude-opus-5-5')).toMatchObject({ match: 'none', kind: 'unknown' });
  });
});

describe('a record that is asked for again', () => {
  test('is the same one, also for an id that no table has', () => {
    for (const id of ['us.anthropic.claude-opus-5-5', 'no.such-model', 'x']) {
      expect(capabilitiesOf(id)).toBe(capabilitiesOf(id));
    }
  });

  test('hangs on the model behind the id too', () => {
    const arn = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc';
    const nova = capabilitiesOf(arn, { baseModelId: 'amazon.nova-lite-v1:0' });
    expect(nova.name).toBe('Nova Lite');
    expect(capabilitiesOf(arn, { baseModelId: 'amazon.nova-micro-v1:0' }).name).toBe('Nova Micro');
    expect(capabilitiesOf(arn).match).toBe('none');
    expect(capabilitiesOf(arn, { baseModelId: 'amazon.nova-lite-v1:0' })).toEqual(nova);
  });

  test('is made anew, and equal, when thousands of other ids came between', () => {
    const before = capabilitiesOf('amazon.nova-lite-v1:0');
    for (let n = 0; n < 2000; n += 1) capabilitiesOf(`x.model-${n}`);
    expect(capabilitiesOf('amazon.nova-lite-v1:0')).toEqual(before);
  });
});

describe('the lookup of language models', () => {
  test('answers like capabilitiesOf for each of them, listed or not, and knows no other', () => {
    for (const [kind, ids] of Object.entries(knownModelIds)) {
      for (const id of ids) {
        if (kind === 'language') expect(languageCapabilitiesOf(id)).toEqual(capabilitiesOf(id));
        else expect(languageCapabilitiesOf(id)).toMatchObject({ id, match: 'none', kind: 'unknown' });
      }
    }
    for (const id of [
      'anthropic.claude-opus-9',
      'amazon.nova-9',
      'amazon.titan-9',
      'cohere.command-9',
      'x.y',
    ]) {
      expect(languageCapabilitiesOf(id)).toEqual(capabilitiesOf(id));
    }
    for (const id of [
      'amazon.nova-9-canvas',
      'amazon.nova-9-embed',
      'amazon.titan-image-9',
      'cohere.embed-9',
    ]) {
      expect([id, languageCapabilitiesOf(id).match]).toEqual([id, 'none']);
    }
  });

  test('takes the model behind an id that hides it', () => {
    const arn = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc';
    const options = { baseModelId: 'anthropic.claude-opus-5-5' } as const;
    expect(languageCapabilitiesOf(arn, options)).toEqual(capabilitiesOf(arn, options));
  });
});

describe('properties', () => {
  const vendor = fc.constantFrom(
    ...['ai21', 'amazon', 'anthropic', 'cohere', 'deepseek', 'google', 'luma', 'meta', 'minimax', 'mistral'],
    ...[
      'moonshot',
      'moonshotai',
      'nvidia',
      'openai',
      'qwen',
      'stability',
      'twelvelabs',
      'writer',
      'xai',
      'zai',
    ],
  );

  test('any text has a complete record', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), (id) => {
        expect(faultsOf(capabilitiesOf(id))).toEqual([]);
      }),
    );
  });

  test('any model of a known vendor has a complete record, the same through a profile', () => {
    fc.assert(
      fc.property(vendor, fc.stringMatching(/^[a-z][a-z0-9.:-]{0,30}$/), (name, model) => {
        const bare = capabilitiesOf(`${name}.${model}`);
        expect(faultsOf(bare)).toEqual([]);
        expect(capabilitiesOf(`global.${name}.${model}`)).toEqual({ ...bare, id: `global.${name}.${model}` });
      }),
    );
  });
});

test('any string is a model id, and a known one completes', () => {
  expectTypeOf<string>().toExtend<ModelId>();
  expectTypeOf<'us.anthropic.claude-opus-5-5'>().toExtend<KnownModelId>();
  expectTypeOf<'us.anthropic.claude-opus-99'>().not.toExtend<KnownModelId>();
  expectTypeOf(capabilitiesOf).returns.toEqualTypeOf<ModelCapabilities>();
});
