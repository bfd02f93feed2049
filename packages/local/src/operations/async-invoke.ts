/**
 * StartAsyncInvoke, GetAsyncInvoke and ListAsyncInvokes.
 *
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_StartAsyncInvoke.html
 */
import {
  type AsyncInvokeSummary,
  type GetAsyncInvokeRequest,
  isBytes,
  type ListAsyncInvokesRequest,
  type StartAsyncInvokeRequest,
} from '@bedrock-kit/protocol';
import { parseModelId } from '@bedrock-kit/models';
import { asyncModelOf } from '../async/async-model.ts';
import type { JobWork } from '../async/jobs.ts';
import { isObject } from '../json.ts';
import { nativeAnswer } from '../models/language-turn.ts';
import type { BodyAnswer } from '../own-models/handler.ts';
import { validationError } from '../service-error.ts';
import { bodyBytes, type OperationCall, type OperationHandler } from './operation.ts';

export const answerStartAsyncInvoke: OperationHandler<StartAsyncInvokeRequest> = (call) => {
  const { input, bedrock } = call;
  const work = bedrock.models.find(input.modelId) === undefined ? builtInWork(call) : ownWork(call);
  const { baseModelId = input.modelId, isArn } = parseModelId(input.modelId);
  const modelArn = isArn
    ? input.modelId
    : `arn:aws:bedrock:${bedrock.region}::foundation-model/${baseModelId}`;
  const invocationArn = bedrock.jobs.start(input, modelArn, work);
  return Promise.resolve({ kind: 'json', output: { invocationArn } });
};

/** @throws {ServiceError} `ValidationException` for an input that the model refuses, and where no model is built in */
function builtInWork({ input, bedrock }: OperationCall<StartAsyncInvokeRequest>): JobWork {
  const model = asyncModelOf(bedrock.models.capabilities(input.modelId));
  if (model === undefined) {
    throw validationError(
      `No built-in model of this local Bedrock answers StartAsyncInvoke for ${input.modelId}.`,
      {
        hint: 'Give it a handler that returns { body }, which is stored as output.json, or as output.mp4 if it is the bytes of a video.',
      },
    );
  }
  const files = model(isObject(input.modelInput) ? input.modelInput : {});
  return (folder) => {
    const written = Object.entries(files(folder)).map(
      ([name, content]) => [name, bodyBytes(content)] as const,
    );
    return Promise.resolve({ files: Object.fromEntries(written) });
  };
}

/**
 * The video of Reel and of Ray in the folder of its invocation.
 * https://docs.aws.amazon.com/nova/latest/userguide/video-gen-access.html
 */
const videoFile = 'output.mp4';

function ownWork(call: OperationCall<StartAsyncInvokeRequest>): JobWork {
  const { modelId, modelInput } = call.input;
  return async () => {
    // There is a handler, and another form than a body was refused.
    const { body } = (await nativeAnswer(call, { modelId }, modelInput)) as BodyAnswer;
    const isVideo = call.bedrock.models.capabilities(modelId).kind === 'video' && isBytes(body);
    return { files: { [isVideo ? videoFile : 'output.json']: bodyBytes(body) } };
  };
}

export const answerGetAsyncInvoke: OperationHandler<GetAsyncInvokeRequest> = async ({ input, bedrock }) => {
  const job = await bedrock.jobs.find(input.invocationArn);
  // The operation models no ResourceNotFoundException.
  if (job === undefined) throw validationError('The invocation ARN is invalid or does not exist.');
  return { kind: 'json', output: job };
};

/** Without `maxResults`, as many as it may be at most. */
const largestPage = 1000;

export const answerListAsyncInvokes: OperationHandler<ListAsyncInvokesRequest> = async ({
  input,
  bedrock,
}) => {
  const { maxResults = largestPage, nextToken, sortOrder = 'Descending' } = input;
  const jobs = await bedrock.jobs.list();
  const isDescending = sortOrder === 'Descending';
  // By place and not by number in the list: between two pages invocations begin, end and are forgotten.
  const last = nextToken === undefined ? undefined : placeOf(nextToken);
  const isLater = (place: number): boolean =>
    last === undefined || (isDescending ? place < last : place > last);
  const found = jobs.filter(({ place, job }) => isLater(place) && isAsked(job, input));
  if (isDescending) found.reverse();
  const page = found.slice(0, maxResults);
  const end = found.length > page.length ? page.at(-1) : undefined;
  const output = {
    asyncInvokeSummaries: page.map(({ job }) => job),
    ...(end ? { nextToken: tokenOf(end.place) } : {}),
  };
  return { kind: 'json', output };
};

function isAsked(job: AsyncInvokeSummary, asked: ListAsyncInvokesRequest): boolean {
  const { submitTimeAfter, submitTimeBefore, statusEquals } = asked;
  if (submitTimeAfter !== undefined && job.submitTime <= submitTimeAfter) return false;
  if (submitTimeBefore !== undefined && job.submitTime >= submitTimeBefore) return false;
  return statusEquals === undefined || job.status === statusEquals;
}

/** Opaque to the client; with the characters that a token of AWS has, so that it must be encoded in a query. */
function tokenOf(place: number): string {
  return btoa(`place=${place}`);
}

function placeOf(token: string): number {
  const place = /^place=(\d{1,9})$/.exec(decode(token))?.[1];
  if (place === undefined) throw validationError('The provided nextToken is invalid.');
  return Number(place);
}

function decode(token: string): string {
  try {
    return atob(token);
  } catch {
    return '';
  }
}
