// The AI SDK's own streamText as the judge: no sequence of events makes it complain about parts.
import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4StreamPart,
} from '@ai-sdk/provider';
import { jsonSchema, streamText, tool } from 'ai';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createStreamMapper } from '../src/index.ts';
import { toConverseRequest } from './witness.ts';
import { arbitraryEvent, arbitraryException } from './arbitrary-events.ts';
import { arrived, NOVA_2, user } from './messages.ts';

/** 2,000 in the long run: SEQUENCES=2000. */
const runs = Number(process.env['SEQUENCES'] ?? 300);

type Ending = 'end' | 'fail' | object;

const tools = [{ type: 'function' as const, name: 'weather', inputSchema: { type: 'object' as const } }];

function partsOf(
  events: readonly object[],
  ending: Ending,
  call: Partial<LanguageModelV4CallOptions>,
): LanguageModelV4StreamPart[] {
  const { context } = toConverseRequest(
    { prompt: [user('x')], tools, ...call },
    { modelId: NOVA_2 },
    { stream: true },
  );
  const mapper = createStreamMapper(context);
  const parts = mapper.start();
  for (const event of events) mapper.push(arrived(event), parts);
  if (typeof ending === 'object') mapper.push(arrived(ending), parts);
  return [...parts, ...(ending === 'fail' ? mapper.fail(new Error('socket hang up')) : mapper.end())];
}

function modelOf(parts: readonly LanguageModelV4StreamPart[]): LanguageModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'amazon-bedrock',
    modelId: NOVA_2,
    supportedUrls: {},
    doGenerate: () => Promise.reject(new Error('not used')),
    doStream: () =>
      Promise.resolve({
        stream: new ReadableStream({
          start(controller) {
            for (const part of parts) controller.enqueue(part);
            controller.close();
          },
        }),
      }),
  };
}

const weather = tool({ inputSchema: jsonSchema({ type: 'object' }), execute: () => 'sunny' });

const responseFormat = fc.constantFrom<NonNullable<LanguageModelV4CallOptions['responseFormat']>[]>(
  { type: 'text' },
  { type: 'text' },
  { type: 'json' },
  { type: 'json', schema: { type: 'object' } },
  { type: 'json', schema: { type: 'array' } },
);

it(`${runs} random event sequences go through streamText without a complaint about parts`, {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(arbitraryEvent, { maxLength: 14 }),
      fc.oneof(fc.constantFrom<Ending[]>('end', 'end', 'fail'), arbitraryException),
      fc.boolean(),
      responseFormat,
      async (events, ending, raw, responseFormat) => {
        const errors: unknown[] = [];
        const sent = partsOf(events, ending, { includeRawChunks: raw, responseFormat });
        const result = streamText({
          model: modelOf(sent),
          prompt: 'x',
          tools: { weather },
          maxRetries: 0,
          include: { rawChunks: raw },
          onError: ({ error }) => void errors.push(error),
        });
        for await (const part of result.stream) if (part.type === 'error') errors.push(part.error);
        expect(
          errors.map(String).filter((error) => /part .* not found|Unknown chunk|not valid/.test(error)),
        ).toEqual([]);
        expectOrder(sent);
      },
    ),
    { numRuns: runs },
  );
});

/** Every block begins once and ends once, what is between stands between, and `finish` is last. */
function expectOrder(parts: readonly LanguageModelV4StreamPart[]): void {
  const open = new Map<string, string>();
  const used = new Set<string>();
  for (const part of parts) {
    const [, kind, moment] = /^(text|reasoning|tool-input)-(start|delta|end)$/.exec(part.type) ?? [];
    if (kind === undefined || !('id' in part)) continue;
    if (moment === 'start') {
      expect(used).not.toContain(part.id);
      used.add(part.id);
      open.set(part.id, kind);
    } else expect(open.get(part.id)).toBe(kind);
    if (moment === 'end') open.delete(part.id);
  }
  expect([...open]).toEqual([]);
  expect(parts.filter(({ type }) => type === 'finish')).toHaveLength(1);
  expect(parts.at(-1)?.type).toBe('finish');
  const calls = parts.flatMap((part) => (part.type === 'tool-call' ? [part.toolCallId] : []));
  expect(new Set(calls).size).toBe(calls.length);
  expect(calls).not.toContain('');
}
