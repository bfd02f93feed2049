// The records of @bedrock-kit/models name formats as the blocks of Converse do, although that package knows no shapes.
import { capabilitiesOf, knownModelIds } from '@bedrock-kit/models';
import { expect, test } from 'vitest';
import { shapes } from '../src/shapes.ts';

const records = knownModelIds.language.map((id) => capabilitiesOf(id));

test.each([
  ['image', 'ImageFormat'],
  ['document', 'DocumentFormat'],
  ['video', 'VideoFormat'],
  ['audio', 'AudioFormat'],
] as const)('every format of %s is one that some model takes', (kind, name) => {
  const taken = records.flatMap(({ inputs }) => {
    const input = inputs[kind];
    return typeof input === 'object' ? input.formats : [];
  });
  const shape = shapes[name];
  expect([...new Set<string>(taken)].sort()).toEqual(shape?.type === 'enum' ? [...shape.values].sort() : []);
});
