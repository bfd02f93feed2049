/**
 * A conversation answered: by the model that the user brought for this id, else by the built-in one.
 */
import type { ConverseRequest, Json, JsonObject, Message } from '@bedrock-kit/protocol';
import type { OperationCall } from '../operations/operation.ts';
import { answerAsLanguageModel } from './language-model.ts';
import type { ModelCall, NativeAnswer } from './handler.ts';
import { isNative, type Turn, turnOf } from './turn.ts';
import { LocalBedrockError } from '../errors.ts';

/** The answer to a conversation, where only a conversation's answer will do. */
export async function converse(
  call: OperationCall<unknown>,
  request: ConverseRequest,
  body: Json | undefined,
): Promise<Turn> {
  const turn = await converseOrNative(call, request, body);
  if (!('native' in turn)) return turn;
  throw new LocalBedrockError(
    'invalid-answer',
    `The handler of ${request.modelId} answered ${call.operation.name} with { body }, which is for InvokeModel alone.`,
    { place: `models['${request.modelId}']` },
  );
}

/** The answer to a conversation, or InvokeModel's own body from a handler that writes it itself. */
export async function converseOrNative(
  call: OperationCall<unknown>,
  request: ConverseRequest,
  body: Json | undefined,
): Promise<Turn | { readonly native: NativeAnswer }> {
  const own = call.bedrock.models.find(request.modelId);
  if (own === undefined) return { whole: await answerAsLanguageModel(request) };
  const modelCall: ModelCall = {
    operation: call.operation.name,
    modelId: request.modelId,
    capabilities: call.bedrock.models.capabilities(request.modelId),
    request,
    text: lastText(request.messages),
    body,
    headers: call.http.headers,
    count: own.count(),
    signal: call.http.signal,
  };
  const answer = await own.handler(modelCall);
  return isNative(answer) ? { native: answer } : turnOf(answer, request, call.elapsedMs);
}

function lastText(messages: readonly Message[] | undefined): string {
  const last = messages?.filter((message) => message.role === 'user').at(-1);
  return last?.content.flatMap((block) => ('text' in block ? [block.text] : [])).join('\n') ?? '';
}

/** True for a JSON object. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
