// The built types of what is not a model compile in apps with the AI SDK 6 and 5, under the compiler options that apps have.
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('../../out/types-earlier/', import.meta.url));
const root = fileURLToPath(new URL('../../../../', import.meta.url));

const screen = `{
  displayWidthPx: 1024,
  displayHeightPx: 768,
  execute: ({ action }) => (action === 'screenshot' ? { data: 'iVBORw0KGgo=' } : action)`;
const shown = `{
  type: 'content',
  value:
    typeof output === 'string'
      ? [{ type: 'text', text: output }]
      : [{ type: 'media', data: output.data, mediaType: 'image/png' }],
}`;

/** What both apps do with the model and the tools. */
const uses = `
type Message = UIMessage<unknown, never, InferUITools<typeof tools>>;
export const message: Message['parts'] = [
  { type: 'tool-bash', toolCallId: 'a', state: 'output-available', input: { command: 'ls' }, output: 'a.txt' },
];

export async function lengths(): Promise<number[]> {
  const { toolResults } = await generateText({ model, tools, prompt: 'Hi' });
  return toolResults.map((result) => (result.dynamic || result.toolName !== 'bash' ? 0 : result.output.length));
}
`;
const transformParams = `async ({ params }) => {
      const { inputTokens } = await bedrock.countTokens({ model, ...params });
      return { ...params, headers: { 'x-counted': String(inputTokens) } };
    }`;

const apps = {
  'ai-6': `
import { bedrock } from '@bedrock-kit/provider/ai-6';
import {
  generateText,
  type InferUITools,
  ToolLoopAgent,
  type ToolExecutionOptions,
  type ToolSet,
  type UIMessage,
  wrapLanguageModel,
} from 'ai-6';

const model = bedrock('us.amazon.nova-2-lite-v1:0');
const run = ({ command }: { command?: string }, { messages }: ToolExecutionOptions) =>
  \`\${command}: \${messages.length}\`;
export const tools = {
  bash: bedrock.tools.bash_20250124({ execute: run, needsApproval: ({ command }) => command === 'rm' }),
  computer: bedrock.tools.computer_20251124(${screen}, toModelOutput: ({ output }) => (${shown}) }),
  search: bedrock.tools.novaGrounding(),
} satisfies ToolSet;

export const outputs = [
  bedrock.tools.memory_20250818({
    execute: (_, { messages }) => messages.map(({ role }) => role).join(),
    toModelOutput: ({ output: value }) => ({ type: 'text', value, providerOptions: { bedrock: { cachePoint: true } } }),
  }),
  bedrock.tools.memory_20250818({ toModelOutput: () => ({ type: 'execution-denied', reason: 'no' }) }),
  bedrock.tools.memory_20250818({
    toModelOutput: () => ({
      type: 'content',
      value: [
        { type: 'image-url', url: 'https://example.com/a.png' },
        { type: 'file-url', url: 's3://bucket/key' },
        { type: 'file-data', data: '', mediaType: 'application/pdf', filename: 'a.pdf' },
        { type: 'file-id', fileId: 'a' },
      ],
    }),
  }),
];

export const agent = new ToolLoopAgent({ model, tools });

export const counting = wrapLanguageModel({
  model,
  middleware: {
    specificationVersion: 'v3',
    transformParams: ${transformParams},
  },
});
${uses}`,
  'ai-5': `
import { bedrock } from '@bedrock-kit/provider/ai-5';
import {
  Experimental_Agent,
  generateText,
  type InferUITools,
  type ToolCallOptions,
  type ToolSet,
  type UIMessage,
  wrapLanguageModel,
} from 'ai-5';

const model = bedrock('us.amazon.nova-2-lite-v1:0');
const run = ({ command }: { command?: string }, { messages }: ToolCallOptions) => \`\${command}: \${messages.length}\`;
export const tools = {
  bash: bedrock.tools.bash_20250124({ execute: run }),
  computer: bedrock.tools.computer_20251124(${screen}, toModelOutput: (output) => (${shown}) }),
  search: bedrock.tools.novaGrounding(),
} satisfies ToolSet;

export const agent = new Experimental_Agent({ model, tools });

export const counting = wrapLanguageModel({
  model,
  middleware: {
    transformParams: ${transformParams},
  },
});
${uses}`,
};

test.each([
  ['strict, as most apps are', false],
  ['strict, with exactOptionalPropertyTypes', true],
])(
  'outputs are inferred, what the majors document of a tool is taken: %s',
  async (_, exact) => {
    const app = join(folder, String(exact));
    mkdirSync(app, { recursive: true });
    for (const [name, code] of Object.entries(apps)) writeFileSync(join(app, `${name}.ts`), code);
    const compilerOptions = {
      strict: true,
      exactOptionalPropertyTypes: exact,
      noEmit: true,
      target: 'es2022',
      module: 'nodenext',
      lib: ['es2022', 'dom'],
      types: ['node'],
      skipLibCheck: true,
    };
    const files = Object.keys(apps).map((name) => `${name}.ts`);
    writeFileSync(join(app, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    // What is published: the declarations, not the sources.
    await run(compiler, ['--build', join(root, 'packages/provider/tsconfig.lib.json')]);
    expect(await run(compiler, ['-p', app])).toBe('');
  },
  120_000,
);

async function run(program: string, options: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...options]).catch(
    (failed: unknown) => failed as { stdout: string }, // a compiler that finds something exits with its findings
  );
  return stdout;
}
