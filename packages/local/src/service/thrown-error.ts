/**
 * What was thrown, or returned in place of an answer, as an error of the service.
 */
import { LocalBedrockError } from '../errors.ts';
import { ServiceError } from '../service-error.ts';
import { thrownPlace } from '../thrown-place.ts';

/** What every error of AWS's client has, and no body of Bedrock: the class ServiceException of @smithy/core. */
const ofClient = ['name', 'message', '$fault', '$metadata', '$response', '$retryable', '$service'];

/** A ServiceError as it is, and an error of AWS's client, which mocks of it throw, as one. Undefined for anything else. */
export function serviceErrorOf(thrown: unknown): ServiceError | undefined {
  if (ServiceError.isInstance(thrown)) return thrown;
  if (typeof thrown !== 'object' || thrown === null || !('$fault' in thrown)) return undefined;
  // As every error of the client has them.
  const { name, message, $metadata } = thrown as unknown as Error & {
    readonly $metadata?: { readonly httpStatusCode?: number };
  };
  const members = Object.fromEntries(Object.entries(thrown).filter(([member]) => !ofClient.includes(member)));
  // An exception inside a stream has the status of the stream, which is a success.
  const { httpStatusCode = 0 } = $metadata ?? {};
  return new ServiceError(name, message, {
    members,
    ...(httpStatusCode >= 400 && { status: httpStatusCode }),
  });
}

/**
 * The error that a client gets: anything that is none of the service becomes an InternalServerException, which says what failed. Whoever
 * runs a test sees its message alone. The wait is none, because clients ask again after such an error, and the waits of the AI SDK are
 * together longer than the five seconds that Vitest gives a test.
 */
export function toServiceError(thrown: unknown): ServiceError {
  const known = serviceErrorOf(thrown);
  if (known !== undefined) return known;
  const reason = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  const message = LocalBedrockError.isInstance(thrown)
    ? thrown.message
    : `A handler, or this local Bedrock itself, failed: ${reason}`;
  // Of an answer that is wrong the place would be one of this package.
  const place = LocalBedrockError.isInstance(thrown) ? undefined : thrownPlace(thrown);
  return new ServiceError('InternalServerException', message, {
    hint: place === undefined ? reason : `${reason} (at ${place})`,
    headers: { 'retry-after': '0' },
  });
}
