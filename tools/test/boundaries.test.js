// The boundary rule skips itself, with only a warning, when Nx has no cached project graph: these cases fail when it stops firing.
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import { root } from '../packages.js';

const eslint = new ESLint({ cwd: root });

async function rulesBroken(file, code) {
  const [result] = await eslint.lintText(code, { filePath: `${root}packages/${file}` });
  return result.messages.map((message) => message.ruleId);
}

const boundary = '@nx/enforce-module-boundaries';

describe('a forbidden import is refused', () => {
  test.each([
    [
      'sideways: a wire package imports another',
      'sigv4',
      "export { decodeMessage } from '@bedrock-kit/eventstream';",
      boundary,
    ],
    [
      'upwards: a wire package imports protocol',
      'models',
      "export { operations } from '@bedrock-kit/protocol';",
      boundary,
    ],
    [
      'upwards: protocol imports runtime',
      'protocol',
      "export { createClient } from '@bedrock-kit/runtime';",
      boundary,
    ],
    [
      'sideways: a kind of model imports another',
      'embeddings',
      "export { createImageModel } from '@bedrock-kit/images';",
      boundary,
    ],
    [
      'upwards: what models share imports one of them',
      'invocation',
      "export { createEmbeddingModel } from '@bedrock-kit/embeddings';",
      boundary,
    ],
    [
      'the emulator imports the client',
      'local',
      "export { createClient } from '@bedrock-kit/runtime';",
      boundary,
    ],
    [
      'the client imports the emulator',
      'runtime',
      "export { createLocalBedrock } from '@bedrock-kit/local';",
      boundary,
    ],
    ['a wire package imports from npm', 'sigv4', "export { parse } from 'jsonc-eslint-parser';", boundary],
    [
      'the client imports the AI SDK',
      'runtime',
      "export { APICallError } from '@ai-sdk/provider';",
      boundary,
    ],
    [
      'a package reaches into a sibling',
      'provider',
      "export { createSigner } from '../../sigv4/src/index.ts';",
      boundary,
    ],
    [
      'the mapping imports the client',
      'converse-mapping',
      "export { createClient } from '@bedrock-kit/runtime';",
      'no-restricted-imports',
    ],
    [
      'a package imports a module of Node',
      'sigv4',
      "export { hash } from 'node:crypto';",
      'no-restricted-imports',
    ],
  ])('%s', async (_, directory, code, rule) => {
    expect(await rulesBroken(`${directory}/src/index.ts`, `${code}\n`)).toContain(rule);
  });
});

describe('an import downwards is allowed', () => {
  test.each([
    ['runtime imports sigv4', 'runtime', "export { createSigner } from '@bedrock-kit/sigv4';"],
    [
      'the facade imports the mapping',
      'provider',
      "export { toConverseRequest } from '@bedrock-kit/converse-mapping';",
    ],
    [
      'a kind of model imports what models share',
      'embeddings',
      "export { invoke } from '@bedrock-kit/invocation';",
    ],
    ['the emulator imports protocol', 'local', "export { operations } from '@bedrock-kit/protocol';"],
  ])('%s', async (_, directory, code) => {
    const broken = await rulesBroken(`${directory}/src/index.ts`, `${code}\n`);
    expect(broken).not.toContain(boundary);
    expect(broken).not.toContain('no-restricted-imports');
  });
});
