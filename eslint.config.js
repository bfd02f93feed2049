import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import jsonc from 'jsonc-eslint-parser';
import tseslint from 'typescript-eslint';

// Who may import whom: an import goes to a lower floor, never up and never sideways. Each package.json carries its tag under "nx".
const wire = ['layer:wire'];
const protocol = [...wire, 'layer:protocol'];
const client = [...protocol, 'layer:client'];
const modelBase = [...client, 'layer:model-base'];
const aiSdk = ['@ai-sdk/provider', '@ai-sdk/provider-utils', 'zod'];
const floors = [
  { sourceTag: 'layer:wire', onlyDependOnLibsWithTags: ['layer:none'], allowedExternalImports: [] },
  { sourceTag: 'layer:protocol', onlyDependOnLibsWithTags: wire, allowedExternalImports: [] },
  { sourceTag: 'layer:client', onlyDependOnLibsWithTags: protocol, allowedExternalImports: [] },
  { sourceTag: 'layer:model-base', onlyDependOnLibsWithTags: client, allowedExternalImports: aiSdk },
  { sourceTag: 'layer:model', onlyDependOnLibsWithTags: modelBase, allowedExternalImports: aiSdk },
  {
    sourceTag: 'layer:facade',
    onlyDependOnLibsWithTags: [...modelBase, 'layer:model'],
    allowedExternalImports: aiSdk,
  },
  { sourceTag: 'layer:testing', onlyDependOnLibsWithTags: protocol, allowedExternalImports: [] },
  { sourceTag: 'layer:workspace', onlyDependOnLibsWithTags: ['*'] },
];

export default defineConfig(
  globalIgnores(['**/dist', '**/out', '**/.nx', '**/coverage']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.{js,ts}'], extends: [js.configs.recommended] },
  { files: ['**/*.js'], languageOptions: { globals: globals.nodeBuiltin } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
    },
  },
  {
    files: ['packages/*/src/**/*.ts'],
    plugins: { '@nx': nx },
    rules: { '@nx/enforce-module-boundaries': ['error', boundaries()] },
  },
  {
    // The mapping is pure: it does no I/O, so it may not reach the client although its floor could.
    files: ['packages/converse-mapping/src/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['node:*', '@bedrock-kit/runtime'] }] }],
    },
  },
  {
    // A file called node.ts, or under node/, is chosen by the imports map for Node-like runtimes; the local server runs on Node.
    files: ['packages/*/src/**/*.ts'],
    ignores: ['**/node.ts', '**/node/**', 'packages/local/src/**', 'packages/converse-mapping/src/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['node:*'], message: 'Packages run on every runtime, not on Node alone.' }] },
      ],
    },
  },
  {
    // package.json lists exactly what src/ imports.
    files: ['packages/*/package.json'],
    plugins: { '@nx': nx },
    languageOptions: { parser: jsonc },
    rules: {
      '@nx/dependency-checks': [
        'error',
        {
          buildTargets: ['build'],
          ignoredFiles: ['{projectRoot}/test/**/*'],
          // A peer that the AI SDK's own helpers ask of the app.
          ignoredDependencies: ['zod'],
          checkVersionMismatches: false,
        },
      ],
    },
  },
);

function boundaries() {
  return {
    // A package's own imports map. What has no slash and star is read as a regular expression.
    allow: ['^#'],
    enforceBuildableLibDependency: true,
    banTransitiveDependencies: true,
    depConstraints: floors,
  };
}
