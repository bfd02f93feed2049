// What a process pays to have the provider: the CPU of importing it after `ai`, and from there to the first delta of a stream. Each
// sample is a process of its own, since a module is imported once; the processes take turns, as the contenders of the harness do.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { streamed } from '../bedrock.js';
import { median, toldRatio } from '../harness.js';

const here = fileURLToPath(new URL('../', import.meta.url));
const rounds = 11;
const modules = ['@bedrock-kit/provider', '@ai-sdk/amazon-bedrock'];

const imported = (module) => `await import('${module}');`;

const firstDelta = (module) => `
  const { createAmazonBedrock } = await import('${module}');
  const fetch = () => Promise.resolve(respond());
  const bedrock = createAmazonBedrock({ region: 'us-east-1', accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', fetch });
  await firstDelta(bedrock('us.anthropic.claude-haiku-4-5-20251001-v1:0'));`;

/** No provider at all: a response of the platform, and a model that has its parts ready. */
const noProvider = `
  const reader = respond().body.getReader();
  while (!(await reader.read()).done);
  const parts = [
    { type: 'stream-start', warnings: [] },
    { type: 'text-start', id: '0' },
    { type: 'text-delta', id: '0', delta: 'word ' },
    { type: 'text-end', id: '0' },
    { type: 'finish', finishReason: { unified: 'stop' }, usage: { inputTokens: {}, outputTokens: {} } },
  ];
  const stream = new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });
  const doStream = () => Promise.resolve({ stream });
  await firstDelta({ specificationVersion: 'v4', provider: 'none', modelId: 'none', supportedUrls: {}, doStream });`;

/** `target`: how many times less ours must cost. `floor`: what is in both figures and neither can avoid. */
const cases = [
  { title: 'import after ai', target: 4, program: imported },
  {
    title: 'from ai imported to the first delta, events in chunks',
    target: 2,
    program: firstDelta,
    floor: noProvider,
  },
];

export default function importing() {
  // One short answer.
  const bytes = Buffer.concat(streamed(20)).toString('base64');
  const missed = [];
  for (const { title, target, program, floor } of cases) {
    const programs = Object.fromEntries(modules.map((module) => [module, program(module)]));
    if (floor) programs['floor: streamText without a provider'] = floor;
    const samples = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
    for (let round = 0; round < rounds; round++) {
      for (const [name, source] of Object.entries(programs)) samples[name].push(cpuOf(source, bytes));
    }
    console.log(`\n${title}`);
    if (!toldRatio(samples, target)) missed.push(title);
    if (floor) showAbove(...Object.values(samples));
  }
  if (missed.length > 0) throw new Error(`targets missed: ${missed.join('; ')}`);
  return [];
}

/** What each adds to the floor, and the ratio that a provider without any cost would reach. */
function showAbove(ours, theirs, floor) {
  const above = (values) => median(values.map((value, round) => value - floor[round]));
  console.log(
    `above the floor: ${(above(ours) / 1000).toFixed(1)} ms and ${(above(theirs) / 1000).toFixed(1)} ms`,
  );
  console.log(
    `a provider that cost nothing would reach ${median(theirs.map((value, round) => value / floor[round])).toFixed(2)} ×`,
  );
}

/** CPU of the program in µs, after `ai` and what makes the bytes. */
function cpuOf(program, bytes) {
  const source = `
    import * as ai from 'ai';
    globalThis.AI_SDK_LOG_WARNINGS = false;
    const bytes = Buffer.from('${bytes}', 'base64');
    const respond = () => new Response(
      new ReadableStream({ pull(controller) { controller.enqueue(new Uint8Array(bytes)); controller.close(); } }),
      { headers: { 'content-type': 'application/vnd.amazon.eventstream' } },
    );
    const firstDelta = async (model) => {
      // The stream of texts ends quietly after an error.
      for await (const _ of ai.streamText({ model, prompt: 'Hi' }).textStream) return;
      throw new Error('No delta came.');
    };
    const before = process.cpuUsage();
    ${program}
    const { user, system } = process.cpuUsage(before);
    console.log(user + system);
    process.exit();`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', source], {
    cwd: here,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}
