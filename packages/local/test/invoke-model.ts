// InvokeModel through AWS's own client, with JSON in and JSON out.
import { afterAll, beforeAll } from 'vitest';
import type { LocalBedrockOptions } from '../src/index.ts';
import { type Bench, runtime, startBench } from './aws-clients.ts';

export interface Invoked {
  readonly body: Record<string, unknown>;
  readonly headers: Readonly<Record<string, string>>;
}

/** A call of a model by its id and body. */
export type Invoke = (modelId: string, body: object) => Promise<Invoked>;

/** Starts a Bedrock for the tests of a file. Models that AWS has retired answer, too. */
export function invoking(options: LocalBedrockOptions = {}): Invoke {
  let bench: Bench;
  beforeAll(async () => {
    bench = await startBench({ availability: 'ignore', ...options });
  });
  afterAll(() => bench.close());
  return async (modelId, body) => {
    const client = bench.client('HTTP/1.1');
    let headers: Record<string, string> = {};
    client.middlewareStack.add(
      (next) => async (given) => {
        const result = await next(given);
        headers = (result.response as { headers: Record<string, string> }).headers;
        return result;
      },
      { step: 'deserialize', priority: 'low' },
    );
    const answer = await client.send(
      new runtime.InvokeModelCommand({
        modelId,
        body: JSON.stringify(body),
        contentType: 'application/json',
      }),
    );
    return { body: JSON.parse(answer.body.transformToString()) as Record<string, unknown>, headers };
  };
}

/** A streamed call of a model by its id and body: its chunks, without the times in their metrics. */
export type InvokeStreamed = (modelId: string, body: object) => Promise<Record<string, unknown>[]>;

/** The same for InvokeModelWithResponseStream. */
export function streaming(options: LocalBedrockOptions = {}): InvokeStreamed {
  let bench: Bench;
  beforeAll(async () => {
    bench = await startBench({ availability: 'ignore', ...options });
  });
  afterAll(() => bench.close());
  return async (modelId, body) => {
    const answer = await bench
      .client('HTTP/2')
      .send(new runtime.InvokeModelWithResponseStreamCommand({ modelId, body: JSON.stringify(body) }));
    const chunks: Record<string, unknown>[] = [];
    for await (const { chunk } of answer.body ?? []) {
      const text = new TextDecoder().decode(chunk?.bytes);
      chunks.push(JSON.parse(text, withoutTimes) as Record<string, unknown>);
    }
    return chunks;
  };
}

function withoutTimes(name: string, value: unknown): unknown {
  return name === 'invocationLatency' || name === 'firstByteLatency' ? undefined : value;
}

/** The message with which a call is refused. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    const { name, message } = error as Error;
    return `${name}: ${message}`;
  }
  throw new Error('The call was answered.');
}
