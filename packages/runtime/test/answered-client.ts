// A client whose requests are answered as a test says, and what it has sent.
import { type ClientSettings, createClient, noAuth } from '../src/index.ts';
import { fakeFetch, json } from './far-side.ts';

export const request = { modelId: 'm', messages: [] };
export const ok = () => json({ output: {} });
export const refused = (code: string, init: { status?: number; headers?: Record<string, string> } = {}) =>
  json({ message: code }, { status: 403, ...init, headers: { 'x-amzn-errortype': code, ...init.headers } });

export function setUp(
  settings: Partial<ClientSettings>,
  ...responses: (Response | (() => Response | Promise<Response>))[]
) {
  const { fetch, calls } = fakeFetch(...responses);
  const client = createClient({
    authorize: noAuth,
    region: 'us-east-1',
    fetch,
    environment: {},
    ...settings,
  });
  return { client, calls, sent: () => calls.map(({ init }) => init.headers as Record<string, string>) };
}
