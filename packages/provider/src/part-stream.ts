/**
 * Events of Converse in, stream parts of the AI SDK out: one stage, which waits only for chunks of the network.
 *
 * @module
 */
import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import type { StreamMapper } from '@bedrock-kit/converse-mapping';
import type { ConverseStreamEvent } from '@bedrock-kit/protocol';
import type { StreamResult } from '@bedrock-kit/runtime';
import { joinDeltas } from './join-deltas.ts';

/** How the events of one answer become parts. */
export interface PartMaking {
  readonly mapper: StreamMapper;
  /** The parts before the first event. */
  readonly begin: readonly LanguageModelV4StreamPart[];
  /** Turns what the runtime throws into what the error part holds. */
  readonly toError: (error: unknown) => Promise<unknown>;
  /** Deltas that arrived in one chunk of the network become one. */
  readonly joined: boolean;
}

/**
 * The parts that the mapper makes of the events. A failure does not break the stream: it becomes the parts that the mapper
 * makes of it, an error among them, because the AI SDK reports an error part and not a stream that throws.
 */
export function partStream(
  result: StreamResult<ConverseStreamEvent>,
  { mapper, begin, toError, joined }: PartMaking,
): ReadableStream<LanguageModelV4StreamPart> {
  const batches = result.batches();
  return new ReadableStream<LanguageModelV4StreamPart>(
    {
      start(controller) {
        for (const part of begin) controller.enqueue(part);
      },
      async pull(controller) {
        const parts: LanguageModelV4StreamPart[] = [];
        let over = false;
        try {
          // An event may make no part, and a pull that enqueues nothing is not repeated.
          while (parts.length === 0 && !over) {
            const batch = await batches.next();
            if (batch.done === true) {
              over = true;
              for (const part of mapper.end()) parts.push(part);
            } else {
              for (const event of batch.value) mapper.push(event, parts);
            }
          }
        } catch (error) {
          over = true;
          for (const part of mapper.fail(await toError(error))) parts.push(part);
        }
        for (const part of joined ? joinDeltas(parts) : parts) controller.enqueue(part);
        if (over) controller.close();
      },
      cancel: (reason) => result.cancel(reason),
    },
    // Nothing is read from the network before it is asked for.
    { highWaterMark: 0 },
  );
}

/** Parts that are all there, as a stream. */
export function streamOf(
  parts: readonly LanguageModelV4StreamPart[],
): ReadableStream<LanguageModelV4StreamPart> {
  return new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });
}
