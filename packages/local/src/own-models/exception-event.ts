/**
 * An exception that a handler yields as an event. AWS's types have it among the events of a stream, and mocks of its client yield it.
 *
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStreamOutput.html
 */
import type {
  ConverseStreamEvent,
  ConverseStreamOutput,
  ResponseStream,
  ResponseStreamEvent,
} from '@bedrock-kit/protocol';
import { ServiceError } from '../service-error.ts';
import { membersOf } from '../wire/members.ts';
import { exceptions } from './part-kinds.ts';

/** An exception as an event: an object with one member, its name. */
export type ExceptionEvent =
  | Exclude<ConverseStreamOutput, ConverseStreamEvent>
  | Exclude<ResponseStream, ResponseStreamEvent>;

/** The exception as an error of the service, without the members that AWS's client adds. */
export function errorOf(event: ExceptionEvent): ServiceError {
  const [name = '', said = {}] = Object.entries(event as Readonly<Record<string, Partial<Error>>>)[0] ?? [];
  const known = membersOf(exceptions[name]);
  // The message is read by its name: an instance of the client's class does not have it among its entries.
  const members = Object.entries(said).filter(
    ([member]) => member !== 'message' && Object.hasOwn(known, member),
  );
  return new ServiceError(name.charAt(0).toUpperCase() + name.slice(1), said.message ?? '', {
    members: Object.fromEntries(members),
  });
}
