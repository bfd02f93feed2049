// Writes the tables of capabilities in the top README from @bedrock-kit/models: `node tools/tables.js`. With --check it only compares.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { capabilitiesOf } from '../packages/models/src/index.ts';
import { readArguments } from './arguments.js';
import { readBlock, writeBlock } from './marked-block.js';

const { check } = readArguments('node tools/tables.js [--check]', {
  options: { check: { type: 'boolean', default: false } },
}).values;
const readme = fileURLToPath(new URL('../README.md', import.meta.url));
const data = new URL('../packages/models/data/models.json', import.meta.url);

/** The table of language models in the documentation of the AI SDK's own provider, in its order. */
const firstIds = [
  'amazon.titan-tg1-large',
  'amazon.titan-text-express-v1',
  'anthropic.claude-3-7-sonnet-20250219-v1:0',
  'anthropic.claude-3-5-sonnet-20241022-v2:0',
  'anthropic.claude-3-5-sonnet-20240620-v1:0',
  'anthropic.claude-3-5-haiku-20241022-v1:0',
  'anthropic.claude-3-opus-20240229-v1:0',
  'anthropic.claude-3-sonnet-20240229-v1:0',
  'anthropic.claude-3-haiku-20240307-v1:0',
  'anthropic.claude-v2:1',
  'cohere.command-r-v1:0',
  'cohere.command-r-plus-v1:0',
  'meta.llama2-13b-chat-v1',
  'meta.llama2-70b-chat-v1',
  'meta.llama3-8b-instruct-v1:0',
  'meta.llama3-70b-instruct-v1:0',
  'meta.llama3-1-8b-instruct-v1:0',
  'meta.llama3-1-70b-instruct-v1:0',
  'meta.llama3-1-405b-instruct-v1:0',
  'meta.llama3-2-1b-instruct-v1:0',
  'meta.llama3-2-3b-instruct-v1:0',
  'meta.llama3-2-11b-instruct-v1:0',
  'meta.llama3-2-90b-instruct-v1:0',
  'mistral.mistral-7b-instruct-v0:2',
  'mistral.mixtral-8x7b-instruct-v0:1',
  'mistral.mistral-large-2402-v1:0',
  'mistral.mistral-small-2402-v1:0',
];

const tick = (value) => (value === 'unknown' ? '?' : value === false || value === 'ignored' ? '–' : '✓');
const toolStreaming = ({ toolUse }) => tick(typeof toolUse === 'object' ? toolUse.streaming : toolUse);
const sides = ([width, height]) => `${width}×${height}`;

const columns = {
  language: [
    ['image input', ({ inputs }) => tick(inputs.image)],
    ['object generation', ({ structuredOutput }) => structuredOutput.means[0] ?? '–'],
    ['tool usage', ({ toolUse }) => tick(toolUse)],
    ['tool streaming', toolStreaming],
    ['status', ({ lifecycle }) => (lifecycle.status === 'unknown' ? '?' : lifecycle.status)],
  ],
  embedding: [
    ['default dimensions', ({ embedding }) => embedding.defaultDimensions],
    [
      'custom dimensions',
      ({ embedding: { dimensions } }) => (dimensions.length > 1 ? dimensions.join(', ') : '–'),
    ],
  ],
  image: [
    ['sizes', ({ image }) => sizes(image.sizes)],
    ['images a call', ({ image }) => image.maxImages],
  ],
};

function sizes(given) {
  switch (given.kind) {
    case 'range': {
      const { min, max, multipleOf, maxRatio, pixelsBelow } = given;
      return `${min} to ${max} a side in steps of ${multipleOf}, ratio up to ${maxRatio}:1, below ${pixelsBelow.toLocaleString('en-US')} pixels`;
    }
    case 'list':
      return `${given.sizes.length} sizes: ${given.sizes.slice(0, 3).map(sides).join(', ')}, … ${sides(given.sizes.at(-1))}`;
    case 'ratio':
      return `by ratio: ${given.ratios.join(', ')}`;
    case 'input':
      return 'that of the image given, or what the task makes of it';
  }
}

function table(kind, records) {
  const head = ['model', ...columns[kind].map(([title]) => title)];
  const rows = records.map((record) => [
    `\`${record.id}\``,
    ...columns[kind].map(([, cell]) => cell(record)),
  ]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function folded(summary, content) {
  return `<details>\n<summary>${summary}</summary>\n\n${content}\n\n</details>`;
}

const records = JSON.parse(readFileSync(data, 'utf8')).models.map(({ id }) => capabilitiesOf(id));
const ofKind = (kind) => records.filter((record) => record.kind === kind);
const others = ofKind('language').filter(({ id }) => !firstIds.includes(id));
const blocks = {
  'language-models': [
    table(
      'language',
      firstIds.map((id) => capabilitiesOf(id)),
    ),
    folded(
      `The other ${others.length} language models, newest first for each vendor`,
      table('language', others),
    ),
  ].join('\n\n'),
  'embedding-models': table('embedding', ofKind('embedding')),
  'image-models': table('image', ofKind('image')),
};

let failed = 0;
for (const [name, block] of Object.entries(blocks)) {
  if (!check) writeBlock(readme, name, block);
  else if (readBlock(readme, name) !== block) {
    console.log(
      `not ok README.md: the table ${name} is not what @bedrock-kit/models says; node tools/tables.js writes it`,
    );
    failed += 1;
  }
}
console.log(`${Object.keys(blocks).length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
