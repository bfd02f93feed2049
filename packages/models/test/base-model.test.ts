// The model that a caller names behind an id that hides it.
import { describe, expect, test } from 'vitest';
import { capabilitiesOf } from '../src/index.ts';

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
