// No test makes a request unseen: only the witness may take the functions that make one.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as witness from './witness.ts';

const MAKERS = ['toConverseRequest', 'toUncheckedConverseRequest', 'toCountTokensRequest'];
const folder = new URL('./', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);

/** The names that a source imports from anything under src/. */
function importedFromSource(source: string): string[] {
  const imports = source.matchAll(/import\s+(?:type\s+)?([^;]*?)\s+from\s+'[^']*\/src\/[^']*'/g);
  return [...imports].flatMap(([, clause = '']) => clause.match(/\*|\w+/g) ?? []);
}

it('every test takes the functions that make a request from the witness', () => {
  const unseen = files.filter((file) => {
    if (file === 'witness.ts') return false;
    const names = importedFromSource(readFileSync(new URL(file, folder), 'utf8'));
    return names.some((name) => name === '*' || MAKERS.includes(name));
  });
  expect(unseen).toEqual([]);
  expect(files.length).toBeGreaterThan(30);
  expect(Object.keys(witness)).toEqual(expect.arrayContaining(MAKERS));
});

it('a request that the rules refuse is seen', () => {
  const make = () =>
    witness.toUncheckedConverseRequest(
      {
        prompt: [
          {
            role: 'user',
            content: [{ type: 'file', mediaType: 'image/png', data: { type: 'data', data: 'AAEC' } }],
          },
        ],
      },
      { modelId: 'us.meta.llama3-3-70b-instruct-v1:0' },
    );
  expect(make).toThrow('image-supported');
  expect(() => witness.refusedBy(['document-supported'], make)).toThrow('image-supported');
  expect(witness.refusedBy(['image-supported'], make).request.messages).toHaveLength(1);
});

it("a request that AWS's own client sends otherwise is seen", async () => {
  // A member of the request that the service model does not have: AWS's client drops it.
  witness.toUncheckedConverseRequest(
    {
      prompt: [{ role: 'user', content: [{ type: 'text', text: 'hi' }] }],
      providerOptions: { bedrock: { outputConfig: { futureMember: 1 } } },
    },
    { modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0' },
  );
  await expect(witness.compareWithAws()).rejects.toThrow('to deeply equal');
});
