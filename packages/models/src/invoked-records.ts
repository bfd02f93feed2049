/**
 * What every record tells of the models that answer to InvokeModel alone: of one of which nothing is known, and how a known one departs
 * from it.
 * @module
 */
import type { ModelCapabilities } from './record.ts';
import type { Part } from './row.ts';

/** The members of a record that matter to such a model. */
export type InvokedFacts = Pick<
  ModelCapabilities,
  'family' | 'name' | 'kind' | 'addressing' | 'lifecycle' | 'embedding' | 'image' | 'rerank'
>;

export const unknownInvoked: InvokedFacts = {
  family: 'unknown',
  name: '',
  kind: 'unknown',
  addressing: { onDemand: 'unknown', profiles: 'unknown' },
  lifecycle: { status: 'unknown', legacySince: undefined, endOfLife: undefined, replacement: undefined },
  embedding: 'unknown',
  image: 'unknown',
  rerank: 'unknown',
};

export const invoked: Part<InvokedFacts> = {
  addressing: { onDemand: true, profiles: [] },
  lifecycle: { status: 'active' },
  embedding: false,
  image: false,
  rerank: false,
};
