import { capabilitiesOf } from '@bedrock-kit/models';
import type { ConverseRequest } from '@bedrock-kit/protocol';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { type InputUsage, PromptCache } from '../../src/caching/prompt-cache.ts';
import { countInputTokens } from '../../src/caching/prompt.ts';

let now = 0;
let cache: PromptCache;
beforeEach(() => {
  now = Date.UTC(2026, 10, 22);
  cache = new PromptCache(() => new Date(now));
});

const haiku = capabilitiesOf('us.anthropic.claude-haiku-4-5-20251001-v1:0');
const nova = capabilitiesOf('amazon.nova-lite-v1:0');
const point = { cachePoint: { type: 'default' as const } };
const words = (count: number, word = 'stone'): string => Array.from({ length: count }, () => word).join(' ');
const prompt = (...content: NonNullable<ConverseRequest['messages']>[number]['content']) => ({
  messages: [{ role: 'user' as const, content }],
});

const sum = ({ inputTokens, cached }: InputUsage): number =>
  inputTokens + (cached?.read ?? 0) + (cached?.written ?? 0);

describe('Nova', () => {
  it('caches from a thousand tokens on, and not more than twenty thousand', async () => {
    const short = await cache.use({ system: [{ text: words(999) }, point] }, nova);
    const fitting = await cache.use({ system: [{ text: words(1000) }, point] }, nova);
    const long = await cache.use({ system: [{ text: words(20_001) }, point] }, nova);
    expect([short, fitting, long].map(({ cached }) => cached?.written)).toEqual([0, 1000, 0]);
  });
});

it('a model that does not cache counts everything as it comes', async () => {
  const plain = capabilitiesOf('anthropic.claude-3-haiku-20240307-v1:0');
  expect(await cache.use(prompt({ text: words(5000) }, point), plain)).toEqual({ inputTokens: 5000 });
});

it('a file is part of what is cached: another one is another beginning', async () => {
  const image = (byte: number) => ({
    image: { format: 'png' as const, source: { bytes: Uint8Array.of(137, 80, byte) } },
  });
  const asked = (byte: number) => prompt({ text: words(5000) }, image(byte), point, { text: 'hi' });
  await cache.use(asked(1), haiku);
  expect((await cache.use(asked(1), haiku)).cached?.read).toBeGreaterThanOrEqual(5000);
  expect((await cache.use(asked(2), haiku)).cached?.read).toBe(0);
});

it('what a tool says under the name of base64 is no file', async () => {
  const asked = (base64: string) =>
    prompt(
      { text: words(5000) },
      { toolResult: { toolUseId: 'a', content: [{ json: { base64 } }] } },
      point,
      { text: 'hi' },
    );
  await cache.use(asked('?'), haiku);
  expect((await cache.use(asked('!'), haiku)).cached?.read).toBe(0);
});

it('is told by lifetime where something was written, and the model has more than one', async () => {
  const asked = { system: [{ text: words(5000) }, point] };
  const details = [{ ttl: '5m', inputTokens: 5000 }];
  expect((await cache.use(asked, haiku)).cached).toEqual({ read: 0, written: 5000, details });
  expect((await cache.use(asked, haiku)).cached).toEqual({ read: 5000, written: 0 });
  expect((await cache.use(asked, nova)).cached).toEqual({ read: 0, written: 5000 });
});

it('an earlier point that is read lives on with the later one', async () => {
  const short = { system: [{ text: words(5000) }, point] };
  const long = { system: [{ text: words(5000) }, point, { text: words(1000, 'pebble') }, point] };
  await cache.use(long, haiku);
  now += 4 * 60_000;
  await cache.use(long, haiku);
  now += 4 * 60_000;
  expect((await cache.use(short, haiku)).cached?.read).toBe(5000);
});

it('what is read, written and neither are together always the whole prompt', async () => {
  const part = fc.oneof(
    fc
      .integer({ min: 0, max: 3000 })
      .map((count) => ({ text: words(count, count % 2 === 0 ? 'stone' : 'pebble') })),
    fc.constantFrom(point, { cachePoint: { type: 'default' as const, ttl: '1h' as const } }),
  );
  const parts = fc.array(part, { maxLength: 6 });
  const turn = fc.record({ system: parts, content: parts, wait: fc.integer({ min: 0, max: 400_000 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { maxLength: 4 }), async (turns) => {
      for (const { system, content, wait } of turns) {
        now += wait;
        const asked = { system, ...prompt(...content) };
        const used = await cache.use(asked, haiku);
        expect(sum(used)).toBe(await countInputTokens(asked));
        const { details = [], written = 0 } = used.cached ?? {};
        expect(details.reduce((total, { inputTokens }) => total + inputTokens, 0)).toBe(written);
        expect(used.inputTokens).toBeGreaterThanOrEqual(0);
        // At once again: whatever was written is now read.
        const again = await cache.use(asked, haiku);
        expect(again.cached?.written ?? 0).toBe(0);
        expect(again.cached?.read ?? 0).toBe((used.cached?.read ?? 0) + written);
      }
    }),
    { numRuns: 60 },
  );
});
