// The tables of the README, out of the data. Pure, so that a test can compare.
import { capabilitiesOf } from '../src/capabilities.ts';
import type { Feature, ModelCapabilities, ModelKind, Quantity, Support } from '../src/index.ts';
import type { ModelList } from './model-list.ts';

/** `member` is the path by which `unverified` would name what the cell tells. */
type Column = readonly [title: string, cell: (record: ModelCapabilities) => string, member?: string];

const tick = (value: Support | Feature<object> | 'ignored'): string =>
  value === 'unknown' ? '?' : value === false || value === 'ignored' ? '–' : '✓';

const tokens = (value: Quantity): string => {
  if (value === 'unknown') return '?';
  if (value >= 1_000_000) return `${Number((value / 1_000_000).toFixed(2))}M`;
  return value >= 1000 ? `${Math.round(value / 1000)}K` : String(value);
};

const status = ({ lifecycle }: ModelCapabilities): string => {
  if (lifecycle.status === 'unknown') return '?';
  return lifecycle.endOfLife === undefined
    ? lifecycle.status
    : `${lifecycle.status} (${lifecycle.endOfLife})`;
};

const caching = ({ promptCaching }: ModelCapabilities): string => {
  if (typeof promptCaching !== 'object') return tick(promptCaching);
  if (promptCaching.places.length === 0) return 'implicit';
  return `${tokens(promptCaching.minTokens)}, ${promptCaching.ttls.join(' ')}`;
};

const reasoning = ({ reasoning: { kind } }: ModelCapabilities): string =>
  kind === 'unknown' ? '?' : kind === 'none' ? '–' : kind;

const language: readonly Column[] = [
  ['Image', (record) => tick(record.inputs.image)],
  ['Document', (record) => tick(record.inputs.document)],
  ['Video', (record) => tick(record.inputs.video)],
  ['System', (record) => tick(record.system)],
  ['Tools', ({ toolUse }) => tick(toolUse)],
  ['… streamed', ({ toolUse }) => (typeof toolUse === 'object' ? tick(toolUse.streaming) : tick(toolUse))],
  ['Objects by', ({ structuredOutput }) => structuredOutput.means[0] ?? '–'],
  ['Reasoning', reasoning],
  ['Cache', caching],
  ['Context', ({ contextWindow }) => tokens(contextWindow), 'contextWindow'],
  ['Output', ({ maxOutputTokens }) => tokens(maxOutputTokens), 'maxOutputTokens'],
  ['Status', status, 'lifecycle.endOfLife'],
];

const embedding: readonly Column[] = [
  ['Dimensions', ({ embedding: e }) => (typeof e === 'object' ? e.dimensions.join(' ') : '?')],
  ['Default', ({ embedding: e }) => (typeof e === 'object' ? String(e.defaultDimensions) : '?')],
  ['Batch', ({ embedding: e }) => (typeof e === 'object' ? String(e.maxBatch) : '?')],
  ['Tokens', ({ embedding: e }) => (typeof e === 'object' ? tokens(e.maxTokens) : '?')],
  ['Image', ({ embedding: e }) => (typeof e === 'object' ? tick(e.inputs.image) : '?')],
  ['Types', ({ embedding: e }) => (typeof e === 'object' ? e.types.join(' ') : '?')],
  ['Status', status],
];

const image: readonly Column[] = [
  ['Tasks', ({ image: i }) => (typeof i === 'object' ? i.tasks.join(' ') : '?')],
  ['Size by', ({ image: i }) => (typeof i === 'object' ? i.sizes.kind : '?')],
  ['Images', ({ image: i }) => (typeof i === 'object' ? String(i.maxImages) : '?')],
  ['Mask', ({ image: i }) => (typeof i === 'object' ? tick(i.maskInput) : '?')],
  ['Status', status],
];

const other: readonly Column[] = [
  ['Kind', ({ kind }) => kind],
  [
    'Operations',
    ({ operations }) =>
      Object.entries(operations)
        .filter(([, supported]) => supported === true)
        .map(([name]) => name)
        .join(' '),
  ],
  ['Status', status],
];

const sections: readonly (readonly [
  title: string,
  kinds: readonly ModelKind[],
  columns: readonly Column[],
])[] = [
  ['Language models', ['language'], language],
  ['Embedding models', ['embedding'], embedding],
  ['Image models', ['image'], image],
  ['Rerank, video and speech models', ['rerank', 'video', 'speech'], other],
];

/** The tables in Markdown, one section for each kind of model. */
export function tables({ models }: ModelList): string {
  const records = models.map(({ id, unverified = [] }) => ({ record: capabilitiesOf(id), unverified }));
  return sections
    .map(([title, kinds, columns]) => {
      const rows = records.filter(({ record }) => kinds.includes(record.kind));
      return [
        `### ${title}`,
        '',
        `| Model | ${columns.map(([name]) => name).join(' | ')} |`,
        `| --- |${columns.map(() => ' --- |').join('')}`,
        ...rows.map(({ record, unverified }) => {
          const cells = columns.map(
            ([, cell, member = '']) => `${cell(record)}${unverified.includes(member) ? '\\*' : ''}`,
          );
          return `| \`${record.id}\` | ${cells.join(' | ')} |`;
        }),
        '',
      ].join('\n');
    })
    .join('\n');
}
