// The entries for a part of the package give what the whole gives, and nothing of their own.
import { expect, test } from 'vitest';
import * as client from '../src/client.ts';
import * as hints from '../src/hints.ts';
import * as whole from '../src/index.ts';
import * as rules from '../src/rules.ts';

const all: Readonly<Record<string, unknown>> = whole;

test.each([
  ['client', 17, client],
  ['hints', 1, hints],
  ['rules', 17, rules],
])('what %s exports is the same in the main entry', (_, count, entry: Readonly<Record<string, unknown>>) => {
  expect(Object.keys(entry)).toHaveLength(count);
  for (const [name, value] of Object.entries(entry))
    expect([name, all[name] === value]).toEqual([name, true]);
});

test('no name stands in two entries', () => {
  const names = [client, hints, rules].flatMap((entry) => Object.keys(entry));
  expect(new Set(names).size).toBe(names.length);
});

test('what an entry leaves out is the shape table and the operations', () => {
  const named = new Set([client, hints, rules].flatMap((entry) => Object.keys(entry)));
  const left = Object.keys(whole).filter((name) => !named.has(name));
  expect(left.sort()).toEqual([...Object.keys(whole.operations), 'operations', 'shapes'].sort());
});
