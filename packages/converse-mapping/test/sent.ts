// What two clients would put on the wire for the same input, taken from each before the network: AWS's own, and that of Bedrock Kit.
import {
  BedrockRuntimeClient,
  ConverseCommand,
  type ConverseCommandInput,
  ConverseStreamCommand,
  CountTokensCommand,
  type CountTokensCommandInput,
} from '@aws-sdk/client-bedrock-runtime';
import type { BlobValue, ConverseStreamRequest, CountTokensRequest } from '@bedrock-kit/protocol';
import { createBedrockRuntime } from '@bedrock-kit/runtime';

export interface Sent {
  readonly method: string;
  /** As it is on the wire, with what is escaped in it. */
  readonly path: string;
  readonly body: unknown;
}

export type Made =
  | { readonly operation: 'Converse' | 'ConverseStream'; readonly request: ConverseStreamRequest }
  | { readonly operation: 'CountTokens'; readonly request: CountTokensRequest };

/** Leaves a client before anything is sent. */
class Captured extends Error {
  readonly sent: Sent;
  constructor(sent: Sent) {
    super('captured');
    this.sent = sent;
  }
}

const aws = new BedrockRuntimeClient({
  region: 'us-east-1',
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
  // The signature is not what is compared.
  signer: { sign: (request) => Promise.resolve(request) },
  maxAttempts: 1,
  requestHandler: {
    handle: ({ method, path, body }: { method: string; path: string; body: string | Uint8Array }) =>
      Promise.reject(new Captured({ method, path, body: parsed(body) })),
  },
});

const ours = createBedrockRuntime({
  region: 'us-east-1',
  apiKey: 'key',
  wrapError: ({ cause }) => (cause instanceof Error ? cause : new Error('The runtime sent nothing.')),
  fetch(input, init) {
    const { method = '', body } = init ?? {};
    if (!(body instanceof Uint8Array) || typeof input !== 'string') throw new TypeError('No JSON body.');
    return Promise.reject(new Captured({ method, path: new URL(input).pathname, body: parsed(body) }));
  },
});

function parsed(body: string | Uint8Array): unknown {
  return JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body)) as unknown;
}

export function sentByAws({ operation, request }: Made): Promise<Sent> {
  // AWS's client takes bytes where ours also takes base64; the rest of the input is the same.
  const input = withBytes(request);
  switch (operation) {
    case 'Converse':
      return capture(() => aws.send(new ConverseCommand(input as ConverseCommandInput)));
    case 'ConverseStream':
      return capture(() => aws.send(new ConverseStreamCommand(input as ConverseCommandInput)));
    case 'CountTokens':
      return capture(() => aws.send(new CountTokensCommand(input as CountTokensCommandInput)));
  }
}

export function sentByBedrockKit({ operation, request }: Made): Promise<Sent> {
  switch (operation) {
    case 'Converse':
      return capture(() => ours.converse(request));
    case 'ConverseStream':
      return capture(() => ours.converseStream(request));
    case 'CountTokens':
      return capture(() => ours.countTokens(request));
  }
}

async function capture(send: () => Promise<unknown>): Promise<Sent> {
  try {
    await send();
  } catch (error) {
    if (error instanceof Captured) return error.sent;
    throw error;
  }
  throw new Error('Nothing was sent.');
}

function withBytes(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map(withBytes);
  if (isBase64(value)) return new Uint8Array(Buffer.from(value.base64, 'base64'));
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withBytes(member)]));
}

function isBase64(value: object): value is Extract<BlobValue, { base64: string }> {
  return 'base64' in value && Object.keys(value).length === 1;
}
