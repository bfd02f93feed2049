// A model for the AI SDK that answers from a list, a tool for it to call, and an object for it to give.
import type { LanguageModelV4, LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { ConverseStreamRequest } from '@bedrock-kit/protocol';
import { jsonSchema, tool } from 'ai';
import { createStreamMapper, fromConverseResponse } from '../../src/index.ts';
import { arrived, received } from '../messages.ts';
import { toConverseRequest } from '../witness.ts';

/** A model that answers from a list, and keeps what it was sent. */
export function scripted(modelId: string, turns: readonly (readonly object[])[]) {
  const requests: ConverseStreamRequest[] = [];
  const next = (call: LanguageModelV4CallOptions, stream: boolean) => {
    const { request, context } = toConverseRequest(call, { modelId }, { stream });
    const turn = turns[requests.length] ?? [];
    requests.push(request);
    return { turn, context };
  };
  const model: LanguageModelV4 = {
    specificationVersion: 'v4',
    provider: 'amazon-bedrock',
    modelId,
    supportedUrls: {},
    doGenerate(call) {
      const { turn, context } = next(call, false);
      return Promise.resolve(fromConverseResponse(received(turn[0] ?? {}), context));
    },
    doStream(call) {
      const { turn, context } = next(call, true);
      const mapper = createStreamMapper(context);
      const parts = mapper.start();
      for (const event of turn) mapper.push(arrived(event), parts);
      parts.push(...mapper.end());
      return Promise.resolve({
        stream: new ReadableStream({
          start(controller) {
            for (const part of parts) controller.enqueue(part);
            controller.close();
          },
        }),
      });
    },
  };
  return { model, requests };
}

export const weather = tool({
  inputSchema: jsonSchema<{ city: string }>({ type: 'object', properties: { city: { type: 'string' } } }),
  execute: ({ city }) => ({ city, sky: 'clear' }),
});

export const answer = jsonSchema<{ a: number; b: string }>({
  type: 'object',
  properties: { a: { type: 'number' }, b: { type: 'string' } },
  required: ['a', 'b'],
});
