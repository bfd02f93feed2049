import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { toConverseRequest } from '../witness.ts';
import { map, user } from '../messages.ts';

const PROMPT = 'arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ:1';

describe('a prompt of prompt management', () => {
  it('gets variables and messages, and nothing that it brings itself, with a warning each', () => {
    const { request, warnings } = map(
      {
        prompt: [{ role: 'system', content: 's' }, user('hi')],
        temperature: 0.5,
        tools: [{ type: 'function', name: 'a', inputSchema: {} }],
        providerOptions: {
          bedrock: {
            promptVariables: { topic: 'x', tone: { text: 'y' } },
            additionalModelRequestFields: { a: 1 },
            requestMetadata: { b: 'c' },
          },
        },
      },
      PROMPT,
    );
    expect(request).toEqual({
      modelId: PROMPT,
      messages: [{ role: 'user', content: [{ text: 'hi' }] }],
      promptVariables: { topic: { text: 'x' }, tone: { text: 'y' } },
      requestMetadata: { b: 'c' },
    });
    expect(warnings).toEqual(
      ['system', 'inferenceConfig', 'toolConfig', 'additionalModelRequestFields'].map((feature) => ({
        type: 'unsupported',
        feature,
        details: 'The model id is a prompt resource, which brings its own.',
      })),
    );
  });

  it('whose model is Claude is called without a warning of a setting that the call does not have', () => {
    const model = { modelId: PROMPT, baseModelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0' };
    const { request, warnings } = toConverseRequest({ prompt: [user('x')] }, model);
    expect([request, warnings]).toEqual([
      {
        modelId: PROMPT,
        messages: [{ role: 'user', content: [{ text: 'x' }] }],
        additionalModelResponseFieldPaths: ['/stop_sequence', '/delta/stop_sequence'],
      },
      [],
    ]);
  });

  it('takes a conversation with calls of its own tools as it is', () => {
    const prompt: LanguageModelV4CallOptions['prompt'] = [
      { role: 'assistant', content: [{ type: 'tool-call', toolCallId: '1', toolName: 'a', input: {} }] },
      {
        role: 'tool',
        content: [
          { type: 'tool-result', toolCallId: '1', toolName: 'a', output: { type: 'text', value: 'r' } },
        ],
      },
    ];
    const { request, warnings } = toConverseRequest({ prompt: [user('x'), ...prompt] }, { modelId: PROMPT });
    expect(request).toEqual({
      modelId: PROMPT,
      messages: [
        { role: 'user', content: [{ text: 'x' }] },
        { role: 'assistant', content: [{ toolUse: { toolUseId: '1', name: 'a', input: {} } }] },
        { role: 'user', content: [{ toolResult: { toolUseId: '1', content: [{ text: 'r' }] } }] },
      ],
    });
    expect(warnings).toEqual([]);
  });

  it('needs no messages', () => {
    expect(map({ prompt: [] }, PROMPT).request).toEqual({ modelId: PROMPT });
  });

  it('variables go to no other model', () => {
    const { request, warnings } = map({ providerOptions: { bedrock: { promptVariables: { a: 'b' } } } });
    expect(request).not.toHaveProperty('promptVariables');
    expect(warnings).toEqual([expect.objectContaining({ type: 'unsupported', feature: 'promptVariables' })]);
  });

  it('is asked for JSON in its last message, since it has its own system text and tools', () => {
    const { request, warnings, context } = map(
      { responseFormat: { type: 'json', schema: { type: 'object', properties: { a: {} } } } },
      PROMPT,
    );
    expect(request).toEqual({
      modelId: PROMPT,
      messages: [
        {
          role: 'user',
          content: [{ text: 'hi' }, { text: expect.stringContaining('one JSON value') as string }],
        },
      ],
    });
    expect(warnings).toEqual([]);
    expect(context.structuredOutput?.means).toBe('instruction');
  });
});
