import { describe, expect, test } from 'vitest';
import { capabilitiesOf, ModelIdError } from '../src/index.ts';

describe('capabilitiesOf', () => {
  test('an id of the table is found by its row', () => {
    const record = capabilitiesOf('us.anthropic.claude-opus-4-5-20251101-v1:0');
    expect([record.match, record.name, record.reasoning.kind]).toEqual([
      'model',
      'Claude Opus 4.5',
      'budget',
    ]);
  });

  test.each([
    ['anthropic.claude-opus-7-20280101-v1:0', 'claude', 'adaptive'],
    ['eu.anthropic.claude-sonnet-9', 'claude', 'adaptive'],
    ['amazon.nova-ultra-v9:0', 'nova', 'effort'],
  ])('%s, which does not exist, gets the newest rules of %s', (id, family, reasoning) => {
    const record = capabilitiesOf(id);
    expect([record.match, record.family, record.reasoning.kind]).toEqual(['family', family, reasoning]);
  });

  test('an opaque ARN gets the record of the base model that the caller names', () => {
    const arn = 'arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/a1b2c3d4e5f6';
    const hinted = capabilitiesOf(arn, { baseModelId: 'eu.anthropic.claude-sonnet-4-6' });
    expect(hinted).toEqual({ ...capabilitiesOf('anthropic.claude-sonnet-4-6'), id: arn });
    expect(capabilitiesOf(arn).match).toBe('none');
  });

  test('an empty base model id is refused and named', () => {
    expect(() => capabilitiesOf('amazon.nova-lite-v1:0', { baseModelId: '' })).toThrow(
      expect.objectContaining({ code: 'empty-model-id', path: 'options.baseModelId' }),
    );
    try {
      capabilitiesOf('');
      expect.unreachable();
    } catch (error) {
      expect(ModelIdError.isInstance(error)).toBe(true);
    }
  });
});
