// The commands that the workspace's own dependencies bring. Node runs their scripts: what stands for them in node_modules/.bin is a batch
// file on Windows, which Node starts in a shell alone (https://github.com/nodejs/node/issues/52681).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './packages.js';

const manifestIn = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** The script behind a command, for example `nx`. */
export function scriptOf(command) {
  for (const name of Object.keys(manifestIn(root).devDependencies)) {
    const folder = join(root, 'node_modules', name);
    const { bin = {} } = manifestIn(folder);
    const script = typeof bin === 'string' ? { [name]: bin }[command] : bin[command];
    if (script !== undefined) return join(folder, script);
  }
  throw new Error(`No dependency of the workspace brings the command ${command}`);
}
