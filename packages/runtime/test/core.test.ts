// The entry `core`: a part of the package, with the same values under the same names.
import { expect, test } from 'vitest';
import * as core from '../src/core.ts';
import * as whole from '../src/index.ts';

test('has the client, all ways to authorize, and the operations that call a model', () => {
  expect(Object.keys(core).sort()).toEqual([
    'BedrockError',
    'bearerAuth',
    'converse',
    'converseStream',
    'countTokens',
    'createClient',
    'createRuntimeClient',
    'fullJitter',
    'invokeModelBytes',
    'noAuth',
    'rerank',
    'resolveAuth',
    'sigv4Auth',
  ]);
  expect(whole).toMatchObject(core);
});
