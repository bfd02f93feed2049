// Every row of every vendor, held against the list of models and its sources.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ended } from '../scripts/ended.ts';
import type { ModelList } from '../scripts/model-list.ts';
import { capabilitiesOf, knownModelIds } from '../src/index.ts';
import { vendors } from '../src/vendors/index.ts';
import { faultsOf } from './record-shape.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
// The tests below check the shape of both files.
const list = read('../data/models.json') as ModelList;
const aiSdk = read('./vectors/ai-sdk-model-ids.json') as {
  ids: Readonly<Record<'chat' | 'embedding' | 'image' | 'reranking', readonly string[]>>;
};

test('no model is listed twice', () => {
  expect(new Set(list.models.map(({ id }) => id)).size).toBe(list.models.length);
});

describe.each(list.models)('$id', ({ id, sources, checked, unverified = [] }) => {
  test('has a row of its own with a complete record', () => {
    const record = capabilitiesOf(id);
    expect([record.match, record.baseModelId]).toEqual(['model', id]);
    expect(faultsOf(record)).toEqual([]);
    expect(record.kind).not.toBe('unknown');
    expect(record.family).not.toBe('unknown');
  });

  test('names its sources and the day it was checked', () => {
    expect(checked).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(sources.length).toBeGreaterThan(0);
    for (const key of sources) {
      expect(list.sources[key]?.title).toBeTruthy();
      expect(() => new URL(list.sources[key]?.url ?? '')).not.toThrow();
    }
  });

  test('calls unverified only what it tells', () => {
    for (const path of unverified) {
      const value = path
        .split('.')
        .reduce<unknown>((at, name) => Object.getOwnPropertyDescriptor(at, name)?.value, capabilitiesOf(id));
      expect([path, ['undefined', 'unknown'].includes(String(value))]).toEqual([path, false]);
    }
  });
});

test('the run-time list has every listed model under its kind, once', () => {
  const ids = Object.values(knownModelIds).flat();
  expect([...ids].sort()).toEqual(list.models.map(({ id }) => id).sort());
  for (const [name, of] of Object.entries(knownModelIds)) {
    const kinds = name === 'media' ? ['video', 'speech'] : [name];
    for (const id of of) expect([id, kinds.includes(capabilitiesOf(id).kind)]).toEqual([id, true]);
  }
});

test('every row of every vendor is reached by a listed id', () => {
  const unreached: string[] = [];
  const names = new Map(list.models.map(({ id }) => [id, capabilitiesOf(id).name]));
  for (const [vendor, table] of Object.entries(vendors)) {
    for (const key of Object.keys(table().rows)) {
      const record = capabilitiesOf(`${vendor}.${key}`);
      expect(faultsOf(record)).toEqual([]);
      if (![...names.values()].includes(record.name)) unreached.push(`${vendor}.${key}`);
    }
  }
  expect(unreached).toEqual([]);
});

test.each([
  ['anthropic.claude-opus-4-8', 'Claude Opus 4.8'],
  ['anthropic.claude-opus-4-20250514-v1:0', 'Claude Opus 4'],
  ['anthropic.claude-3-5-sonnet-20241022-v2:0', 'Claude 3.5 Sonnet v2'],
  ['amazon.nova-2-lite-v1:0', 'Nova 2 Lite'],
  ['meta.llama3-3-70b-instruct-v1:0', 'Llama 3.3 70B Instruct'],
  ['meta.llama2-13b-chat-v1', 'Llama 2 Chat 13B'],
  ['mistral.mistral-large-2402-v1:0', 'Mistral Large (24.02)'],
  ['openai.gpt-5.6-sol', 'GPT-5.6 Sol'],
  ['qwen.qwen3-vl-235b-a22b', 'Qwen3 VL 235B A22B'],
  ['zai.glm-4.7-flash', 'GLM 4.7 Flash'],
])('%s is called %s, stated or made of its key', (id, name) => {
  expect(capabilitiesOf(id).name).toBe(name);
});

