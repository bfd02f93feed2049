// How the stages of `npm test` run a program, count what it did and name what failed. A count comes from what ran: Vitest's own report for
// tests, one for each task otherwise, and the closing line of a program that counts for itself.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { scriptOf } from './commands.js';
import { root } from './packages.js';
import { countsIn } from './vitest-report.js';

/** A command that either succeeds or fails: one check. Its output is shown when it fails. */
export async function command(name, [program, ...args], { node, env }) {
  const { status, text } = await run(node, [scriptOf(program), ...args], env, { show: false });
  if (status === 0) return { passed: 1, failed: 0, wrong: [] };
  console.log(`${text.trimEnd()}\nnot ok ${name}`);
  return { passed: 0, failed: 1, wrong: [`not ok ${name}`] };
}

/** A program that prints its own checks and ends with "N passed, N failed". */
export async function tally(program, args, env) {
  const { status, text } = await run(program, args, env, { show: true });
  const counts = /(\d+) passed, (\d+) failed\s*$/.exec(text);
  const passed = Number(counts?.[1] ?? 0);
  const failed = Number(counts?.[2] ?? 0);
  const wrong = text.match(/^not ok .*$/gm) ?? [];
  // A program that counts no failure must also exit without one.
  if (counts && (failed > 0 || status === 0)) return { passed, failed, wrong };
  const when = counts ? 'though it had counted no failure' : 'before it had counted its checks';
  wrong.push(`not ok ${program} ${args.join(' ')}: it ended with status ${status} ${when}`);
  console.log(wrong.at(-1));
  return { passed, failed: 1, wrong };
}

/** Targets of all projects through Nx, which keeps the order and replays what has not changed. */
export async function nx(targets, { node, env }) {
  const args = [scriptOf('nx'), 'run-many', '-t', ...targets];
  const planned = Object.keys(await taskGraph(node, args, env));
  const { status, text } = await run(node, [...args, '--nx-bail=false', '--output-style=static'], env, {
    show: true,
  });
  const broken = new Set(listAfter(text, 'Failed tasks:'));
  for (const task of listAfter(text, 'Tasks not run')) broken.add(task);
  let passed = 0;
  let failed = 0;
  const wrong = text.match(/^not ok .*$/gm) ?? [];
  for (const task of planned) {
    const [project, target] = task.split(':');
    const ok = !broken.has(task);
    const counts = target === 'test' ? report(project, ok) : { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
    passed += counts.passed;
    failed += counts.failed;
    if (ok && counts.failed === 0) continue;
    wrong.push(`not ok ${project} ${target}`);
    console.log(wrong.at(-1));
  }
  if (status !== 0 && failed === 0) {
    failed = 1;
    wrong.push(`not ok nx ${targets.join(' ')}: it ended with status ${status} though no task had failed`);
    console.log(wrong.at(-1));
  }
  return { passed, failed, wrong };
}

async function taskGraph(node, args, env) {
  const { status, text } = await run(node, [...args, '--graph=stdout'], env, { show: false, stderr: false });
  if (status !== 0) throw new Error(`Nx could not plan its tasks:\n${text}`);
  return JSON.parse(text).tasks.tasks;
}

/** The items of a list in Nx's summary: lines that begin with a hyphen, after a line that begins with the heading. */
function listAfter(text, heading) {
  const lines = text.split('\n').map((line) => line.trim());
  const start = lines.findIndex((line) => line.startsWith(heading));
  if (start === -1) return [];
  const end = lines.findIndex((line, index) => index > start && line !== '' && !line.startsWith('- '));
  const items = lines.slice(start + 1, end === -1 ? undefined : end);
  return items.filter((line) => line.startsWith('- ')).map((line) => line.slice(2));
}

function report(project, ok) {
  const name = project.replace('@bedrock-kit/', '');
  const folder = { tools: 'tools', 'integration-tests': 'tests/integration' }[name] ?? `packages/${name}`;
  return countsIn(join(root, folder, 'out/test-results.json'), ok);
}

function run(program, args, env, { show, stderr = true }) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...env, FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of stderr ? [child.stdout, child.stderr] : [child.stdout]) {
      stream.setEncoding('utf8').on('data', (piece) => {
        text += piece;
        if (show) process.stdout.write(piece);
      });
    }
    child.on('error', (error) => resolve({ status: 1, text: `${text}${error.message}` }));
    child.on('close', (status) => resolve({ status: status ?? 1, text }));
  });
}
