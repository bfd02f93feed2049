// The tour of `npm start`: each example as a program of its own, against one Bedrock, with a summary at the end.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { live, modelId } from './connection.ts';

const stops: readonly (readonly [file: string, title: string])[] = [
  ['generate-text.ts', 'generateText: an answer in one piece'],
  ['stream-text.ts', 'streamText: text as it arrives'],
  ['tool-loop.ts', 'tools: a loop of two steps'],
  ['pdf-input.ts', 'files: a PDF that arrives whole'],
  ['structured-output.ts', 'structured output: an answer that is an object'],
  ['reasoning.ts', 'reasoning: thoughts that go back with the history'],
  ['cache-points.ts', 'prompt caching: tokens written and read'],
  ['guardrails.ts', 'guardrails: a topic denied, an address masked, the trace'],
  ['embeddings.ts', 'embeddings: which texts are alike'],
  ['generate-image.ts', 'images: a picture in a file'],
  ['rerank.ts', 'ranking: the best document first'],
  ['response-headers.ts', 'response headers with the request id'],
];

const missing = live ? missingIn(process.env) : [];
if (missing.length > 0) {
  console.error(`With --live, set ${missing.join(', and ')} in the environment.`);
  process.exit(1);
}

const where = live
  ? 'AWS'
  : `a Bedrock on this machine (${process.env['AWS_ENDPOINT_URL_BEDROCK_RUNTIME'] ?? ''})`;
console.log(`Bedrock Kit talks to ${where}, model ${modelId}`);

/** Programs that run at the same time; each is shown when it is its turn. */
const together = 3;
/** Not started ahead, because one is to see how its text arrives. */
const watched = 'stream-text.ts';

const running = new Map<number, Run>();
const summary: string[] = [];
let failed = 0;
for (const [index, [file, title]] of stops.entries()) {
  for (let next = index; next < Math.min(index + together, stops.length); next += 1) {
    const program = stops[next]?.[0] ?? file;
    if (!running.has(next) && (next === index || program !== watched)) running.set(next, start(program));
  }
  console.log(`\n${index + 1}/${stops.length} ${title} (examples/${file})`);
  const { status, seconds } = (await running.get(index)?.show()) ?? { status: 1, seconds: 0 };
  if (status !== 0) {
    failed += 1;
    console.error(`This step failed with exit status ${status}.`);
  }
  summary.push(`${status === 0 ? 'ok    ' : 'FAILED'} ${title} (${seconds.toFixed(1)} s)`);
}

console.log(`\n${summary.join('\n')}`);
console.log(`\n${stops.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** What each of the programs needs to call AWS. An empty variable counts as none. */
function missingIn(environment: NodeJS.ProcessEnv): string[] {
  const { AWS_REGION, AWS_DEFAULT_REGION, AWS_BEARER_TOKEN_BEDROCK } = environment;
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = environment;
  const found = {
    AWS_REGION: AWS_REGION || AWS_DEFAULT_REGION,
    'AWS_BEARER_TOKEN_BEDROCK, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY':
      AWS_BEARER_TOKEN_BEDROCK || (AWS_ACCESS_KEY_ID && AWS_SECRET_ACCESS_KEY),
  };
  return Object.entries(found).flatMap(([name, value]) => (value ? [] : [name]));
}

/** A program that has been started. */
interface Run {
  /** Prints what it has said so far, then what it says until it ends. */
  show(): Promise<{ status: number; seconds: number }>;
}

function start(file: string): Run {
  const program = fileURLToPath(new URL(file, import.meta.url));
  const started = performance.now();
  const child = spawn(process.execPath, [...process.execArgv, program, ...process.argv.slice(2)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const held: string[] = [];
  let print = (text: string): void => {
    held.push(text);
  };
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      print(text);
    });
  const end = new Promise<{ status: number; seconds: number }>((resolve) => {
    child.once('error', (error) => {
      print(`${error.message}\n`);
      resolve({ status: 1, seconds: 0 });
    });
    // When it has ended and everything that it said has arrived.
    child.once('close', (code) => {
      resolve({ status: code ?? 1, seconds: (performance.now() - started) / 1000 });
    });
  });
  return {
    show() {
      print = (text) => void process.stdout.write(text);
      for (const text of held) print(text);
      return end;
    },
  };
}