test('two models of a vendor do not share a name', () => {
  const seen = new Map<string, string>();
  const shared: string[] = [];
  for (const { id } of list.models) {
    const { vendor, name } = capabilitiesOf(id);
    const other = seen.get(`${vendor} ${name}`);
    // Nova Reel has two versions of one model.
    if (other !== undefined && !id.startsWith('amazon.nova-reel-v1:')) shared.push(`${id} and ${other}`);
    seen.set(`${vendor} ${name}`, id);
  }
  expect(shared).toEqual([]);
});

test('every newest row of every vendor is complete', () => {
  const patterns = Object.entries(vendors).flatMap(([vendor, table]) =>
    table().newest.map(([pattern]) => ({ vendor, pattern })),
  );
  const samples = [
    ...[
      'anthropic.claude-x-opus',
      'anthropic.claude-x-sonnet',
      'anthropic.claude-x-haiku',
      'anthropic.claude-x',
      'anthropic.claude',
    ],
    ...[
      'amazon.nova-x-embed',
      'amazon.nova-x-canvas',
      'amazon.nova-x-reel',
      'amazon.nova-x-sonic',
      'amazon.nova-x',
    ],
    ...['amazon.titan-x-embed-image', 'amazon.titan-x-embed', 'amazon.titan-image-x', 'amazon.titan-x'],
    ...['amazon.rerank-x', 'cohere.embed-x', 'cohere.rerank-x', 'cohere.command-x', 'meta.llama9'],
    ...[
      'mistral.voxtral-x',
      'mistral.x',
      'openai.gpt-oss-x',
      'openai.gpt-x',
      'deepseek.v9',
      'qwen.qwen9-vl-x',
    ],
    ...['qwen.qwen9', 'moonshot.kimi-x', 'moonshotai.kimi-x', 'minimax.minimax-x', 'google.gemma-x'],
    ...['nvidia.nemotron-x', 'zai.glm-x', 'xai.grok-x', 'ai21.jamba-x', 'writer.palmyra-x', 'luma.ray-x'],
    ...['twelvelabs.marengo-x', 'twelvelabs.pegasus-x', 'stability.x-upscale', 'stability.stable-x'],
  ];
  const reached = ({ vendor, pattern }: (typeof patterns)[number]): boolean =>
    samples.some((id) => id.startsWith(`${vendor}.`) && pattern.test(id.slice(vendor.length + 1)));
  expect(patterns.filter((newest) => !reached(newest))).toEqual([]);
  expect(samples.length).toBe(patterns.length);
  for (const id of samples) {
    const record = capabilitiesOf(id);
    expect([id, record.match]).toEqual([id, 'family']);
    expect(faultsOf(record)).toEqual([]);
  }
});

test('limits are called unverified where no source of the row tells limits', () => {
  const tell = [
    'cards',
    'claude',
    'ai-sdk-anthropic',
    'models.dev',
    'nova',
    'nova-2',
    'nova-sonic',
    'parameters',
    'stability',
    'catalogue',
  ];
  for (const { id, sources, unverified = [] } of list.models) {
    if (sources.some((key) => tell.includes(key))) continue;
    const record = capabilitiesOf(id);
    for (const member of ['contextWindow', 'maxOutputTokens'] as const) {
      if (record[member] !== 'unknown')
        expect([id, unverified]).toEqual([id, expect.arrayContaining([member])]);
    }
  }
});

describe('the ids that @ai-sdk/amazon-bedrock names', () => {
  test('are 94', () => {
    expect(Object.values(aiSdk.ids).map((ids) => ids.length)).toEqual([87, 4, 1, 2]);
  });

  test.each(Object.values(aiSdk.ids).flat())('%s has a row', (id) => {
    expect(capabilitiesOf(id).match).toBe('model');
  });
});

