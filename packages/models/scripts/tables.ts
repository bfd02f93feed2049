// What is generated from the data: the tables of the README and the unions of known ids. Pure, so that a test can compare.
import { capabilitiesOf } from '../src/index.ts';
import type { Feature, ModelCapabilities, ModelKind, Quantity, Support } from '../src/index.ts';

export interface ModelList {
  readonly sources: Readonly<Record<string, { readonly title: string; readonly url: string }>>;
  readonly models: readonly {
    readonly id: string;
    /** Keys of `sources`. */
    readonly sources: readonly string[];
    /** The day on which the row was compared with its sources. */
    readonly checked: string;
  }[];
}

type Column = readonly [title: string, cell: (record: ModelCapabilities) => string];

const tick = (value: Support | Feature<object>): string =>
  value === 'unknown' ? '?' : value === false ? '–' : '✓';

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
  ['Context', ({ contextWindow }) => tokens(contextWindow)],
  ['Output', ({ maxOutputTokens }) => tokens(maxOutputTokens)],
  ['Status', status],
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
export function tables(list: ModelList): string {
  const records = list.models.map(({ id }) => capabilitiesOf(id));
  return sections
    .map(([title, kinds, columns]) => {
      const rows = records.filter(({ kind }) => kinds.includes(kind));
      return [
        `### ${title}`,
        '',
        `| Model | ${columns.map(([name]) => name).join(' | ')} |`,
        `| --- |${columns.map(() => ' --- |').join('')}`,
        ...rows.map(
          (record) => `| \`${record.id}\` | ${columns.map(([, cell]) => cell(record)).join(' | ')} |`,
        ),
        '',
      ].join('\n');
    })
    .join('\n');
}

// As the formatter would write it: on one line where it fits.
function union(name: string, ids: readonly string[]): string {
  const line = `export type ${name} = ${ids.map((id) => `'${id}'`).join(' | ')};\n`;
  return line.length <= 111 ? line : `export type ${name} =\n${ids.map((id) => `  | '${id}'`).join('\n')};\n`;
}

const unions: readonly (readonly [name: string, kinds: readonly ModelKind[], doc: string])[] = [
  ['KnownLanguageModelId', ['language'], 'Ids of models that answer with text.'],
  ['KnownEmbeddingModelId', ['embedding'], 'Ids of models that answer with vectors.'],
  ['KnownImageModelId', ['image'], 'Ids of models that answer with images.'],
  ['KnownRerankModelId', ['rerank'], 'Ids of models that put documents in order.'],
  ['KnownMediaModelId', ['video', 'speech'], 'Ids of models that answer with video or speech.'],
];

/** The text of `src/known-ids.ts`: every id of the list, and its inference profiles. */
export function knownIds(list: ModelList): string {
  const records = list.models.map(({ id }) => capabilitiesOf(id));
  const blocks = unions.map(([name, kinds, doc]) => {
    const ids = records
      .filter(({ kind }) => kinds.includes(kind))
      .flatMap(({ id, addressing: { profiles } }) => [
        id,
        ...(profiles === 'unknown' ? [] : profiles.map((profile) => `${profile}.${id}`)),
      ]);
    return `/** ${doc} */\n${union(name, ids)}`;
  });
  return `/**
 * The ids that editors complete. Types alone: no bundle contains them. Generated by scripts/generate.ts.
 * @module
 */

${blocks.join('\n')}
/** Every id above. Any other string is a legal id too: see {@link ModelId}. */
export type KnownModelId =
${unions.map(([name]) => `  | ${name}`).join('\n')};

/** A known id, for completion in an editor, or any other string. */
export type ModelId = KnownModelId | (string & {});
`;
}
