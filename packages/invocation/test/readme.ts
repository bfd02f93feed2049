// Runs the programs of a package's README as they stand, against a far side that answers as the models do.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { vi } from 'vitest';

export interface Programs {
  readonly codes: readonly string[];
  /** What a program printed, a line for each call of `console.log`. */
  readonly run: (index: number, bedrock: typeof fetch) => Promise<string[]>;
  /** What it says behind each of these calls. */
  readonly said: (index: number) => string[];
}

/**
 * @param packageName without its scope
 * @param test the URL of a test in the `test/` of that package
 */
export function programsOf(packageName: string, test: string): Programs {
  const readme = readFileSync(new URL('../README.md', test), 'utf8');
  const codes = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => code);
  const folder = new URL('../out/readme/', test);
  return {
    codes,
    said: (index) =>
      [...(codes[index] ?? '').matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map(([, text = '']) => text),
    async run(index, bedrock) {
      const printed: string[] = [];
      vi.stubGlobal('fetch', bedrock);
      vi.stubEnv('AWS_BEARER_TOKEN_BEDROCK', 'a-key-of-a-test');
      const log = vi
        .spyOn(console, 'log')
        .mockImplementation((...values) => void printed.push(values.join(' ')));
      mkdirSync(folder, { recursive: true });
      const file = new URL(`program-${index}.ts`, folder);
      // The package by its name is not found from within itself by every resolver.
      writeFileSync(
        file,
        (codes[index] ?? '').replace(`'@bedrock-kit/${packageName}'`, "'../../src/index.ts'"),
      );
      try {
        await import(/* @vite-ignore */ file.href);
      } finally {
        log.mockRestore();
        vi.unstubAllGlobals();
        vi.unstubAllEnvs();
      }
      return printed;
    },
  };
}
