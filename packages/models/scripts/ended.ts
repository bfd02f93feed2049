// The rows that time has overtaken. Pure, so that a test can compare.
import { capabilitiesOf } from '../src/capabilities.ts';
import type { ModelList } from './model-list.ts';

/** The models that are listed as legacy although their last day lies before `today`, and that day. */
export function ended({ models }: ModelList, today: string): (readonly [id: string, endOfLife: string])[] {
  return models.flatMap(({ id }) => {
    const { status, endOfLife = today } = capabilitiesOf(id).lifecycle;
    return status === 'legacy' && endOfLife < today ? [[id, endOfLife] as const] : [];
  });
}
