// `npm start`: installs what is missing, then shows the tour: the AI SDK talking to a Bedrock on this machine.
// `npm start -- --live --model ID` talks to AWS with the credentials of the environment instead.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { readArguments } from './arguments.js';
import { root } from './packages.js';
import { setUp } from './set-up.js';

readArguments('npm start -- [--live --model ID]', {
  options: { live: { type: 'boolean' }, model: { type: 'string' } },
});
const { node, env } = setUp();
const tour = spawn(
  node,
  [
    '--conditions=@bedrock-kit/source',
    '--disable-warning=ExperimentalWarning',
    join(root, 'examples/tour.ts'),
    ...process.argv.slice(2),
  ],
  { cwd: root, env, stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => tour.kill(signal));
tour.on('exit', (code, signal) => {
  process.exitCode = signal ? 1 : code;
});
