/**
 * InvokeModelWithBidirectionalStream: events go both ways at once.
 *
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithBidirectionalStream.html
 */
import type { InvokeModelWithBidirectionalStreamRequest, Json } from '@bedrock-kit/protocol';
import { incomingEvents } from '../bidirectional/incoming-events.ts';
import { echoSpeech } from '../bidirectional/speech-echo.ts';
import { validationError } from '../service-error.ts';
import { nativeAnswer } from '../models/language-turn.ts';
import { chunksOf, nativeChunks } from './chunks.ts';
import type { OperationCall, OperationHandler } from './operation.ts';

type Call = OperationCall<Omit<InvokeModelWithBidirectionalStreamRequest, 'body'>>;

export const answerBidirectional: OperationHandler<Call['input']> = (call) => {
  const { http, identity } = call;
  if (http.protocol === 'HTTP/1.1') {
    throw validationError('Bidirectional streaming requires HTTP/2.');
  }
  const events = incomingEvents(http.body.stream(), identity);
  return Promise.resolve({
    kind: 'stream',
    items: chunksOf(answersTo(events, call)),
    headers: [],
    atOnce: true,
  });
};

async function* answersTo(events: AsyncIterable<Json>, call: Call): AsyncGenerator<Json | Uint8Array> {
  const { modelId } = call.input;
  const { models } = call.bedrock;
  const answer = await nativeAnswer(call, { modelId }, undefined, events);
  if (answer !== undefined) {
    yield* nativeChunks(answer, call.input);
    return;
  }
  if (models.capabilities(modelId).kind !== 'speech') {
    throw validationError(
      `No built-in model of this local Bedrock answers InvokeModelWithBidirectionalStream for ${modelId}.`,
    );
  }
  yield* echoSpeech(events);
}
