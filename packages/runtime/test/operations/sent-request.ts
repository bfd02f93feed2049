// What this client and AWS's own hand to their transports, in one form for both.
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { expect } from 'vitest';
import { type BedrockRuntime, createBedrockRuntime } from '../../src/index.ts';

/** What AWS's client gives to its transport. */
interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

interface Sent {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** Those that say what is asked for: not those of transport, tracing and signature. */
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
const region = 'us-east-1';
const transport = /^(?:host|content-length|user-agent|x-amz-.*|amz-sdk-.*|authorization|:authority)$/;
const enough = new Error('The request was seen.');

function semantic(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !transport.test(name)));
}

function bodyOf(body: unknown): unknown {
  if (body === undefined || body === null) return undefined;
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body as Uint8Array); // all that either client sends here
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export async function sentByUs(call: (runtime: BedrockRuntime) => Promise<unknown>): Promise<Sent> {
  let sent: Sent | undefined;
  const runtime = createBedrockRuntime({
    credentials,
    region,
    fetch: (input, init) => {
      const url = new URL(input); // how this client calls fetch
      sent = {
        method: init?.method ?? '',
        target: url.pathname + url.search,
        headers: semantic(init?.headers as Record<string, string>), // as above
        body: bodyOf(init?.body),
      };
      return Promise.reject(enough);
    },
  });
  await expect(call(runtime)).rejects.toMatchObject({ code: 'NetworkError', cause: enough });
  if (!sent) throw new Error('Nothing was sent.');
  return sent;
}

export async function sentByAws(send: (client: BedrockRuntimeClient) => Promise<unknown>): Promise<Sent> {
  let sent: Sent | undefined;
  const client = new BedrockRuntimeClient({
    credentials,
    region,
    maxAttempts: 1,
    requestHandler: {
      handle(request: HttpRequest) {
        const query = Object.entries(request.query).map(([name, value]) => {
          // As @smithy/querystring-builder writes it: RFC 3986.
          const text = encodeURIComponent(String(value));
          return `${name}=${text.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)}`;
        });
        sent = {
          method: request.method,
          target: request.path + (query.length > 0 ? `?${query.sort().join('&')}` : ''),
          headers: semantic(request.headers),
          body: bodyOf(request.body),
        };
        return Promise.reject(enough);
      },
    },
  });
  await expect(send(client)).rejects.toBe(enough);
  client.destroy();
  if (!sent) throw new Error('Nothing was sent.');
  return sent;
}
