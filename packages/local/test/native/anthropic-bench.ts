// Native Anthropic Messages bodies through InvokeModel and its stream.
import { afterAll, beforeAll } from 'vitest';
import { type Bench, modelId, runtime, startBench } from '../aws-clients.ts';

interface Block {
  readonly type: string;
  readonly [member: string]: unknown;
}

interface Message {
  readonly content: Block[];
  readonly stop_reason: string;
  readonly usage: Record<string, unknown>;
}

export const bodyOf = (members: object): string =>
  JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 4000, ...members });

/** What a client makes of a stream: the blocks, each out of its start and its deltas. */
export function joined(events: readonly Record<string, unknown>[]): Block[] {
  const blocks: Record<string, unknown>[] = [];
  for (const event of events) {
    const at = event['index'] as number;
    if (event['type'] === 'content_block_start') blocks[at] = { ...(event['content_block'] as Block) };
    if (event['type'] !== 'content_block_delta') continue;
    const delta = event['delta'] as Record<string, string>;
    const block = blocks[at] ?? {};
    const append = (name: string, more = ''): string => `${(block[name] as string | undefined) ?? ''}${more}`;
    if (delta['type'] === 'text_delta') block['text'] = append('text', delta['text']);
    if (delta['type'] === 'thinking_delta') block['thinking'] = append('thinking', delta['thinking']);
    if (delta['type'] === 'signature_delta') block['signature'] = append('signature', delta['signature']);
    if (delta['type'] === 'input_json_delta') block['json'] = append('json', delta['partial_json']);
    if (delta['type'] === 'citations_delta')
      block['citations'] = [...((block['citations'] as unknown[] | undefined) ?? []), delta['citation']];
  }
  return blocks.map(({ json, ...block }) => ({
    ...block,
    ...(typeof json === 'string' ? { input: JSON.parse(json) as unknown } : {}),
  })) as Block[];
}

/** Starts a Bedrock for the tests of a file. */
export function anthropicBench() {
  let bench: Bench;
  beforeAll(async () => {
    bench = await startBench();
  });
  afterAll(() => bench.close());

  async function invoke(members: object): Promise<Message> {
    const answer = await bench
      .client('HTTP/1.1')
      .send(new runtime.InvokeModelCommand({ modelId, body: bodyOf(members) }));
    return JSON.parse(answer.body.transformToString()) as Message;
  }

  async function stream(members: object): Promise<Record<string, unknown>[]> {
    const { body } = await bench
      .client('HTTP/2')
      .send(new runtime.InvokeModelWithResponseStreamCommand({ modelId, body: bodyOf(members) }));
    const events: Record<string, unknown>[] = [];
    for await (const { chunk } of body ?? [])
      events.push(JSON.parse(Buffer.from(chunk?.bytes ?? []).toString()) as Record<string, unknown>);
    return events;
  }

  return { invoke, stream };
}
