// AWS's own client as the witness: what it would send for the same input, taken from its request handler before the network.
import {
  BedrockRuntimeClient,
  ConverseCommand,
  type ConverseCommandInput,
  ConverseStreamCommand,
} from '@aws-sdk/client-bedrock-runtime';
import type { Blob, ConverseStreamRequest } from '@bedrock-kit/protocol';

interface Sent {
  readonly path: string;
  readonly body: unknown;
}

/** Leaves the client before anything is sent. */
class Captured extends Error {
  readonly sent: Sent;
  constructor(sent: Sent) {
    super('captured');
    this.sent = sent;
  }
}

const client = new BedrockRuntimeClient({
  region: 'us-east-1',
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
  maxAttempts: 1,
  requestHandler: {
    handle({ path, body }: { path: string; body: unknown }) {
      const text = typeof body === 'string' ? body : new TextDecoder().decode(body as Uint8Array);
      return Promise.reject(new Captured({ path, body: JSON.parse(text) as unknown }));
    },
  },
});

export async function sentByAwsClient(request: ConverseStreamRequest, stream: boolean): Promise<Sent> {
  // AWS's client takes bytes where ours also takes base64; the rest of the input is the same.
  const input = mapBlobs(request, bytesOf) as ConverseCommandInput;
  try {
    await (stream ? client.send(new ConverseStreamCommand(input)) : client.send(new ConverseCommand(input)));
  } catch (error) {
    if (error instanceof Captured) return error.sent;
    throw error;
  }
  throw new Error('AWS client sent nothing.');
}

/** The request as it has to be on the wire, written from the conventions of restJson1. */
export function wireForm(request: ConverseStreamRequest, stream: boolean): Sent {
  const { modelId, ...body } = request;
  return {
    path: `/model/${encodeURIComponent(modelId)}/converse${stream ? '-stream' : ''}`,
    body: JSON.parse(JSON.stringify(mapBlobs(body, base64Of))) as unknown,
  };
}

function isBlob(value: object): value is Blob {
  return value instanceof Uint8Array || ('base64' in value && Object.keys(value).length === 1);
}

function mapBlobs(value: unknown, change: (blob: Blob) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => mapBlobs(item, change));
  if (isBlob(value)) return change(value);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, mapBlobs(member, change)]));
}

function bytesOf(blob: Blob): Uint8Array {
  return blob instanceof Uint8Array ? blob : new Uint8Array(Buffer.from(blob.base64, 'base64'));
}

function base64Of(blob: Blob): string {
  return Buffer.from(bytesOf(blob)).toString('base64');
}
