/**
 * Answers a conversation: by the model that the user brought for its id, else by the built-in one, behind the guardrail that the
 * request names.
 */
import type { ConverseRequest, Json, Message } from '@bedrock-kit/protocol';
import { wholeOf } from '../answers/collect.ts';
import { nothingSaid, type Turn, turnOf } from '../answers/turn.ts';
import type { InputUsage } from '../caching/prompt-cache.ts';
import { clearContext } from '../context/clearing.ts';
import { copyOf } from '../copy.ts';
import type { LocalBedrockError } from '../errors.ts';
import { guarded } from '../guardrails/conversation.ts';
import { requestedGuardrail } from '../guardrails/requested.ts';
import { headerRecord } from '../http/exchange.ts';
import { answerAsLanguageModel } from '../language/language-model.ts';
import { checkAnthropicFields } from '../native/anthropic-fields-check.ts';
import type { OperationCall } from '../operations/operation.ts';
import { isNative, unwrapped, wrongAnswer, wrongAtOnce } from '../own-models/answer-form.ts';
import type { CheckingCall, ModelAnswer, NativeAnswer, OwnAnswer } from '../own-models/handler.ts';
import { invalidAnswer } from '../own-models/invalid-answer.ts';
import { wrongForOperation } from '../own-models/operation-form.ts';
import { ServiceError } from '../service-error.ts';
import { checkContextWindow } from './context-window.ts';

/** What a handler is asked, where that is no conversation. */
interface Invoked {
  readonly body: Json | undefined;
  /** Whether what it says in words is written into a body. */
  readonly writes: boolean;
  readonly events?: AsyncIterable<Json>;
}

/** The answer to Converse and ConverseStream. A handler that answers with a body is refused. */
export async function converse(call: OperationCall<unknown>, request: ConverseRequest): Promise<Turn> {
  checkAnthropicFields(request, call.bedrock);
  return behindGuardrail(call, request, async (shown) => {
    await checkLength(call, shown);
    const answer = await ownAnswer(call, shown, { body: undefined, writes: true });
    // Another form was refused.
    return turnFrom(call, shown, answer as Exclude<OwnAnswer, NativeAnswer> | undefined);
  });
}

/**
 * The answer to a body of InvokeModel that was read as a conversation; or a body or chunks that a handler gave, which no guardrail reads.
 * What a guardrail blocks comes to no handler.
 *
 * @param looked - the request as a guardrail looks at it, where that is not the conversation
 * @param counted - what the built-in model answers, as it is counted, where that is not the conversation
 */
export async function converseOrNative(
  call: OperationCall<unknown>,
  request: ConverseRequest,
  invoked: Invoked,
  looked: ConverseRequest,
  counted?: ConverseRequest,
): Promise<Turn | { readonly native: NativeAnswer }> {
  const own: { native?: NativeAnswer } = {};
  const turn = await behindGuardrail(
    call,
    request,
    async (shown) => {
      const answer = await ownAnswer(call, shown, invoked);
      if (!isNative(answer)) return turnFrom(call, shown, answer, counted);
      own.native = answer;
      return nothingSaid;
    },
    looked,
  );
  return own.native === undefined ? turn : { native: own.native };
}

/** @throws {ServiceError} `ValidationException` for a prompt that is longer than the model reads */
export async function checkLength(
  { bedrock }: OperationCall<unknown>,
  request: ConverseRequest,
): Promise<void> {
  if (bedrock.rules === 'aws')
    await checkContextWindow(request, bedrock.models.capabilities(request.modelId));
}

async function behindGuardrail(
  call: OperationCall<unknown>,
  request: ConverseRequest,
  turn: (shown: ConverseRequest) => Promise<Turn>,
  looked?: ConverseRequest,
): Promise<Turn> {
  const guardrail = requestedGuardrail(request, call.bedrock);
  if (guardrail === undefined) return turn(request);
  return guarded(request, guardrail, async (shown) => wholeOf(await turn(shown)), looked);
}

