// Puts the answers of a call together into the AI SDK's result, and says what the service held back.
// https://github.com/vercel/ai/blob/main/packages/provider/src/image-model/v4/image-model-v4-result.ts
import {
  APICallError,
  type ImageModelV4Result,
  type ImageModelV4Usage,
  InvalidResponseDataError,
  type JSONObject,
  type SharedV4Warning,
} from '@ai-sdk/provider';
import type { Answer } from '@bedrock-kit/invocation';
import type { Images } from './families/family.ts';

/** A request and what came of it. */
export interface Answered extends Images {
  readonly body: JSONObject;
  readonly answer: Answer;
}

export interface ResultContext {
  readonly modelId: string;
  readonly warnings: readonly SharedV4Warning[];
  readonly timestamp: Date;
}

/**
 * The images of all answers.
 *
 * @throws APICallError when the service held all of them back, with its reason
 * @throws InvalidResponseDataError when there is no image and no reason
 */
export function resultOf(answers: readonly Answered[], context: ResultContext): ImageModelV4Result {
  const { modelId, timestamp } = context;
  const expected = answers.reduce((sum, answered) => sum + answered.expected, 0);
  const images = answers.flatMap((answered) => answered.images);
  const withheld = [...new Set(answers.flatMap((answered) => reasonOf(answered) ?? []))].join(' ');
  const [first] = answers;
  if (images.length === 0) {
    if (withheld === '') {
      throw new InvalidResponseDataError({
        data: answers.map(({ answer }) => answer.body),
        message: `${modelId} returned no image and no reason.`,
      });
    }
    throw new APICallError({
      message: `${modelId} returned no image. ${withheld}`,
      url: first?.answer.url ?? '',
      requestBodyValues: first?.body,
      statusCode: 200,
      responseHeaders: { ...first?.answer.headers },
      responseBody: JSON.stringify(first?.answer.body),
      data: { withheld, requestId: first?.answer.requestId },
      // The same prompt would be held back again.
      isRetryable: false,
    });
  }
  const requestIds = answers.flatMap(({ answer }) => answer.requestId ?? []);
  return {
    images,
    warnings: [...context.warnings, ...missing(images.length, expected, withheld)],
    providerMetadata: {
      bedrock: {
        images: answers.flatMap(({ metadata }) => metadata),
        ...(requestIds.length > 0 && { requestIds }),
        ...(withheld !== '' && { withheld }),
      },
    },
    response: { timestamp, modelId, headers: { ...answers.at(-1)?.answer.headers } },
    ...usageOf(answers),
  };
}

/**
 * The model's own reason, or that a guardrail intervened: one that the request names in its headers, or that the account or its
 * organization applies to every call.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-mmfilter.html and guardrails-enforcements.html
 */
function reasonOf({ withheld, images, expected, answer }: Answered): string | undefined {
  const intervened = answer.body['amazon-bedrock-guardrailAction'] === 'INTERVENED';
  return withheld ?? (intervened && images.length < expected ? 'A guardrail intervened.' : undefined);
}

function missing(got: number, expected: number, withheld: string): SharedV4Warning[] {
  if (got >= expected && withheld === '') return [];
  const reason = withheld === '' ? 'The answer gives no reason.' : withheld;
  return [
    { type: 'other', message: `${Math.max(0, expected - got)} of ${expected} images are missing: ${reason}` },
  ];
}

/** Counts of tokens stand in headers, where the service sends them at all. */
function usageOf(answers: readonly Answered[]): { usage?: ImageModelV4Usage } {
  const inputTokens = sum(answers, 'x-amzn-bedrock-input-token-count');
  const outputTokens = sum(answers, 'x-amzn-bedrock-output-token-count');
  if (inputTokens === undefined && outputTokens === undefined) return {};
  const isWhole = inputTokens !== undefined && outputTokens !== undefined;
  return {
    usage: { inputTokens, outputTokens, totalTokens: isWhole ? inputTokens + outputTokens : undefined },
  };
}

function sum(answers: readonly Answered[], header: string): number | undefined {
  let total = 0;
  for (const { answer } of answers) {
    const value = answer.headers[header];
    if (value === undefined || !/^\d+$/.test(value)) return undefined;
    total += Number(value);
  }
  return total;
}
