// Runs a program and returns its output; when it fails, the error holds everything that it printed.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export async function run(program, args, options) {
  try {
    const { stdout } = await promisify(execFile)(program, args, { maxBuffer: 2 ** 24, ...options });
    return stdout;
  } catch (error) {
    throw new Error(`${program} ${args.join(' ')}\n${error.stdout ?? ''}${error.stderr ?? ''}`, {
      cause: error,
    });
  }
}
