/**
 * InvokeModel and InvokeModelWithResponseStream.
 *
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
 */
import {
  type ConverseRequest,
  type ConverseStreamEvent,
  type InvokeModelRequest,
  type JsonObject,
  type Message,
} from '@bedrock-kit/protocol';
import { wholeOf } from '../answers/collect.ts';
import { eventsOf } from '../answers/events.ts';
import { nothingSaid, type Turn } from '../answers/turn.ts';
import { bytesOf } from '../bytes.ts';
import type { Compaction } from '../context/compaction.ts';
import { withGuardrailOf, withoutGuardrailConfig } from '../guardrails/native-request.ts';
import { endingIn, guardrailMembers, withGuardrail } from '../guardrails/native-response.ts';
import type { HeaderPair } from '../http/exchange.ts';
import type { InvokedAnswer, InvokedModel } from '../models/invoked-model.ts';
import { invokedModelOf } from '../models/invoked-models.ts';
import { checkLength, converseOrNative } from '../models/language-turn.ts';
import { nativeBodyOf } from '../native/bodies.ts';
import { refuseAsModel, withoutFrame } from '../native/model-refusals.ts';
import type { NativeBody } from '../native/native-body.ts';
import { readNativeBody } from '../native/schema-check.ts';
import { textOf } from '../native/text-answer.ts';
import type { BodyAnswer, NativeAnswer } from '../own-models/handler.ts';
import { type ServiceError, validationError } from '../service-error.ts';
import { chunksOf, nativeChunks } from './chunks.ts';
import {
  cacheHeaders,
  countHeaders,
  inputCountHeader,
  latencyHeader,
  servedHeaders,
} from './invoke-headers.ts';
import { jsonBytes, type OperationCall, type OperationHandler, type OperationReply } from './operation.ts';
import { ownBodyReply } from './own-body.ts';

export const answerInvokeModel: OperationHandler<InvokeModelRequest> = async (call) => {
  const invoked = invokedModel(call);
  if (invoked !== undefined) return invokedReply(call, await invoked(bodyOf(call)));
  const { native, turn, ...asked } = await invoke(call);
  const echoed = servedHeaders(call.input);
  // Chunks were refused.
  if ('native' in turn) return ownBodyReply(call, turn.native as BodyAnswer, echoed);
  if (native === undefined) throw noBody(call);
  const answer = await wholeOf(turn);
  const { usage } = answer;
  const context = { ...asked, now: call.bedrock.now, latencyMs: call.elapsedMs };
  const unasked = 'unasked' in turn ? native.unasked : undefined;
  const written = unasked?.write(textOf(answer), context) ?? native.write(answer, context);
  return {
    kind: 'bytes',
    body: jsonBytes({ ...written, ...guardrailMembers(asked.request, answer) }),
    headers: [
      ['content-type', 'application/json'],
      ...(unasked === undefined || unasked.isTimed === true ? latencyHeader(call.elapsedMs()) : []),
      ...(unasked === undefined ? countHeaders(usage) : []),
      ...(unasked === undefined && native.countsCached === true ? cacheHeaders(usage) : []),
      ...echoed,
    ],
    usage,
  };
};

export const answerInvokeModelWithResponseStream: OperationHandler<InvokeModelRequest> = async (call) => {
  const { native, turn, ...asked } = await invoke(call);
  const headers: HeaderPair[] = [
    ['x-amzn-bedrock-content-type', 'application/json'],
    ...servedHeaders(call.input),
  ];
  if ('native' in turn)
    return { kind: 'stream', items: chunksOf(nativeChunks(turn.native, call.input)), headers };
  if (native?.stream === undefined) throw noBody(call);
  const whole = 'whole' in turn ? turn.whole : undefined;
  const context = { ...asked, now: call.bedrock.now, latencyMs: call.elapsedMs, whole };
  // Behind a guardrail an answer is always whole.
  const members = whole === undefined ? {} : guardrailMembers(asked.request, whole);
  const instead = 'unasked' in turn ? native.unasked?.stream?.(textOf(turn.whole), context) : undefined;
  if (instead !== undefined) return { kind: 'stream', items: chunksOf(endingIn(instead, members)), headers };
  const chunks = native.stream(eventsOfTurn(turn, call.elapsedMs), context);
  const guarded = Object.keys(members).length > 0;
  return {
    kind: 'stream',
    items: chunksOf(guarded ? withGuardrail(chunks, members, native.words) : chunks),
    headers,
  };
};

