// InvokeModel and its stream, with a body in the form of the model's vendor.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Bench, modelId, type Protocol, runtime, startBench } from '../../aws-clients.ts';

export function nativeBodies(protocol: Protocol, ran: Set<string>): void {
  let bench: Bench;
  beforeAll(async () => {
    bench = await startBench();
  });
  afterAll(() => bench.close());
  const client = () => bench.client(protocol);

  const anthropicBody = JSON.stringify({
    anthropic_version: 'bedrock-2023-05-31',
    max_tokens: 100,
    stop_sequences: ['STOP'],
    messages: [{ role: 'user', content: 'echo hi there STOP and on' }],
  });

  it('InvokeModel', async () => {
    const { body, contentType, performanceConfigLatency, serviceTier, $metadata } = await client().send(
      new runtime.InvokeModelCommand({
        modelId,
        body: anthropicBody,
        performanceConfigLatency: 'standard',
        serviceTier: 'default',
      }),
    );
    ran.add('InvokeModel');
    expect($metadata.httpStatusCode).toBe(200);
    expect({ contentType, performanceConfigLatency, serviceTier }).toEqual({
      contentType: 'application/json',
      performanceConfigLatency: 'standard',
      serviceTier: 'default',
    });
    expect(JSON.parse(body.transformToString())).toEqual({
      id: expect.stringMatching(/^msg_bdrk_\w{24}$/) as string,
      type: 'message',
      role: 'assistant',
      model: 'claude-haiku-4-5-20251001',
      content: [{ type: 'text', text: 'hi there ' }],
      stop_reason: 'stop_sequence',
      stop_sequence: 'STOP',
      stop_details: null,
      usage: {
        input_tokens: 6,
        cache_creation_input_tokens: 0,
        cache_read_input_tokens: 0,
        cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
        output_tokens: 3,
      },
    });
  });

  it('InvokeModelWithResponseStream', async () => {
    const { body, contentType } = await client().send(
      new runtime.InvokeModelWithResponseStreamCommand({ modelId, body: anthropicBody }),
    );
    ran.add('InvokeModelWithResponseStream');
    expect(contentType).toBe('application/json');
    const chunks: unknown[] = [];
    for await (const event of body ?? [])
      chunks.push(JSON.parse(Buffer.from(event.chunk?.bytes ?? []).toString()));
    expect(chunks).toEqual([
      {
        type: 'message_start',
        message: expect.objectContaining({ role: 'assistant', content: [] }) as object,
      },
      { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
      { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'hi ' } },
      { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'there ' } },
      { type: 'content_block_stop', index: 0 },
      {
        type: 'message_delta',
        delta: { stop_reason: 'stop_sequence', stop_sequence: 'STOP', stop_details: null },
        usage: {
          input_tokens: 6,
          cache_creation_input_tokens: 0,
          cache_read_input_tokens: 0,
          output_tokens: 3,
        },
      },
      {
        type: 'message_stop',
        'amazon-bedrock-invocationMetrics': {
          inputTokenCount: 6,
          outputTokenCount: 3,
          invocationLatency: expect.any(Number) as number,
          firstByteLatency: expect.any(Number) as number,
        },
      },
    ]);
  });
}
