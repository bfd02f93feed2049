// The far side of the wire for tests: answers that real bytes are made of, and what was asked of it.
import { encodeMessage } from '@bedrock-kit/eventstream';

export interface Asked {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

/** A `fetch` that answers with `answer`, and the requests that it got. */
export function farSide(answer: () => Response | Promise<Response>): { fetch: typeof fetch; asked: Asked[] } {
  const asked: Asked[] = [];
  return {
    asked,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { url, method } = request;
      asked.push({ url, method, headers: Object.fromEntries(request.headers), body: await request.json() });
      return answer();
    },
  };
}

export const requestId = '5b7f7a54-0000-4000-8000-3a1b2c3d4e5f';
const head = { 'x-amzn-requestid': requestId, date: 'Sun, 22 Nov 2026 10:00:00 GMT' };

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return new Response(text, { status, headers: { ...head, 'content-type': 'application/json', ...headers } });
}

/** The frames as one body, or in pieces of `size` bytes. */
export function eventStream(frames: readonly Uint8Array[], size = Number.POSITIVE_INFINITY): Response {
  const bytes = new Uint8Array(Buffer.concat(frames));
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let offset = 0; offset < bytes.length; offset += size) {
        controller.enqueue(bytes.subarray(offset, Math.min(bytes.length, offset + size)));
      }
      controller.close();
    },
  });
  return new Response(body, { headers: { ...head, 'content-type': 'application/vnd.amazon.eventstream' } });
}

export function event(name: string, payload: unknown): Uint8Array {
  return frame(
    { ':message-type': 'event', ':event-type': name, ':content-type': 'application/json' },
    payload,
  );
}

export function exception(name: string, payload: unknown): Uint8Array {
  return frame({ ':message-type': 'exception', ':exception-type': name }, payload);
}

function frame(headers: Record<string, string>, payload: unknown): Uint8Array {
  const typed = Object.entries(headers).map(
    ([name, value]) => [name, { type: 'string' as const, value }] as const,
  );
  return encodeMessage({
    headers: Object.fromEntries(typed),
    body: new TextEncoder().encode(JSON.stringify(payload)),
  });
}
