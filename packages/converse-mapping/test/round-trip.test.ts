// An answer is the same whether it was streamed or not, and any answer is accepted by the rules when it is sent back.
import type { JSONValue, LanguageModelV4Content, LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { ContentBlock, ConverseResponse } from '@bedrock-kit/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStreamMapper, fromConverseResponse } from '../src/index.ts';
import { toConverseRequest } from './witness.ts';
import { collectContent } from '../src/response/content.ts';
import {
  arrived,
  CLAUDE_4_5,
  contextFor,
  delta,
  map,
  messageStop,
  NOVA_2,
  numbered,
  start,
  stop,
  user,
} from './messages.ts';

const tools = [{ type: 'function' as const, name: 'weather', inputSchema: { type: 'object' as const } }];
const grounding = {
  type: 'provider' as const,
  id: 'bedrock.nova_grounding' as const,
  name: 'search',
  args: {},
};
const contexts = new Map([CLAUDE_4_5, NOVA_2].map((model) => [model, contextFor({ tools }, model)]));

// A block without a character gives no part, in either form.
const text = fc.string({ minLength: 1, maxLength: 10, unit: 'grapheme' });
const block = fc.oneof<fc.Arbitrary<ContentBlock>[]>(
  text.map((text) => ({ text })),
  fc
    .record({ text, signature: fc.string({ minLength: 1, maxLength: 20 }) })
    .map((reasoningText) => ({ reasoningContent: { reasoningText } })),
  text.map((text) => ({ reasoningContent: { reasoningText: { text } } })),
  fc.uint8Array({ minLength: 1, maxLength: 12 }).map((bytes) => ({
    reasoningContent: { redactedContent: { base64: Buffer.from(bytes).toString('base64') } },
  })),
  fc
    .dictionary(fc.constantFrom('a', 'b'), fc.integer())
    .map((input) => ({ toolUse: { toolUseId: 'same', name: 'weather', input } })),
  text.map((text) => ({
    citationsContent: {
      content: [{ text }],
      citations: [
        {
          title: 'A',
          sourceContent: [{ text: 'q' }],
          location: { documentPage: { documentIndex: 0, start: 1, end: 2 } },
        },
      ],
    },
  })),
);
const blocks = fc.array(block, { maxLength: 6 });

/** What is whole from the start, or never streamed. */
const rareBlock = fc.constantFrom<unknown[]>(
  { toolUse: { toolUseId: 's', name: 'nova_grounding', input: {}, type: 'server_tool_use' } },
  { toolResult: { toolUseId: 's', type: 'nova_grounding_result', content: [{ json: { hits: 1 } }] } },
  { image: { format: 'png', source: { bytes: 'AAEC' } } },
  { image: { format: 'png', error: { message: 'no' } } },
  { futureThing: { a: 1 } },
  { guardContent: { text: { text: 'g' } } },
  { searchResult: { source: 's', title: 't', content: [{ text: 'x' }] } },
);

/** The events of a real stream: no start for text, pieces of any size, the signature apart. */
function eventsOf(blocks: readonly ContentBlock[], cut: number): object[] {
  const events = blocks.flatMap((block, index): object[] => {
    if ('text' in block)
      return [...pieces(block.text, cut).map((text) => delta(index, { text })), stop(index)];
    if ('citationsContent' in block) {
      const { content = [], citations = [] } = block.citationsContent;
      return [
        ...content.flatMap(({ text }) => pieces(text, cut).map((text) => delta(index, { text }))),
        ...citations.map((citation) => delta(index, { citation })),
        stop(index),
      ];
    }
    if ('toolUse' in block) {
      const { toolUseId, name, input } = block.toolUse;
      const fragments = pieces(JSON.stringify(input), cut).map((input) =>
        delta(index, { toolUse: { input } }),
      );
      return [start(index, { toolUse: { toolUseId, name } }), ...fragments, stop(index)];
    }
    if (!('reasoningContent' in block)) return [];
    const { reasoningContent } = block;
    if ('redactedContent' in reasoningContent) return [delta(index, { reasoningContent }), stop(index)];
    const { text, signature } = reasoningContent.reasoningText;
    return [
      ...pieces(text, cut).map((text) => delta(index, { reasoningContent: { text } })),
      ...pieces(signature ?? '', cut).map((signature) => delta(index, { reasoningContent: { signature } })),
      stop(index),
    ];
  });
  return [{ messageStart: { role: 'assistant' } }, ...events, messageStop('end_turn')];
}

function pieces(text: string, size: number): string[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
    text.slice(at * size, (at + 1) * size),
  );
}

function whole(content: ContentBlock[], model: string): LanguageModelV4Content[] {
  const response: ConverseResponse = {
    output: { message: { role: 'assistant', content } },
    stopReason: 'end_turn',
    usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 },
    metrics: { latencyMs: 1 },
  };
  return fromConverseResponse(response, contextOf(model)).content;
}

function contextOf(model: string): ReturnType<typeof contextFor> {
  return numbered(contexts.get(model) ?? contextFor({ tools }, model));
}

type AssistantPart = Exclude<
  Extract<LanguageModelV4Prompt[number], { role: 'assistant' }>['content'][number],
  { type: 'file' }
>;

