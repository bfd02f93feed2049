// Tools that Bedrock runs itself, which a call declares by id and Converse names in toolConfig.
import { describe, expect, it } from 'vitest';
import { map, NOVA_2, NOVA_PRO, PROFILE } from '../messages.ts';
import { own } from './declared-tools.ts';

describe("Nova's system tools", () => {
  it('are named in toolConfig, in either spelling, and keep the name of the caller', () => {
    const tools = [
      own('bedrock.nova_grounding', 'search'),
      own('bedrock.novaCodeInterpreter', 'nova_code_interpreter'),
    ];
    const { request, context } = map({ tools }, NOVA_2);
    expect(request.toolConfig?.tools).toEqual([
      { systemTool: { name: 'nova_grounding' } },
      { systemTool: { name: 'nova_code_interpreter' } },
    ]);
    expect([...context.toolNames]).toEqual([['nova_grounding', 'search']]);
  });

  it('may be newer than the table, and so may the model', () => {
    for (const model of [NOVA_2, 'us.amazon.nova-9-pro-v1:0', 'us.anthropic.claude-opus-9', PROFILE]) {
      const { request, warnings } = map({ tools: [own('bedrock.brand_new', 'search')] }, model);
      expect([request.toolConfig?.tools, warnings]).toEqual([[{ systemTool: { name: 'brand_new' } }], []]);
    }
  });

  it('are a warning for a model without them', () => {
    const { request, warnings } = map({ tools: [own('bedrock.nova_grounding', 'search')] }, NOVA_PRO);
    expect(request.toolConfig).toBeUndefined();
    expect(warnings).toEqual([
      { type: 'unsupported', feature: 'tool bedrock.nova_grounding', details: 'Nova Pro does not have it.' },
    ]);
  });
});
