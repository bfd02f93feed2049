// Every fault that the local Bedrock can make, and the provider's whole reaction to it: what doGenerate throws or gives, what
// parts doStream gives. The last test counts the kinds.
import { APICallError, type LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { createLocalBedrock, type Fault, type FaultKind } from '@bedrock-kit/local';
import { createAmazonBedrock } from '@bedrock-kit/provider';
import { generateText, RetryError } from 'ai';
import { expect, test } from 'vitest';
import { answer, reactionsTo, whole } from './fault-reactions.ts';

const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const call = {
  prompt: [{ role: 'user' as const, content: [{ type: 'text' as const, text: `echo ${answer}` }] }],
};

async function reactions(fault: Fault): Promise<[whole: unknown, streamed: unknown]> {
  return [await reaction(fault, 'doGenerate'), await reaction(fault, 'doStream')];
}

async function reaction(fault: Fault, way: 'doGenerate' | 'doStream'): Promise<unknown> {
  const local = createLocalBedrock({ faults: [fault] });
  const { accessKeyId, secretAccessKey } = local.credentials;
  const bedrock = createAmazonBedrock({
    region: local.region,
    accessKeyId,
    secretAccessKey,
    fetch: local.fetch,
    firstEventTimeoutMs: 50,
    idleTimeoutMs: 50,
  });
  const model = bedrock(modelId);
  try {
    if (way === 'doGenerate') {
      const { content } = await model.doGenerate(call);
      return content;
    }
    const { stream } = await model.doStream(call);
    const parts: unknown[] = [];
    const reader = stream.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      parts.push(shortOf(next.value));
    }
    return parts;
  } catch (error) {
    return errorOf(error);
  }
}

function shortOf(part: LanguageModelV4StreamPart): unknown {
  if (part.type === 'text-delta') return part.delta;
  if (part.type === 'error') return errorOf(part.error);
  if (part.type === 'finish') return part.finishReason;
  return part.type;
}

/** An error whole, but for its hint: the words are the runtime's affair, here it counts that people get to read it. */
function errorOf(error: unknown): unknown {
  if (!APICallError.isInstance(error)) return error;
  const { message, statusCode, isRetryable, responseBody } = error;
  const { requestId, hint, ...data } = error.data as { requestId?: string; hint?: string };
  const advice = hint === undefined ? '' : ` (${hint})`;
  expect(message.endsWith(advice)).toBe(true);
  return {
    message: message.slice(0, message.length - advice.length),
    statusCode,
    isRetryable,
    responseBody,
    data,
    requestId: typeof requestId,
  };
}

test.each(reactionsTo)('%j', async (fault, expectedWhole, expectedStreamed = expectedWhole) => {
  expect(await reactions(fault)).toEqual([expectedWhole, expectedStreamed]);
});

test('an expired token is renewed once where a function gives the credentials, and nobody sees it', async () => {
  const local = createLocalBedrock({ faults: [{ kind: 'expired-token' }] });
  const { accessKeyId, secretAccessKey } = local.credentials;
  let asked = 0;
  const bedrock = createAmazonBedrock({
    region: local.region,
    fetch: local.fetch,
    credentialProvider: () => {
      asked += 1;
      const expiration = new Date(Date.now() + 3_600_000);
      return Promise.resolve({ accessKeyId, secretAccessKey, expiration });
    },
  });
  expect((await bedrock(modelId).doGenerate(call)).content).toEqual(whole);
  expect(asked).toBe(2);
  expect(local.requests.map(({ status }) => status)).toEqual([403, 200]);
});

test("the AI SDK's core sends a throttled request again and gets its answer", async () => {
  const local = createLocalBedrock({ faults: [{ kind: 'throttle', retryAfter: 0.01, when: { call: 1 } }] });
  const { accessKeyId, secretAccessKey } = local.credentials;
  const settings = { region: local.region, accessKeyId, secretAccessKey, fetch: local.fetch };
  const { text } = await generateText({
    model: createAmazonBedrock(settings)(modelId),
    prompt: `echo ${answer}`,
  });
  expect(text).toBe(answer);
  expect(local.requests.map(({ status }) => status)).toEqual([429, 200]);
});

test('what stays throttled is the last error of a RetryError, with the code, as docs/migrating.md says', async () => {
  const local = createLocalBedrock({ faults: [{ kind: 'throttle', retryAfter: 0.01 }] });
  const { accessKeyId, secretAccessKey } = local.credentials;
  const settings = { region: local.region, accessKeyId, secretAccessKey, fetch: local.fetch };
  const model = createAmazonBedrock(settings)(modelId);
  const data = expect.objectContaining({ code: 'ThrottlingException' }) as unknown;
  const error: unknown = await generateText({ model, prompt: 'hi' }).catch((reason: unknown) => reason);
  expect(RetryError.isInstance(error) && error.lastError).toMatchObject({ name: 'AI_APICallError', data });
  await expect(generateText({ model, prompt: 'hi', maxRetries: 0 })).rejects.toMatchObject({ data });
});

test('every kind of fault is in the table', () => {
  // The record has one member for each kind, or it does not compile.
  const kinds: Record<FaultKind, true> = {
    error: true,
    throttle: true,
    'capital-message': true,
    'expired-token': true,
    'clock-skew': true,
    'coral-200': true,
    'proxy-html': true,
    reset: true,
    'slow-start': true,
    exception: true,
    'error-frame': true,
    'torn-frame': true,
    'bad-checksum': true,
    stall: true,
    'end-early': true,
    trickle: true,
    chunks: true,
  };
  expect(new Set(reactionsTo.map(([{ kind }]) => kind))).toEqual(new Set(Object.keys(kinds)));
});
