// Finds the region that a client would send Rerank to, which the ARN of the model has to name.
// https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html
import { apiCallError } from '@bedrock-kit/invocation';
import type { Client } from '@bedrock-kit/runtime';

/** Prepares a request that is never sent: its region follows from the client's settings and the environment of now. */
export async function regionOf(client: Client, signal: AbortSignal | undefined): Promise<string | undefined> {
  try {
    const { request, watchdog } = await client.prepare(
      () => ({ service: 'bedrock-agent-runtime', method: 'POST', target: '/rerank' }),
      { signal },
    );
    watchdog.close();
    return request.region;
  } catch (error) {
    throw apiCallError(error, undefined);
  }
}
