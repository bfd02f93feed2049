/**
 * The in-process face: a `fetch` that reaches the service without a socket, for tests and for any runtime.
 *
 * @see https://fetch.spec.whatwg.org/#fetch-method
 */
import { isBytes } from '@bedrock-kit/protocol';
import { arrivingBody, wholeBody } from './body.ts';
import {
  ConnectionReset,
  type HeaderPair,
  type HttpHandler,
  type HttpReply,
  type RequestBody,
} from './exchange.ts';

/** Statuses whose Response must have no body (Fetch standard, "null body status"). */
const withoutBody = new Set([204, 205, 304]);

/** A `fetch` that asks `handler`. Any host is answered, so an app's own endpoint URL may stay as it is. */
export function fetchFace(handler: HttpHandler): typeof fetch {
  return async (input, init) => {
    const given = input instanceof Request ? input : undefined;
    const url = new URL(input instanceof Request ? input.url : input);
    const signal = init?.signal ?? given?.signal ?? undefined;
    const body = init?.body ?? (given && (await bodyOf(given)));
    // One by one: the Headers of a Request that Mock Service Worker has caught, copied whole, keep only what was set last.
    const headers = new Headers(init?.headers ?? (given && [...given.headers]));
    const gone = new AbortController();
    const requestBody = await readBody(body, headers, gone.signal);
    const abort = (): void => {
      gone.abort(signal?.reason);
    };
    // A polyfilled signal has neither throwIfAborted nor a reason. A controller of our own has both.
    if (signal?.aborted) abort();
    gone.signal.throwIfAborted();
    signal?.addEventListener('abort', abort, { once: true });
    // The caller's signal may outlive any number of calls. It keeps a stream that nobody reads to its end, which it may still have to cut.
    const letGo = (): void => signal?.removeEventListener('abort', abort);

    const answered = handler({
      protocol: 'fetch',
      method: (init?.method ?? given?.method ?? 'GET').toUpperCase(),
      target: url.pathname + url.search,
      headers: headerPairs(headers, url),
      body: requestBody,
      signal: gone.signal,
    });
    try {
      const reply = await Promise.race([answered, whenAborted(gone.signal)]);
      gone.signal.throwIfAborted(); // since the race was won
      return toResponse(reply, url, gone, letGo);
    } catch (error) {
      letGo();
      void answered.then(abandon).catch(() => undefined);
      throw error instanceof ConnectionReset ? networkError(error) : error;
    }
  };
}

/** Ends an answer that nobody waits for any more. */
async function abandon({ body }: HttpReply): Promise<void> {
  if (!isBytes(body)) await leave(body[Symbol.asyncIterator]());
}

/** Ends parts that nobody has asked for. They are begun first, because a generator that never began runs no `finally`. */
async function leave(parts: AsyncIterator<Uint8Array>): Promise<void> {
  await parts.next();
  await parts.return?.();
}

/** What undici and browsers throw when a connection is lost. */
function networkError(cause: unknown): TypeError {
  return new TypeError('fetch failed', { cause });
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
}

function headerPairs(headers: Headers, url: URL): HeaderPair[] {
  const pairs: HeaderPair[] = [];
  headers.forEach((value, name) => pairs.push([name, value]));
  if (!headers.has('host')) pairs.push(['host', url.host]);
  return pairs;
}

/** The body of a Request, as bytes in Firefox, which does not give it as a stream: https://developer.mozilla.org/en-US/docs/Web/API/Request/body#browser_compatibility */
async function bodyOf(request: Request): Promise<RequestInit['body']> {
  const { body } = request as Partial<Request>;
  return body === undefined ? request.arrayBuffer() : body;
}

async function readBody(
  body: RequestInit['body'],
  headers: Headers,
  gone: AbortSignal,
): Promise<RequestBody> {
  if (body === undefined || body === null) return wholeBody();
  if (typeof body === 'string') return wholeBody(new TextEncoder().encode(body));
  // A copy, as every fetch makes it: the caller may write something else into them at once.
  if (isBytes(body)) return wholeBody(new Uint8Array(body));
  if (body instanceof ReadableStream) return arrivingBody(body as ReadableStream<Uint8Array>, gone);
  // Form data, blobs and search parameters: let the platform encode them and name their type.
  const encoded = new Response(body);
  const type = encoded.headers.get('content-type');
  if (type !== null && !headers.has('content-type')) headers.set('content-type', type);
  return wholeBody(new Uint8Array(await encoded.arrayBuffer()));
}

function toResponse(reply: HttpReply, url: URL, gone: AbortController, letGo: () => void): Response {
  const headers = new Headers(reply.headers.map(([name, value]): [string, string] => [name, value]));
  const init: ResponseInit = { status: reply.status, headers };
  const body = responseBody(reply.body, gone, letGo);
  const response = new Response(withoutBody.has(reply.status) ? null : body, init);
  // A constructed Response has no address; clients log it and tests compare it.
  Object.defineProperty(response, 'url', { value: url.href });
  return response;
}

function responseBody(
  body: HttpReply['body'],
  gone: AbortController,
  letGo: () => void,
): Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> {
  if (isBytes(body)) {
    letGo();
    // The service allocates its replies itself, never on shared memory.
    return body as Uint8Array<ArrayBuffer>;
  }
  const parts = body[Symbol.asyncIterator]();
  const { signal } = gone;
  let begun = false;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      signal.addEventListener('abort', () => {
        controller.error(signal.reason);
        void (begun ? parts.return?.() : leave(parts))?.catch(() => undefined);
      });
    },
    async pull(controller) {
      begun = true;
      try {
        const next = await parts.next();
        if (next.done !== true) {
          controller.enqueue(next.value);
          return;
        }
        letGo();
        controller.close();
      } catch (error) {
        letGo();
        controller.error(networkError(error));
      }
    },
    async cancel(reason) {
      letGo();
      gone.abort(reason);
      await parts.return?.();
    },
  });
}
