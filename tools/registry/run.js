// Runs a program and returns its output; when it fails, the error holds everything that it printed.
import { execFileSync } from 'node:child_process';

export function run(program, args, options) {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], ...options });
  } catch (error) {
    throw new Error(`${program} ${args.join(' ')}\n${error.stdout ?? ''}${error.stderr ?? ''}`, {
      cause: error,
    });
  }
}