/** As the AI SDK does it: metadata comes back as options, sources stay behind, calls are answered. */
function nextTurn(content: readonly LanguageModelV4Content[]): LanguageModelV4Prompt {
  const parts = content.flatMap((part): AssistantPart[] => {
    const { providerMetadata: providerOptions } = part;
    const options = providerOptions === undefined ? {} : { providerOptions };
    if (part.type === 'text' || part.type === 'reasoning')
      return [{ type: part.type, text: part.text, ...options }];
    if (part.type === 'custom') return [{ type: part.type, kind: part.kind, ...options }];
    if (part.type === 'tool-result') {
      const output = { type: 'json' as const, value: part.result as JSONValue };
      return [{ type: part.type, toolCallId: part.toolCallId, toolName: part.toolName, output, ...options }];
    }
    if (part.type !== 'tool-call') return [];
    const { toolCallId, toolName, input, providerExecuted } = part;
    const executed = providerExecuted === true ? { providerExecuted } : {};
    return [
      { type: part.type, toolCallId, toolName, input: JSON.parse(input) as unknown, ...executed, ...options },
    ];
  });
  const results = parts.flatMap((part) =>
    part.type === 'tool-call' && part.providerExecuted !== true
      ? [
          {
            type: 'tool-result' as const,
            toolCallId: part.toolCallId,
            toolName: part.toolName,
            output: { type: 'text' as const, value: 'ok' },
          },
        ]
      : [],
  );
  const last = results.length > 0 ? [{ role: 'tool' as const, content: results }] : [];
  return [user('hi'), { role: 'assistant', content: parts }, ...last, user('go on')];
}

describe('an answer', () => {
  it('is the same content streamed, cut anywhere, as whole', () => {
    fc.assert(
      fc.property(blocks, fc.integer({ min: 1, max: 5 }), (content, cut) => {
        const mapper = createStreamMapper(contextOf(CLAUDE_4_5));
        const parts = eventsOf(content, cut).flatMap((event) => mapper.push(arrived(event)));
        expect(collectContent([...parts, ...mapper.end()])).toEqual(whole(content, CLAUDE_4_5));
      }),
      { numRuns: 300 },
    );
  });

  it('is accepted by the rules when it is sent back, to the model that gave it or to another', () => {
    fc.assert(
      fc.property(
        blocks,
        fc.constantFrom(CLAUDE_4_5, NOVA_2),
        fc.constantFrom(CLAUDE_4_5, NOVA_2, 'mistral.mistral-large-2407-v1:0'),
        (content, from, to) => {
          // map() checks the rules.
          map({ prompt: nextTurn(whole(content, from)), tools }, to);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of any kind at all is sent back without an error', () => {
    // A block that only the service knows passes the mapping and not the tables of the rules, so the rules of map() are left out.
    const mixed = fc.array(fc.oneof(block, rareBlock), { maxLength: 6 });
    fc.assert(
      fc.property(mixed, fc.constantFrom(CLAUDE_4_5, NOVA_2), (content, model) => {
        // Blocks as they may come, which their type does not promise.
        const prompt = nextTurn(whole(content as ContentBlock[], model));
        const call = { prompt, tools: [...tools, grounding] };
        expect(toConverseRequest(call, { modelId: model }).request.messages?.[0]?.role).toBe('user');
      }),
      { numRuns: 500 },
    );
  });

  it('takes signed reasoning back byte for byte, with white space, emoji and 100 kB of it', () => {
    const texts = ['  leading and trailing \n', '👩‍👩‍👧 é\u0301', 'x'.repeat(100_000)];
    for (const text of texts) {
      const content: ContentBlock[] = [
        { reasoningContent: { reasoningText: { text, signature: `sig ${text.length}` } } },
        { text: 'answer' },
      ];
      const { request } = map({ prompt: nextTurn(whole(content, CLAUDE_4_5)) });
      expect(request.messages?.[1]).toEqual({ role: 'assistant', content });
    }
  });

  it('takes redacted reasoning back as the bytes that came, whatever their pieces', () => {
    const mapper = createStreamMapper(contextOf(CLAUDE_4_5));
    const parts = [
      delta(0, { reasoningContent: { redactedContent: 'YQ==' } }),
      delta(0, { reasoningContent: { redactedContent: 'Yg==' } }),
      stop(0),
      delta(1, { text: 'answer' }),
      stop(1),
      messageStop(),
    ].flatMap((event) => mapper.push(arrived(event)));
    const { request } = map({ prompt: nextTurn(collectContent([...parts, ...mapper.end()])) });
    expect(request.messages?.[1]?.content[0]).toEqual({
      reasoningContent: { redactedContent: { base64: 'YWI=' } },
    });
  });

  it('takes a cited text back with its citations', () => {
    const content: ContentBlock[] = [
      {
        citationsContent: {
          content: [{ text: 'It says so.' }],
          citations: [
            {
              title: 'A',
              sourceContent: [{ text: 'so' }],
              location: { documentChar: { documentIndex: 0, start: 3, end: 5 } },
            },
          ],
        },
      },
    ];
    expect(map({ prompt: nextTurn(whole(content, CLAUDE_4_5)) }).request.messages?.[1]).toEqual({
      role: 'assistant',
      content,
    });
  });
});
