// `npm run bench -- [subject ...] [--node 22|24|26] [--rounds N]`: measures the subjects in tools/bench/subjects, each in a process of its own, and
// prints ratios. Packages are measured as they are published, so what a subject needs is built first.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chosen, readArguments, refuse } from '../arguments.js';
import { scriptOf } from '../commands.js';
import { root } from '../packages.js';

const usage = 'npm run bench -- [subject ...] [--node 22|24|26] [--rounds N]';
const { positionals, values } = readArguments(usage, {
  allowPositionals: true,
  options: { node: { type: 'string' }, rounds: { type: 'string', default: '15' } },
});

const subjects = readdirSync(join(root, 'tools/bench/subjects')).map((file) => file.replace(/\.js$/, ''));
const wanted = chosen('subject', positionals, subjects, usage);
if (!/^[1-9]\d{0,3}$/.test(values.rounds)) refuse('--rounds is a number from 1 to 9999.', usage);

const node = values.node
  ? join(root, `tools/runtimes/node_modules/node${values.node}/bin/node`)
  : process.execPath;
if (!existsSync(node)) {
  console.error(`Node ${values.node} is not among the runtimes of tools/runtimes on this platform.`);
  process.exit(1);
}

const built = spawnSync(
  process.execPath,
  [scriptOf('nx'), 'run-many', '-t', 'build', '--output-style=static'],
  {
    cwd: root,
    encoding: 'utf8',
  },
);
if (built.status !== 0) {
  console.error(built.error ?? built.stdout + built.stderr);
  process.exit(1);
}

let missed = 0;
for (const name of wanted) {
  const { status } = spawnSync(
    node,
    ['--expose-gc', join(root, 'tools/bench/subject.js'), name, values.rounds],
    {
      cwd: join(root, 'tools/bench'),
      stdio: 'inherit',
    },
  );
  if (status !== 0) missed += 1;
}
process.exitCode = missed > 0 ? 1 : 0;
