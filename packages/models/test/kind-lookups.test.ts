// The lookups of one kind of model: they answer like the one of all, and know no other kind.
import { describe, expect, test } from 'vitest';
import {
  capabilitiesOf,
  embeddingCapabilitiesOf,
  imageCapabilitiesOf,
  knownModelIds,
  languageCapabilitiesOf,
  rerankCapabilitiesOf,
} from '../src/index.ts';

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
    for (const id of [...knownModelIds[kind], ...ids]) {
      expect(lookup(id)).toEqual(told(id));
      expect(lookup(id).kind).toBe(kind);
      expect(Object.isFrozen(lookup(id))).toBe(true);
    }
    expect(lookup('acme.unheard-of')).toEqual(told('acme.unheard-of'));
    expect(lookup('anthropic.claude-opus-5-5')).toMatchObject({ match: 'none', kind: 'unknown' });
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

test('an id is compared with families in time that grows as the id', { timeout: 5_000 }, () => {
  const id = `amazon.titan${'embed-imag-'.repeat(50_000)}`;
  expect(embeddingCapabilitiesOf(id)).toMatchObject({ embedding: { body: 'titan-text-v2' } });
  expect(embeddingCapabilitiesOf(`${id}image-v9`)).toMatchObject({ embedding: { body: 'titan-multimodal' } });
});
