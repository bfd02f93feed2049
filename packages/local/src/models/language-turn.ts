/**
 * A conversation answered: by the model that the user brought for this id, else by the built-in one.
 */
import type { ConverseRequest, Json, Message } from '@bedrock-kit/protocol';
import { LocalBedrockError } from '../errors.ts';
import type { OperationCall } from '../operations/operation.ts';
import type { ModelAnswer, NativeAnswer } from './handler.ts';
import { answerAsLanguageModel } from './language-model.ts';
import { isNative, type Turn, turnOf } from './turn.ts';

/** The answer to a conversation, where only a conversation's answer will do. */
export async function converse(
  call: OperationCall<unknown>,
  request: ConverseRequest,
  body: Json | undefined,
): Promise<Turn> {
  const turn = await converseOrNative(call, request, body);
  if (!('native' in turn)) return turn;
  throw wrongAnswer(call, request, 'with { body } or { chunks }, which are for the InvokeModel operations');
}

/** The answer to a conversation, or what a handler sends as it is. */
export async function converseOrNative(
  call: OperationCall<unknown>,
  request: ConverseRequest,
  body: Json | undefined,
): Promise<Turn | { readonly native: NativeAnswer }> {
  const answer = await ownAnswer(call, request, body, noEvents());
  if (answer === undefined) return { whole: await answerAsLanguageModel(request) };
  return isNative(answer) ? { native: answer } : turnOf(answer, request, call.elapsedMs);
}

/** What a handler sends as it is; undefined when the user brought none. */
export async function nativeAnswer(
  call: OperationCall<unknown>,
  request: ConverseRequest,
  body: Json | undefined,
  events: AsyncIterable<Json> = noEvents(),
): Promise<NativeAnswer | undefined> {
  const answer = await ownAnswer(call, request, body, events);
  if (answer === undefined || isNative(answer)) return answer;
  throw wrongAnswer(call, request, 'without { body } or { chunks }');
}

async function ownAnswer(
  call: OperationCall<unknown>,
  request: ConverseRequest,
  body: Json | undefined,
  events: AsyncIterable<Json>,
): Promise<ModelAnswer | undefined> {
  const { models } = call.bedrock;
  const own = models.find(request.modelId);
  return own?.handler({
    operation: call.operation.name,
    modelId: request.modelId,
    capabilities: models.capabilities(request.modelId),
    request,
    text: lastText(request.messages),
    body,
    events,
    headers: call.http.headers,
    count: own.count(),
    signal: call.http.signal,
  });
}

function lastText(messages: readonly Message[] | undefined): string {
  const last = messages?.filter((message) => message.role === 'user').at(-1);
  return last?.content.flatMap((block) => ('text' in block ? [block.text] : [])).join('\n') ?? '';
}

async function* noEvents(): AsyncGenerator<Json> {
  // Nothing arrives.
}

function wrongAnswer(
  { operation }: OperationCall<unknown>,
  { modelId }: ConverseRequest,
  how: string,
): LocalBedrockError {
  return new LocalBedrockError(
    'invalid-answer',
    `The handler of ${modelId} answered ${operation.name} ${how}.`,
    {
      place: `models['${modelId}']`,
    },
  );
}
