// The far side of the wire for tests: a fetch that keeps what it was sent and answers with real responses.
import { type Client, createClient, noAuth } from '@bedrock-kit/runtime';

/** A request as it went over the wire. */
export interface Sent {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Wire {
  readonly client: Client;
  readonly sent: readonly Sent[];
}

/** What a model would answer to a body; `index` counts the requests. */
export type FarSide = (
  body: Sent['body'],
  index: number,
  signal: AbortSignal | null,
) => Response | Promise<Response>;

export function wire(answer: FarSide): Wire {
  const sent: Sent[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const body = JSON.parse(await request.text()) as Sent['body'];
    const index = sent.push({ url: request.url, headers: Object.fromEntries(request.headers), body }) - 1;
    return await answer(body, index, init?.signal ?? null);
  };
  return { client: createClient({ authorize: noAuth, region: 'us-east-1', fetch }), sent };
}

/** A successful answer. */
export function json(body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  const standard = { 'content-type': 'application/json', 'x-amzn-requestid': 'request-1' };
  return new Response(JSON.stringify(body), { headers: { ...standard, ...headers } });
}

/** An answer whose body is this very text. */
export function text(body: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(body, { headers: { 'content-type': 'application/json', ...headers } });
}

/** An error as AWS sends it. */
export function refusal(status: number, code: string, message: string): Response {
  return new Response(JSON.stringify({ message }), {
    status,
    headers: {
      'content-type': 'application/json',
      'x-amzn-errortype': code,
      'x-amzn-requestid': 'request-1',
    },
  });
}

/** A refusal of a call that came too soon. It says when to try again, or else the AI SDK waits for two seconds. */
export function throttled(): Response {
  const response = refusal(429, 'ThrottlingException', 'Slow down.');
  response.headers.set('retry-after-ms', '1');
  return response;
}
