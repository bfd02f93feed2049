/**
 * Amazon Nova's own body: Converse's request and answer, with the version of their schema.
 *
 * https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html
 */
import {
  Converse,
  type ConverseRequest,
  isLimit,
  type Json,
  type JsonObject,
  refusalOf,
  validateConverse,
} from '@bedrock-kit/protocol';
import { isList, isObject } from '../json.ts';
import { validationError } from '../service-error.ts';
import { parseShape } from '../wire/parse.ts';
import { objects, optionalObject } from './json-fields.ts';
import { frame, withoutFrame } from './model-refusals.ts';
import type { NativeBody } from './native-body.ts';
import { jsonOf, stopReasonOf, streamNova, usageOf } from './nova-stream.ts';
import { checkKeys, malformedInput } from './schema-check.ts';

/** Members of a request that Nova's body shares with Converse. */
const shared = ['messages', 'system', 'inferenceConfig', 'toolConfig'];

/** Members of other models' bodies, which Nova refuses: https://github.com/diillson/chatcli/pull/1263 */
const foreign = [
  'anthropic_version',
  'max_gen_len',
  'max_tokens',
  'prompt',
  'stop_sequences',
  'temperature',
  'top_k',
  'top_p',
];

export const novaBody: NativeBody = {
  form: 'messages',
  countsCached: true,
  read(body, modelId, { models, rules }) {
    if (body['messages'] === undefined) throw malformedInput('#: required key [messages] not found');
    const extraneous = foreign.filter((name) => Object.hasOwn(body, name));
    if (rules === 'aws' && extraneous.length > 0)
      throw malformedInput(extraneous.map((name) => `#: extraneous key [${name}] is not permitted`).join(''));
    checkForm(body);
    const typed = rules === 'aws' ? typedBlock(body['messages']) : undefined;
    if (typed !== undefined) throw malformedInput(`#${typed}: extraneous key [type] is not permitted`);
    const members = Object.fromEntries(Object.entries(body).filter(([name]) => shared.includes(name)));
    const { inferenceConfig } = body;
    if (isObject(inferenceConfig)) members['inferenceConfig'] = withLimit(inferenceConfig);
    if (body['system']) members['system'] = apart(body['system']);
    members['messages'] = withEachApart(body['messages']);
    const reasoningConfig = reasoningIn(body);
    // The limits of Converse check it right below. They hold even with the rules switched off.
    const request = {
      ...(parseShape(Converse.input, members, '') as object),
      ...(reasoningConfig !== undefined && { additionalModelRequestFields: { reasoningConfig } }),
      modelId,
    } as ConverseRequest;
    const violations = validateConverse(request, models.capabilities(modelId));
    const refusal = refusalOf(rules === 'aws' ? violations : violations.filter(isLimit));
    if (refusal !== undefined) throw refused(refusal.message);
    return request;
  },
  write(answer) {
    const { content, stopReason, usage } = answer;
    const { totalTokens } = usage;
    return jsonOf(Converse.output, {
      output: { message: { role: 'assistant', content } },
      stopReason: stopReasonOf(stopReason),
      usage: { ...usageOf(usage), totalTokens },
    });
  },
  words: ['contentBlockDelta', 'delta', 'text'],
  stream: streamNova,
};

/** What Nova itself says is passed on as it is, and the schema check in front of it says the rest. */
function refused(message: string): unknown {
  return message.startsWith(frame) ? withoutFrame(validationError(message)) : malformedInput(message);
}

/** The form of the body, in the words of its schema: the limits of Converse would tell the places in their own way. */
function checkForm(body: JsonObject): void {
  for (const [index, message] of objects(body, 'messages', '').entries()) {
    const place = `/messages/${index}`;
    checkKeys(message, place, { required: ['role', 'content'] });
    objects(message, 'content', place);
  }
  objects(body, 'system', '');
  optionalObject(body, 'inferenceConfig', '');
  optionalObject(body, 'toolConfig', '');
}

function withEachApart(messages: Json): Json {
  if (!isList(messages)) return messages;
  return messages.map((message) =>
    isObject(message) && message['content'] ? { ...message, content: apart(message['content']) } : message,
  );
}

/**
 * A checkpoint may stand in the block that it follows, which Converse has no place for.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
 */
function apart(blocks: Json): Json {
  if (!isList(blocks)) return blocks;
  return blocks.flatMap((block) => {
    if (!isObject(block) || !block['cachePoint']) return [block];
    const { cachePoint, ...cached } = block;
    return Object.keys(cached).length > 0 ? [cached, { cachePoint }] : [block];
  });
}

/**
 * The place of the first block with a `type`, which blocks of other models have and Nova refuses.
 * https://github.com/openclaw/openclaw/issues/38903, https://github.com/crmne/ruby_llm/issues/586
 */
function typedBlock(messages: Json | undefined): string | undefined {
  for (const [index, message] of (isList(messages) ? messages : []).entries()) {
    const content = isObject(message) ? message['content'] : undefined;
    const place = isList(content) ? content.findIndex((block) => isObject(block) && 'type' in block) : -1;
    if (place >= 0) return `/messages/${index}/content/${place}`;
  }
  return undefined;
}

/**
 * AWS's pages name both places: https://docs.aws.amazon.com/nova/latest/nova2-userguide/using-invoke-api.html and core-inference.html
 * beside it.
 */
function reasoningIn({ reasoningConfig, inferenceConfig }: JsonObject): Json | undefined {
  return reasoningConfig ?? (isObject(inferenceConfig) ? inferenceConfig['reasoningConfig'] : undefined);
}

/**
 * The limit goes by either of two names.
 * https://github.com/open-telemetry/opentelemetry-python-contrib/blob/main/instrumentation/opentelemetry-instrumentation-botocore/tests/cassettes/test_invoke_model_with_content_different_events%5Bamazon.nova%5D.yaml
 */
function withLimit(inferenceConfig: JsonObject): JsonObject {
  const { max_new_tokens: maxTokens } = inferenceConfig;
  return maxTokens === undefined ? inferenceConfig : { maxTokens, ...inferenceConfig };
}
