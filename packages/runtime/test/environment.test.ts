import { expect, test } from 'vitest';
import { flag, processEnvironment, variable } from '../src/environment.ts';

test('a variable is trimmed, and a blank one is unset', () => {
  const environment = { A: ' a ', B: '  ', C: '' };
  expect(['A', 'B', 'C', 'D'].map((name) => variable(environment, name))).toEqual([
    'a',
    undefined,
    undefined,
    undefined,
  ]);
});

test('a switch is on with true in any case', () => {
  const values = ['true', 'TRUE', ' True ', 'false', '1', '', undefined];
  expect(values.map((A) => flag({ A }, 'A'))).toEqual([true, true, true, false, false, false, false]);
});

test('the environment is that of the process', () => {
  expect(processEnvironment()).toBe(process.env);
});
