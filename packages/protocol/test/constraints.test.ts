// The lengths, ranges and patterns of the table against a transcription of the service models: test/vectors/constraints.json
// has one row for each constraint of each member, as published in botocore 1.43.107.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { operations } from '../src/operations.ts';
import type { Shape } from '../src/shape.ts';
import { shapes } from '../src/shapes.ts';
import { membersOf, nameOf, reachable } from './table.ts';

type Row = readonly [shape: string, member: string, kind: string, value: number | string];
// The file holds such rows and nothing else; the comparisons below would show it.
const vector = JSON.parse(
  readFileSync(new URL('./vectors/constraints.json', import.meta.url), 'utf8'),
) as Row[];

function rowsOf(name: string, path: string, shape: Shape): Row[] {
  const own = (['min', 'max', 'pattern'] as const).flatMap((kind): Row[] => {
    const value = (shape as Partial<Record<typeof kind, number | string>>)[kind];
    return value === undefined ? [] : [[name, path, kind, value]];
  });
  if (shape.type === 'list') return [...own, ...rowsOf(name, `${path}[]`, shape.member)];
  if (shape.type !== 'map') return own;
  return [...own, ...rowsOf(name, `${path}{key}`, shape.key), ...rowsOf(name, `${path}{value}`, shape.value)];
}

const ours = Object.entries(shapes).flatMap(([name, shape]) =>
  [...membersOf(shape)].flatMap(([member, { shape: target }]) => rowsOf(name, member, target)),
);
const byName = (rows: readonly Row[]): string[] => rows.map((row) => row.join(' | ')).sort();

// One shape under two names: the patterns of bedrock-agent-runtime stand between anchors, those of bedrock-runtime do not.
const normalised = vector.map((row): Row => {
  const [shape, member, kind, value] = row;
  return value === '^[\\s\\S]*$' ? [shape, member, kind, '[\\s\\S]*'] : row;
});

test('every length, range and pattern of every shape is that of the service models', () => {
  expect(byName(ours)).toEqual(byName(normalised));
  expect(vector).toHaveLength(309);
});

test('the 12 input shapes carry 189 constraints, no fewer', () => {
  const inputs = new Set(Object.values(operations).flatMap(({ input }) => [...reachable(input)]));
  const names = new Set([...inputs].map((shape) => nameOf(shape)));
  const count = (rows: readonly Row[]): number => rows.filter(([shape]) => names.has(shape)).length;
  expect(count(ours)).toBe(count(vector));
  expect(count(vector)).toBe(189);
});
