#!/usr/bin/env node
/**
 * The command `bedrock-local`, on Node's own process.
 */
import module from 'node:module';

// From the second start on, Node reads what it compiled before. Versions before 22.1 cannot.
(module.enableCompileCache as typeof module.enableCompileCache | undefined)?.();
const { runBedrockLocal } = await import('./cli/run.ts');
const { shellOf } = await import('./cli/shell.ts');

const ended = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // The first signal asks for the end. A second one is left to Node, which ends at once.
    process.once(signal, () => {
      resolve();
    });
  }
});

// A reader that goes away, such as `head`, is no reason to fail. On Windows it may be called EOF: https://github.com/libuv/libuv/pull/4562
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || error.code === 'EOF') return;
    // Such as ENOSPC, of a file on a disk that is full.
    process.stderr.write(`bedrock-local: its output cannot be written: ${error.message}\n`, () =>
      process.exit(1),
    );
  });
}

/** Bytes that wait for a reader. Behind them lines are left out, or a log that nobody reads would fill the memory. */
const mostUnread = 1024 * 1024;

function linesTo(stream: NodeJS.WriteStream): (line: string) => void {
  return (line) => {
    if (stream.writableLength < mostUnread) stream.write(`${line}\n`);
  };
}

process.exitCode = await runBedrockLocal({
  words: process.argv.slice(2),
  out: linesTo(process.stdout),
  error: linesTo(process.stderr),
  ended,
  shell: shellOf(process.platform, process.env),
});

// A log that nobody reads would keep the process alive for ever, as behind a test that has read the first line alone.
if (process.stdout.writableLength > 0) setTimeout(() => process.exit(), 1000).unref();
