// How the stages of `npm test` run a program and count what it did. A count comes from what ran: Vitest's own report for
// tests, one for each task otherwise, and the closing line of a program that counts for itself.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './set-up.js';

/** A program that either succeeds or fails: one check. Its output is shown when it fails. */
export async function command(name, program, args, env) {
  const { status, text } = await run(program, args, env, { show: false });
  if (status === 0) return { passed: 1, failed: 0 };
  console.log(`${text.trimEnd()}\nnot ok ${name}`);
  return { passed: 0, failed: 1 };
}

/** A program that prints its own checks and ends with "N passed, N failed". */
export async function tally(program, args, env) {
  const { status, text } = await run(program, args, env, { show: true });
  const counts = /(\d+) passed, (\d+) failed\s*$/.exec(text);
  if (!counts) {
    console.log(`not ok ${args.at(-1)}: it ended with status ${status} before it had counted its checks`);
    return { passed: 0, failed: 1 };
  }
  const passed = Number(counts[1]);
  const failed = Number(counts[2]);
  // A program that says that all is well must also end so.
  return { passed, failed: status !== 0 && failed === 0 ? 1 : failed };
}

/** Targets of all projects through Nx, which keeps the order and replays what has not changed. */
export async function nx(targets, env) {
  const args = ['run-many', '-t', ...targets, '--output-style=static'];
  const { status, text } = await run('nx', args, env, { show: true });
  let passed = 0;
  let failed = 0;
  let replayed = 0;
  for (const { ok, project, target, cached } of tasks(text)) {
    replayed += cached ? 1 : 0;
    const counts = target === 'test' ? report(project, ok) : { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
    passed += counts.passed;
    failed += counts.failed;
    if (!ok) console.log(`not ok ${project} ${target}`);
  }
  if (replayed > 0) console.log(`${replayed} tasks replayed: nothing that they read has changed`);
  if (status !== 0 && failed === 0) failed = 1;
  return { passed, failed };
}

function tasks(text) {
  // Static output has a line for each task: "✔  nx run sigv4:build" or "✖  nx run sigv4:test", with a note when replayed.
  const seen = new Map();
  for (const line of text.split('\n')) {
    const found = /([✔✖])\s+(?:nx run )?(\S+?):([\w-]+)\b(.*)$/u.exec(line);
    if (!found) continue;
    const [, mark, project, target, note] = found;
    seen.set(`${project}:${target}`, {
      ok: mark === '✔',
      project,
      target,
      cached: /cache|existing outputs/.test(note),
    });
  }
  return seen.values();
}

function report(project, ok) {
  const short = project.replace('@bedrock-kit/', '');
  const folders = { tools: 'tools', 'integration-tests': 'tests/integration' };
  const file = join(root, folders[short] ?? `packages/${short}`, 'out/test-results.json');
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'));
  // A suite that could not even be loaded fails the task without a failed test.
  return { passed: numPassedTests, failed: ok ? numFailedTests : Math.max(numFailedTests, 1) };
}

function run(program, args, env, { show }) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...env, FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (piece) => {
        text += piece;
        if (show) process.stdout.write(piece);
      });
    }
    child.on('error', (error) => resolve({ status: 1, text: `${text}${error.message}` }));
    child.on('close', (status) => resolve({ status: status ?? 1, text }));
  });
}
