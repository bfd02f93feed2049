// A runtime and the server on loopback that it calls, and what such a server sends.
import type { ServerResponse } from 'node:http';
import { expect, vi } from 'vitest';
import { type BedrockRuntimeSettings, createBedrockRuntime, type StreamResult } from '../src/index.ts';
import { answer, eventStreamType, type FarSide, farSide, type Handler } from './far-side.ts';

export const request = { modelId: 'm', messages: [{ role: 'user' as const, content: [{ text: 'hi' }] }] };

/** Runs against a server that behaves so; afterwards no socket may be open. */
export async function against(
  handler: Handler,
  run: (setUp: { far: FarSide; runtime: ReturnType<typeof createBedrockRuntime> }) => Promise<void>,
  settings: BedrockRuntimeSettings = {},
): Promise<void> {
  await using far = await farSide(handler);
  const runtime = createBedrockRuntime({
    region: 'us-east-1',
    endpoint: far.url,
    apiKey: 'k',
    environment: {},
    ...settings,
  });
  await run({ far, runtime });
  await vi.waitFor(() => {
    expect(far.sockets.size).toBe(0);
  });
}

export const head = (response: ServerResponse): ServerResponse =>
  response.writeHead(200, {
    'content-type': eventStreamType,
    'x-amzn-requestid': 'r-1',
    connection: 'close',
  });

export const send = async (response: ServerResponse, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve) => {
    response.write(bytes, () => {
      resolve();
    });
  });

/** Reads a stream to its end: how many events came, and with which error it ended. */
export async function texts<E>(
  stream: StreamResult<E>,
  onEvent: (count: number) => void = () => undefined,
): Promise<{ count: number; error: unknown }> {
  const seen: E[] = [];
  try {
    for await (const event of stream) onEvent(seen.push(event));
    return { count: seen.length, error: undefined };
  } catch (error) {
    return { count: seen.length, error };
  }
}

export const begun = answer('Hel', 'lo').slice(0, 3);
export const never = (): Promise<never> => new Promise(() => undefined);
