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

const where = live
  ? 'AWS'
  : `a Bedrock on this machine (${process.env['AWS_ENDPOINT_URL_BEDROCK_RUNTIME'] ?? ''})`;
console.log(`Bedrock Kit talks to ${where}, model ${modelId}`);

const summary: string[] = [];
let failed = 0;
for (const [index, [file, title]] of stops.entries()) {
  console.log(`\n${index + 1}/${stops.length} ${title} (examples/${file})`);
  const started = performance.now();
  const status = await run(file);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (status !== 0) {
    failed += 1;
    console.error(`This step failed with exit status ${status}.`);
  }
  summary.push(`${status === 0 ? 'ok    ' : 'FAILED'} ${title} (${seconds} s)`);
}

console.log(`\n${summary.join('\n')}`);
console.log(`\n${stops.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function run(file: string): Promise<number> {
  const program = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, [...process.execArgv, program, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}
