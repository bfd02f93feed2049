import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import type { StreamMapper } from '@bedrock-kit/converse-mapping';
import type { ConverseStreamEvent } from '@bedrock-kit/protocol';
import type { StreamResult } from '@bedrock-kit/runtime';
import { expect, it } from 'vitest';
import { partStream } from '../src/part-stream.ts';

it.each([false, true])(
  'an answer may end with more parts than a function takes arguments, also when it fails: %s',
  async (fails) => {
    const part: LanguageModelV4StreamPart = { type: 'tool-call', toolCallId: 'a', toolName: 'b', input: '{' };
    const last = () => Array.from({ length: 200_000 }, () => part);
    const mapper: StreamMapper = { start: () => [], push: () => [], end: last, fail: last };
    // Of the answer nothing but its batches is read.
    const next = () => (fails ? Promise.reject(new Error('cut')) : Promise.resolve({ done: true }));
    const result = { batches: () => ({ next }) } as unknown as StreamResult<ConverseStreamEvent>;
    const stream = partStream(result, {
      mapper,
      begin: [],
      toError: (error) => Promise.resolve(error),
      joined: false,
    });
    const reader = stream.getReader();
    let count = 0;
    while (!(await reader.read()).done) count += 1;
    expect(count).toBe(200_000);
  },
);
