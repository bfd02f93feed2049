// The form of a conformance list, and checks that need no test runner.
import { caught } from '../caught.ts';
import { hexOf } from './hex.ts';

export type ConformanceList = readonly (readonly [title: string, run: () => void | Promise<void>])[];

export function equal(actual: unknown, expected: unknown): void {
  const [found, wanted] = [textOf(actual), textOf(expected)];
  if (found !== wanted) throw new Error(`Expected ${wanted}, found ${found}.`);
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'bigint') return `${part}n`;
    return part instanceof Uint8Array ? hexOf(part) : part;
  });
}

export function codeOf(run: () => unknown): string {
  return caught(run).code;
}
