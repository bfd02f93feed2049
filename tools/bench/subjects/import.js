// What a process pays to have the provider: the CPU of importing it after `ai`, and from there to the first delta of a stream. Each
// sample is a process of its own, since a module is imported once; the processes take turns, as the contenders of the harness do.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const providers = {
  'bedrock-kit': '@bedrock-kit/provider',
  '@ai-sdk/amazon-bedrock': '@ai-sdk/amazon-bedrock',
};
const here = fileURLToPath(new URL('../', import.meta.url));
const rounds = 11;

/** How many times less ours must cost. */
const cases = [
  { title: 'import after ai', target: 4, program: (name) => `await import('${name}');` },
  {
    title: 'from ai imported to the first delta, events in chunks',
    target: 2,
    program: (name) => `
      const { createAmazonBedrock } = await import('${name}');
      const body = new ReadableStream({ pull(controller) { controller.enqueue(new Uint8Array(bytes)); controller.close(); } });
      const fetch = () => Promise.resolve(new Response(body, { headers: { 'content-type': 'application/vnd.amazon.eventstream' } }));
      const bedrock = createAmazonBedrock({ region: 'us-east-1', accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', fetch });
      const { textStream } = ai.streamText({ model: bedrock('us.anthropic.claude-haiku-4-5-20251001-v1:0'), prompt: 'Hi' });
      for await (const _ of textStream) break;`,
  },
];

export default function importing() {
  const bytes = answer();
  const missed = [];
  for (const { title, target, program } of cases) {
    const samples = Object.fromEntries(Object.keys(providers).map((name) => [name, []]));
    for (let round = 0; round < rounds; round++) {
      for (const [name, module] of Object.entries(providers))
        samples[name].push(cpuOf(program(module), bytes));
    }
    const [ours, theirs] = Object.values(samples);
    const ratio = median(theirs.map((sample, round) => sample / ours[round]));
    console.log(`\n${title}`);
    for (const [name, values] of Object.entries(samples)) {
      console.log(`${name.padEnd(44)}${median(values).toFixed(0).padStart(12)} µs CPU`);
    }
    const kept = ratio >= target;
    console.log(`ratio ${ratio.toFixed(2)} ×   ${kept ? 'kept' : 'MISSED'} (at least ${target} ×)`);
    if (!kept) missed.push(title);
  }
  if (missed.length > 0) throw new Error(`targets missed: ${missed.join('; ')}`);
  return [];
}

/** CPU of the program in µs, after `ai` and what makes the bytes. */
function cpuOf(program, bytes) {
  const source = `
    import * as ai from 'ai';
    globalThis.AI_SDK_LOG_WARNINGS = false;
    const bytes = Buffer.from('${bytes}', 'base64');
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

/** One short answer, as frames in base64. */
function answer() {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { encodeMessage } from '@bedrock-kit/eventstream';
      const frame = (name, payload) => encodeMessage({
        headers: {
          ':event-type': { type: 'string', value: name },
          ':content-type': { type: 'string', value: 'application/json' },
          ':message-type': { type: 'string', value: 'event' },
        },
        body: Buffer.from(JSON.stringify(payload)),
      });
      process.stdout.write(Buffer.concat([
        frame('messageStart', { role: 'assistant' }),
        ...Array.from({ length: 20 }, () => frame('contentBlockDelta', { contentBlockIndex: 0, delta: { text: 'word ' } })),
        frame('contentBlockStop', { contentBlockIndex: 0 }),
        frame('messageStop', { stopReason: 'end_turn' }),
        frame('metadata', { usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 }, metrics: { latencyMs: 1 } }),
      ]).toString('base64'));`,
    ],
    { cwd: here, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
