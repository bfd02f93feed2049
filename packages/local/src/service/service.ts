/**
 * The service: from a request as it arrived to the reply as it leaves. Every failure on the way becomes a reply, too.
 */
import type { Operation } from '@bedrock-kit/protocol';
import { authenticate } from '../authentication/authenticate.ts';
import type { AuthenticationSettings } from '../authentication/settings.ts';
import { expiredToken } from '../authentication/signature.ts';
import type { Bedrock } from '../bedrock.ts';
import type { Fault } from '../faults/fault.ts';
import { faultHeader, parseFaultHeader } from '../faults/header.ts';
import { errorFault, replyFault } from '../faults/reply.ts';
import type { FaultSchedule } from '../faults/schedule.ts';
import {
  BodyTooLarge,
  ConnectionReset,
  headerValue,
  type HttpHandler,
  type HttpReply,
  type HttpRequest,
} from '../http/exchange.ts';
import { perform } from '../operations/index.ts';
import type { OperationReply } from '../operations/operation.ts';
import { ServiceError, validationError } from '../service-error.ts';
import { sleep } from '../sleep.ts';
import { membersOf } from '../wire/members.ts';
import { readInput } from '../wire/read-input.ts';
import { serializeShape } from '../wire/serialize.ts';
import { errorReply, sendable } from './error-reply.ts';
import { Exchange } from './exchange-record.ts';
import type { ReceivedRequest, RequestHistory } from './requests.ts';
import { type Route, route } from './router.ts';
import { enforce } from './rules.ts';
import { type Pace, streamBody, type StreamItem } from './stream-body.ts';
import { toServiceError } from './thrown-error.ts';

/** Everything that the service is made of. */
export interface ServiceParts {
  readonly bedrock: Bedrock;
  readonly authentication: AuthenticationSettings;
  readonly faults: FaultSchedule;
  readonly history: RequestHistory;
  readonly pace: Pace;
  readonly maxRequestBytes: number;
  readonly onRequest: (request: ReceivedRequest) => void;
}

export function createService(parts: ServiceParts): HttpHandler {
  return async (http) => {
    let exchange: Exchange | undefined;
    try {
      exchange = new Exchange(http, parts.bedrock.now, parts.onRequest);
      parts.history.add(exchange.record);
      return exchange.send(await answer(http, exchange, parts));
    } catch (error) {
      // Of a clock that gives no time: nothing can be recorded without one.
      if (exchange === undefined) return errorReply(toServiceError(error));
      if (error instanceof ConnectionReset) {
        exchange.close();
        throw error;
      }
      const failure = sendable(error instanceof BodyTooLarge ? tooLarge(error) : toServiceError(error));
      exchange.fail(failure);
      return exchange.send(errorReply(failure));
    }
  };
}

async function answer(http: HttpRequest, exchange: Exchange, parts: ServiceParts): Promise<HttpReply> {
  const { refusal } = http;
  if (refusal !== undefined) throw validationError(refusal.message, { status: refusal.status });
  const found = route(http.method, http.target);
  const { operation } = found;
  const { record } = exchange;
  record.operation = operation.name;
  record.modelId = found.labels['modelId'];
  exchange.strike([
    ...parts.faults.next(operation.name, record.modelId ? parts.bedrock.models.idsOf(record.modelId) : []),
    ...parseFaultHeader(headerValue(http.headers, faultHeader)),
  ]);

  await delay(exchange.faults, http);
  const body = isStreamed(found) ? undefined : await http.body.bytes(parts.maxRequestBytes);
  if (body !== undefined) parts.history.weigh(record, body.length);
  const identity = await authenticate(http, operation.name, body, parts.authentication, exchange.now);
  const replaced = replaceAnswer(exchange.faults, operation);
  if (replaced !== undefined) return replaced;

  const input = readInput(found, http.headers, body);
  record.input = input;
  if (typeof input['modelId'] === 'string') record.modelId = input['modelId'];
  const { bedrock } = parts;
  enforce(operation, input, bedrock);
  const reply = await perform({ operation, input, bedrock, identity, http, elapsedMs: exchange.elapsedMs });
  return write(reply, found, exchange, http, parts);
}

/** True for an operation whose input is an event stream. */
function isStreamed({ operation }: Route): boolean {
  const shape = membersOf(operation.input)[operation.requestPayload ?? ''];
  return shape?.type === 'union' && shape.stream === true;
}

async function delay(faults: readonly Fault[], http: HttpRequest): Promise<void> {
  for (const fault of faults) {
    if (fault.kind === 'slow-start') await sleep(fault.ms, http.signal);
    if (fault.kind === 'reset' && fault.after === undefined) throw new ConnectionReset();
  }
}

function replaceAnswer(faults: readonly Fault[], operation: Operation): HttpReply | undefined {
  if (faults.some((fault) => fault.kind === 'expired-token')) throw expiredToken();
  const error = errorFault(faults, operation);
  if (error !== undefined) throw error;
  return replyFault(faults);
}

async function write(
  reply: OperationReply,
  { operation }: Route,
  exchange: Exchange,
  http: HttpRequest,
  parts: ServiceParts,
): Promise<HttpReply> {
  if (reply.kind === 'stream') {
    await sleep(parts.pace.firstEventMs ?? 0, http.signal);
    const items = exchange.watch(reply.items);
    const { pace } = parts;
    const body = streamBody(reply.atOnce === true ? items : await begun(items), {
      members: membersOf(membersOf(operation.output)[operation.responsePayload ?? '']),
      pace,
      isPadded: reply.atOnce !== true,
      faults: exchange.faults,
      signal: http.signal,
      onError: exchange.fail,
    });
    return {
      status: 200,
      headers: [['content-type', 'application/vnd.amazon.eventstream'], ...reply.headers],
      body,
    };
  }
  exchange.record.usage = reply.usage;
  if (reply.kind === 'bytes') return { status: 200, headers: reply.headers, body: reply.body };
  const body = new TextEncoder().encode(JSON.stringify(serializeShape(operation.output, reply.output)));
  return { status: 200, headers: [['content-type', 'application/json']], body };
}

/** Waits for the first event, so that a failure in front of it is answered with an HTTP status of its own. */
async function begun(
  items: Iterable<StreamItem> | AsyncIterable<StreamItem>,
): Promise<Iterable<StreamItem> | AsyncIterable<StreamItem>> {
  if (Symbol.iterator in items) return items;
  const iterator = items[Symbol.asyncIterator]();
  const first = await iterator.next();
  return (async function* () {
    try {
      for (let next = first; next.done !== true; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  })();
}

function tooLarge(error: BodyTooLarge): ServiceError {
  return new ServiceError('RequestEntityTooLargeException', error.message, {
    status: 413,
    hint: 'The option maxRequestBytes raises the limit.',
  });
}
