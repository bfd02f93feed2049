/** The far side of the wire: a service that verifies what it receives, with a clock of its own. */
import { type Fetch, type KnownSecret, type VerifyResult, verifyRequest } from '../src/index.ts';

export interface Received {
  readonly request: Request;
  readonly body: Uint8Array;
  readonly result: VerifyResult;
}

interface Service {
  readonly fetch: Fetch;
  readonly received: Received[];
}

/** `answer` may answer otherwise; by default a right signature is a 200 and a wrong one a 403. */
export function createService(
  lookupSecret: (id: string, token: string | undefined) => KnownSecret | undefined,
  now: () => Date,
  answer: (received: Received) => Response | undefined = () => undefined,
): Service {
  const received: Received[] = [];
  return {
    received,
    async fetch(input: string | URL | Request, init?: RequestInit) {
      const request = new Request(input, init);
      const body = new Uint8Array(await request.clone().arrayBuffer());
      const result = await verifyRequest(
        { method: request.method, url: request.url, headers: request.headers, body },
        { lookupSecret, clock: now },
      );
      const one = { request, body, result };
      received.push(one);
      const headers = { date: now().toUTCString() };
      const code = result.ok
        ? undefined
        : result.code === 'skewed'
          ? 'InvalidSignatureException'
          : 'AccessDeniedException';
      return (
        answer(one) ??
        Response.json(code ? { __type: `com.example#${code}` } : { ok: true }, {
          status: code ? 403 : 200,
          headers,
        })
      );
    },
  };
}

/** What the service said of each request. */
export const codes = (received: readonly Received[]) =>
  received.map(({ result }) => (result.ok ? 'ok' : result.code));
