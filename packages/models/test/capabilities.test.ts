// The record of a model: how it is found, and what is true of every record.
import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { capabilitiesOf, type KnownModelId, type ModelCapabilities, type ModelId } from '../src/index.ts';
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

describe('a record that is asked for again', () => {
  test('is the same one, also for an id that no table has', () => {
    const ids = ['us.anthropic.claude-opus-5-5', 'no.such-model', 'x'];
    const records = ids.map((id) => capabilitiesOf(id));
    ids.forEach((id, index) => {
      expect(capabilitiesOf(id)).toBe(records[index]);
    });
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
    const after = capabilitiesOf('amazon.nova-lite-v1:0');
    expect(after).toEqual(before);
    // Were it the same, ids would be remembered for ever.
    expect(after).not.toBe(before);
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