/** The turn of a handler's answer; without one, of the built-in model. */
async function turnFrom(
  { bedrock, elapsedMs, operation }: OperationCall<unknown>,
  request: ConverseRequest,
  answer: Exclude<OwnAnswer, NativeAnswer> | undefined,
  counted?: ConverseRequest,
): Promise<Turn> {
  const capabilities = bedrock.models.capabilities(request.modelId);
  const { vendor, family, promptCaching } = capabilities;
  // Measured: Converse has the counts of the cache for Claude and GPT even where nothing is cached. ConverseStream has not, nor have Nova,
  // gpt-oss, and a Claude that caches nothing. github.com/vercel/ai, packages/amazon-bedrock/src/__fixtures__/amazon-bedrock-openai-gpt-5.6-success.json
  const saysNothingCached =
    operation.name === 'Converse' &&
    (vendor === 'anthropic' || vendor === 'openai') &&
    typeof promptCaching === 'object';
  // A model that the user brought reads what was sent.
  const isEdited = answer === undefined && vendor === 'anthropic';
  const { request: read, edits } = isEdited ? await clearContext(request) : { request, edits: [] };
  const meter = async (): Promise<InputUsage> => ({
    ...(saysNothingCached && { cached: { read: 0, written: 0 } }),
    ...(await bedrock.cache.use(counted ?? read, capabilities)),
  });
  if (answer !== undefined) return turnOf(answer, request, { elapsedMs, meter });
  const form = operation.name.startsWith('Converse') ? 'converse' : 'native';
  const settings = { capabilities, meter, rules: bedrock.rules, form, edits } as const;
  const whole = await answerAsLanguageModel(read, settings);
  // A stream of gpt-oss begins with an empty text in a block of its own:
  // github.com/pydantic/pydantic-ai, tests/models/cassettes/test_bedrock/test_bedrock_model_stream_empty_text_delta.yaml
  const beginsEmpty = operation.name === 'ConverseStream' && family === 'gpt-oss';
  return { whole: beginsEmpty ? { ...whole, content: [{ text: '' }, ...whole.content] } : whole };
}

/**
 * What a handler sends as it is; undefined when the user brought none.
 *
 * @throws {ServiceError} the one that the handler returned
 */
export async function nativeAnswer(
  call: OperationCall<unknown>,
  request: ConverseRequest,
  body: Json | undefined,
  events?: AsyncIterable<Json>,
): Promise<NativeAnswer | undefined> {
  const answer = await ownAnswer(call, request, { body, writes: false, ...(events && { events }) });
  if (ServiceError.isInstance(answer)) throw answer;
  // Another form was refused.
  return answer as NativeAnswer | undefined;
}

async function ownAnswer(
  call: OperationCall<unknown>,
  request: ConverseRequest,
  { body, writes, events = noEvents() }: Invoked,
): Promise<OwnAnswer | undefined> {
  const { models } = call.bedrock;
  const own = models.find(request.modelId);
  if (own === undefined) return undefined;
  // By then the answer is known to be one.
  const wrongForm = (answer: unknown): string | undefined =>
    wrongForOperation(unwrapped(answer as ModelAnswer), call.operation.name, writes);
  const asked: CheckingCall = {
    operation: call.operation.name,
    modelId: request.modelId,
    capabilities: models.capabilities(request.modelId),
    // Copies: what a handler does to them is not done to the record of the request, nor to what is counted.
    request: copyOf(request),
    text: lastText(request.messages),
    body: copyOf(body),
    events,
    headers: headerRecord(call.http.headers),
    count: own.count(),
    signal: call.http.signal,
    wrongWith: (given) => wrongAtOnce(given) ?? wrongForm(given),
  };
  const answer: unknown = await own.handler(asked);
  const wrong = wrongAnswer(answer) ?? wrongForm(answer);
  if (wrong !== undefined) throw invalid(call, request, `with ${wrong}`);
  // It was just checked.
  return unwrapped(answer as ModelAnswer);
}

function lastText(messages: readonly Message[] | undefined): string {
  const last = messages?.filter((message) => message.role === 'user').at(-1);
  return last?.content.flatMap((block) => ('text' in block ? [block.text] : [])).join('\n') ?? '';
}

async function* noEvents(): AsyncGenerator<Json> {
  // Nothing arrives.
}

function invalid(
  { operation }: OperationCall<unknown>,
  { modelId }: ConverseRequest,
  how: string,
): LocalBedrockError {
  return invalidAnswer(modelId, `The handler of ${modelId} answered ${operation.name} ${how}.`);
}