describe('what holds for every listed model', () => {
  const records = list.models.map(({ id }) => capabilitiesOf(id));

  test('only models that converse use tools, cache or reason', () => {
    for (const record of records.filter(({ operations }) => operations.Converse === false)) {
      expect([record.id, record.promptCaching, record.reasoning.kind]).toEqual([record.id, false, 'none']);
    }
  });

  test('an effort that is none has fields that switch reasoning off', () => {
    for (const { id, reasoning } of records) {
      const effort = 'effort' in reasoning ? reasoning.effort : undefined;
      if (effort?.levels.includes('none'))
        expect([id, reasoning]).toEqual([id, { ...reasoning, off: expect.any(Object) as object }]);
    }
  });

  test('an embedding model has a default among its dimensions, others have none', () => {
    for (const { id, kind, embedding } of records) {
      if (kind !== 'embedding') expect([id, embedding]).toEqual([id, false]);
      else if (typeof embedding === 'object') {
        expect(embedding.dimensions).toContain(embedding.defaultDimensions);
      } else expect.unreachable(id);
    }
  });

  test('an image model has a default size that its own rule allows', () => {
    for (const { id, kind, image } of records) {
      if (kind !== 'image') {
        expect([id, image]).toEqual([id, false]);
        continue;
      }
      if (typeof image !== 'object') return expect.unreachable(id);
      const { sizes } = image;
      if (sizes.kind === 'list') expect(sizes.sizes).toContainEqual(sizes.default);
      if (sizes.kind === 'ratio') expect(sizes.ratios).toContain(sizes.default);
      if (sizes.kind === 'range') {
        const [width, height] = sizes.default;
        expect(width % sizes.multipleOf).toBe(0);
        expect(width * height).toBeLessThan(sizes.pixelsBelow);
      }
    }
  });

  test('a model that always thinks takes no forced tool, or says that it does', () => {
    for (const { id, reasoning, toolUse } of records) {
      if (reasoning.kind !== 'adaptive' || reasoning.off !== false || typeof toolUse !== 'object') continue;
      expect([id, toolUse.choices.any]).toEqual([id, reasoning.forcedToolChoice]);
    }
  });

  test('a model never writes more than its context holds', () => {
    for (const { id, contextWindow, maxOutputTokens } of records) {
      if (contextWindow === 'unknown' || maxOutputTokens === 'unknown') continue;
      expect([id, maxOutputTokens <= contextWindow]).toEqual([id, true]);
    }
  });

  test('what has reached its end has gone through a notice before, and its status is that of the day it was checked', () => {
    for (const { id, checked } of list.models) {
      const { status, legacySince, endOfLife } = capabilitiesOf(id).lifecycle;
      if (legacySince !== undefined && endOfLife !== undefined)
        expect([id, legacySince < endOfLife]).toEqual([id, true]);
      if (status === 'active') expect([id, endOfLife]).toEqual([id, undefined]);
      if (status === 'legacy') expect([id, endOfLife]).not.toEqual([id, undefined]);
      if (endOfLife !== undefined)
        expect([id, checked, status]).toEqual([id, checked, endOfLife < checked ? 'end-of-life' : 'legacy']);
    }
  });

  test('a legacy model is named once its last day is over', () => {
    const legacy = records.filter(({ lifecycle }) => lifecycle.status === 'legacy');
    expect(ended(list, '2000-01-01')).toEqual([]);
    expect(ended(list, '9999-12-31')).toEqual(legacy.map(({ id, lifecycle }) => [id, lifecycle.endOfLife]));
    for (const { id, lifecycle } of legacy) {
      expect(ended(list, lifecycle.endOfLife ?? '').map(([each]) => each)).not.toContain(id);
    }
  });

  // An account that never called a legacy model may not begin to.
  test('a replacement is itself a listed model that has no end', () => {
    for (const { id, lifecycle } of records) {
      if (lifecycle.replacement !== undefined) {
        expect(list.models.map((model) => model.id)).toContain(lifecycle.replacement);
        expect([id, capabilitiesOf(lifecycle.replacement).lifecycle.status]).toEqual([id, 'active']);
      }
    }
  });
});
