// The client that finds what it needs: how to authorize, and when to send again, from settings and the environment.
import { type AuthSettings, resolveAuth } from './authorization/resolve.ts';
import { type Client, type ConnectionSettings, createClient, type RetryPolicy } from './client.ts';
import { fullJitter, type JitterOptions } from './retry.ts';

/** Settings of `createBedrockRuntime`. None is required: region and credentials can come from the environment. */
export interface BedrockRuntimeSettings extends AuthSettings, Omit<ConnectionSettings, 'retry'> {
  /** Retries: options of `fullJitter`, or a policy of your own. Default: none. Once an answer has begun, nothing is sent again. */
  readonly retry?: JitterOptions | RetryPolicy | null | undefined;
}

/**
 * Makes the client of `createBedrockRuntime` by itself: with the same settings, without operations and, unless `hintFor` is given, without hints.
 *
 * @throws BedrockError `InvalidRequest` for wrong options of `retry`. Other settings are checked by each call.
 */
export function createRuntimeClient(settings: BedrockRuntimeSettings = {}): Client {
  const { retry } = settings;
  return createClient({
    ...settings,
    authorize: resolveAuth(settings),
    retry: typeof retry === 'object' && retry ? fullJitter(retry) : (retry ?? undefined),
  });
}
