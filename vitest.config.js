// One configuration for every package: `vitest run --config ../../vitest.config.js --root .`
// A package with an `imports` map has two lanes, so its tests run twice: as Node resolves it, and as a runtime
// without Node's modules resolves it. Tests of several packages together run a second time on what they are built into.
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// Tests run on the sources of every workspace package, so no build has to come first.
// Not 'module': Node would be handed it too, and some of AWS's packages have builds under it that only bundlers can resolve.
const conditions = ['@bedrock-kit/source', 'import', 'default'];
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

function lane(name, laneConditions, exclude = []) {
  return {
    extends: true,
    resolve: { conditions: laneConditions },
    ssr: { resolve: { conditions: laneConditions } },
    test: { name, include: ['test/**/*.test.{ts,js}'], exclude, environment: 'node' },
  };
}

// What stands in test/built is for compilers, bundlers and programs of their own, to which the resolution of the tests is nothing.
const node = lane('node', ['node', ...conditions], ['test/built/**']);
// What stands in src/node is for Node alone: its tests would show the same again.
const portable = lane('portable', ['@bedrock-kit/portable', ...conditions], ['test/node/**']);
const built = lane('built', ['node', 'import', 'default']);

export default defineConfig({
  test: {
    projects: [
      node,
      ...(manifest.imports ? [portable] : []),
      ...(manifest.name === '@bedrock-kit/integration-tests' ? [built] : []),
    ],
    // A run on another runtime says where its report is to go, so that it is not taken for this one's.
    reporters: ['default', ['json', { outputFile: process.env.TEST_REPORT ?? 'out/test-results.json' }]],
    testTimeout: 30_000,
    // A forgotten `test.only` would leave out the rest of its file, and the run would pass. Vitest refuses it by itself only where CI is set.
    allowOnly: false,
    // The files of a package share processes and modules: a process for each file took four times the CPU time (converse-mapping 132 s
    // in place of 34). What a test has put in the place of globals, methods and variables of the environment is taken back before the next.
    isolate: false,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    // What tests print and read again has no colours, whatever the terminal or Nx asks for.
    env: { FORCE_COLOR: '0' },
  },
});