/** A call and what came of it. */
interface Invocation {
  /** The form of the body; undefined where the built-in model reads none for this id, and a handler answers. */
  readonly native: NativeBody | undefined;
  readonly turn: Turn | { readonly native: NativeAnswer };
  /** What the body asks for, as a conversation. */
  readonly request: ConverseRequest;
  readonly body: JsonObject;
  readonly baseModelId: string;
  readonly compaction: Compaction | undefined;
}

/** The turn behind a summary that is all that was asked for: no model is asked. InvokeModel alone has it. */
const onlySummed: Turn = { whole: { ...nothingSaid.whole, stopReason: 'compaction' } };

async function invoke(call: OperationCall<InvokeModelRequest>): Promise<Invocation> {
  const { input, bedrock, operation } = call;
  const { modelId } = input;
  const capabilities = bedrock.models.capabilities(modelId);
  const body = bodyOf(call);
  const native = nativeBodyOf(capabilities, body);
  const own = bedrock.models.find(modelId);
  if (native === undefined && own === undefined) throw noBody(call);
  const { models, rules } = bedrock;
  const streamed = operation.name === 'InvokeModelWithResponseStream';
  const writes = native !== undefined && (!streamed || 'stream' in native);
  const asked = native?.read(withoutGuardrailConfig(body), modelId, { models, rules, streamed }) ?? {
    modelId,
  };
  if (native?.form === 'messages' && rules === 'aws') refuseAsModel(asked, capabilities, body);
  const request = withGuardrailOf(input, body, asked, bedrock);
  const prompt = native?.prompt === undefined ? undefined : body[native.prompt];
  const looked =
    typeof prompt === 'string'
      ? withGuardrailOf(input, body, { modelId, messages: [userMessage(prompt)] }, bedrock)
      : request;
  const { baseModelId = modelId } = capabilities;
  try {
    await checkLength(call, request);
    const compaction = own === undefined ? await native?.compact?.(request, body) : undefined;
    const turn =
      compaction?.isAll === true
        ? onlySummed
        : await converseOrNative(call, request, { body, writes }, looked, compaction?.rest);
    return { native, turn, request, body, baseModelId, compaction };
  } catch (error) {
    throw withoutFrame(error);
  }
}

function userMessage(text: string): Message {
  return { role: 'user', content: [{ text }] };
}

function bodyOf({ input }: OperationCall<InvokeModelRequest>): JsonObject {
  return readNativeBody(bytesOf(input.body ?? new Uint8Array(0)));
}

/** The built-in model that answers in one piece; undefined for the other kinds, and where the user brought a model. */
function invokedModel({ input, bedrock }: OperationCall<InvokeModelRequest>): InvokedModel | undefined {
  return bedrock.models.find(input.modelId) === undefined
    ? invokedModelOf(bedrock.models.capabilities(input.modelId))
    : undefined;
}

function invokedReply(
  { input, elapsedMs }: OperationCall<InvokeModelRequest>,
  { body, inputTokens }: InvokedAnswer,
): OperationReply {
  const usage =
    inputTokens === undefined ? undefined : { inputTokens, outputTokens: 0, totalTokens: inputTokens };
  return {
    kind: 'bytes',
    body: jsonBytes(body),
    headers: [
      ['content-type', 'application/json'],
      ...latencyHeader(elapsedMs()),
      ...inputCountHeader(inputTokens),
      ...servedHeaders(input),
    ],
    usage,
  };
}

/** The refusal where the model is there, but nothing here reads or writes its body. */
function noBody({ operation, input: { modelId }, bedrock }: OperationCall<InvokeModelRequest>): ServiceError {
  const isHidden = bedrock.models.capabilities(modelId).baseModelId === undefined;
  const give = isHidden
    ? `Name the model behind it: createLocalBedrock({ baseModels: { '${modelId}': 'vendor.model' } }). Or give`
    : 'Give';
  return validationError(
    `No built-in model of this local Bedrock answers ${operation.name} for ${modelId}.`,
    {
      hint: `${give} it a handler: createLocalBedrock({ models: { '${modelId}': ({ body }) => ({ body: ... }) } }).`,
    },
  );
}

async function* eventsOfTurn(turn: Turn, latencyMs: () => number): AsyncGenerator<ConverseStreamEvent> {
  yield* 'whole' in turn ? eventsOf(turn.whole, latencyMs) : turn.events;
}
