// Calls through the in-process fetch, as a test of an app would make them.
import { EventStreamDecoder, type Message } from '@bedrock-kit/eventstream';
import { createLocalBedrock, type LocalBedrock, type LocalBedrockOptions } from '../src/index.ts';

export const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';

/** A local Bedrock that lets everybody in. */
export function openBedrock(options: LocalBedrockOptions = {}): LocalBedrock {
  return createLocalBedrock({ auth: 'off', ...options });
}

export function urlOf(operation: string, model = modelId, host = 'http://bedrock.test'): string {
  return `${host}/model/${encodeURIComponent(model)}/${operation}`;
}

export function asking(text: string, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    headers,
    body: JSON.stringify({ messages: [{ role: 'user', content: [{ text }] }] }),
  };
}

export function bodyOf(response: Response): ReadableStream<Uint8Array> {
  if (response.body === null) throw new Error('The response has no body.');
  return response.body;
}

/** The parts of a body as they arrive. */
export async function partsOf(response: Response): Promise<Uint8Array[]> {
  const parts: Uint8Array[] = [];
  const reader = bodyOf(response).getReader();
  for (;;) {
    const next = await reader.read();
    if (next.done) return parts;
    parts.push(next.value);
  }
}

export async function messagesOf(response: Response): Promise<Message[]> {
  return decode(await partsOf(response));
}

export function decode(parts: readonly Uint8Array[]): Message[] {
  const decoder = new EventStreamDecoder();
  const messages = parts.flatMap((part) => decoder.push(part));
  decoder.end();
  return messages;
}

/** A message as its string headers and its JSON, without the padding. */
export function readable({ headers, body }: Message): { headers: Record<string, unknown>; payload: unknown } {
  const text = new TextDecoder().decode(body);
  const payload = text === '' ? undefined : (JSON.parse(text) as Record<string, unknown>);
  delete payload?.['p'];
  return {
    headers: Object.fromEntries(Object.entries(headers).map(([name, header]) => [name, header.value])),
    payload,
  };
}

export interface ErrorAnswer {
  readonly status: number;
  readonly type: string | undefined;
  readonly message: string | undefined;
  readonly hint: string | null;
}

export async function errorOf(response: Response): Promise<ErrorAnswer> {
  const body = (await response.json()) as { message?: string; Message?: string };
  return {
    status: response.status,
    type: response.headers.get('x-amzn-errortype')?.split(':')[0],
    message: body.message ?? body.Message,
    hint: response.headers.get('x-bedrock-local-hint'),
  };
}
