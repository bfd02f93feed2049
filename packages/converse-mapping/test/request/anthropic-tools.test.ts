// Anthropic's own tools: native for Claude, a warning where nobody runs them, and names that stay theirs.
import { describe, expect, it } from 'vitest';
import { type Call, map, NOVA_PRO } from '../messages.ts';
import { empty, own, tool } from './declared-tools.ts';

describe("Anthropic's own tools", () => {
  it('go to Claude in their native form, with their arguments and betas, once each', () => {
    const { request, warnings, context } = map({
      tools: [
        own('anthropic.computer_20250124', 'screen', {
          displayWidthPx: 1920,
          displayHeightPx: 1080,
          displayNumber: 1,
        }),
        own('anthropic.bash_20250124', 'bash'),
        own('anthropic.text_editor_20250728', 'edit', { maxCharacters: 100 }),
        own('anthropic.memory_20250818', 'memory'),
        tool('weather'),
      ],
      providerOptions: { bedrock: { anthropicBeta: ['mine-2026-01-01', 'computer-use-2025-01-24'] } },
    });
    expect(request.additionalModelRequestFields).toEqual({
      tools: [
        {
          type: 'computer_20250124',
          name: 'computer',
          display_width_px: 1920,
          display_height_px: 1080,
          display_number: 1,
        },
        { type: 'bash_20250124', name: 'bash' },
        { type: 'text_editor_20250728', name: 'str_replace_based_edit_tool', max_characters: 100 },
        { type: 'memory_20250818', name: 'memory' },
      ],
      anthropic_beta: ['computer-use-2025-01-24', 'context-management-2025-06-27', 'mine-2026-01-01'],
    });
    expect(request.toolConfig).toEqual({ tools: [{ toolSpec: { name: 'weather', inputSchema: empty } }] });
    expect(warnings).toEqual([]);
    expect([...context.toolNames]).toEqual([
      ['computer', 'screen'],
      ['str_replace_based_edit_tool', 'edit'],
    ]);
  });

  it('of a version that is not known go to Claude as well, with all of their arguments; the beta flags are those of the caller', () => {
    const { request, warnings, context } = map({
      tools: [
        own('anthropic.computer_20991124', 'screen', { displayWidthPx: 1920, newArgument: { a: 1 } }),
        own('anthropic.text_editor_20990101', 'edit'),
      ],
      providerOptions: { bedrock: { anthropicBeta: ['computer-use-2099-11-24'] } },
    });
    expect(request.additionalModelRequestFields).toEqual({
      tools: [
        { type: 'computer_20991124', name: 'computer', display_width_px: 1920, new_argument: { a: 1 } },
        { type: 'text_editor_20990101', name: 'str_replace_based_edit_tool' },
      ],
      anthropic_beta: ['computer-use-2099-11-24'],
    });
    expect([...context.toolNames]).toEqual([
      ['computer', 'screen'],
      ['str_replace_based_edit_tool', 'edit'],
    ]);
    expect(warnings).toEqual(
      ['computer_20991124', 'text_editor_20990101'].map((type) => ({
        type: 'compatibility',
        feature: `tool anthropic.${type}`,
        details: 'This version is not known here: if it needs a beta flag, give that as anthropicBeta.',
      })),
    );
  });

  const ran: Call = {
    tools: [own('anthropic.bash_20250124', 'bash')],
    prompt: [
      { role: 'user', content: [{ type: 'text', text: 'x' }] },
      { role: 'assistant', content: [{ type: 'tool-call', toolCallId: '1', toolName: 'bash', input: {} }] },
      {
        role: 'tool',
        content: [
          { type: 'tool-result', toolCallId: '1', toolName: 'bash', output: { type: 'text', value: 'x' } },
        ],
      },
    ],
  };

  it('alone with their history, a placeholder stands in the toolConfig that the service wants', () => {
    expect(map(ran).request.toolConfig?.tools).toMatchObject([{ toolSpec: { name: 'unused' } }]);
  });

  it('with their history stay declared where none is to be called', () => {
    expect(map({ ...ran, toolChoice: { type: 'none' } }).request).toMatchObject({
      toolConfig: { tools: [{ toolSpec: { name: 'unused' } }] },
      additionalModelRequestFields: {
        tools: [{ type: 'bash_20250124', name: 'bash' }],
        tool_choice: { type: 'none' },
      },
    });
  });

  it('that run on servers of Anthropic are not on Bedrock, and every one is a warning', () => {
    const ids = [
      'web_search_20260209',
      'web_fetch_20250910',
      'code_execution_20250825',
      'advisor_20260301',
      'tool_search_regex_20251119',
    ];
    const { request, warnings } = map({ tools: ids.map((id) => own(`anthropic.${id}`, id)) });
    expect(request.toolConfig).toBeUndefined();
    expect(request.additionalModelRequestFields).toBeUndefined();
    expect(warnings).toEqual(
      ids.map((id) => ({
        type: 'unsupported',
        feature: `tool anthropic.${id}`,
        details: 'Amazon Bedrock does not run it.',
      })),
    );
  });

  it('are nothing that Nova knows', () => {
    const { request, warnings } = map({ tools: [own('anthropic.bash_20250124', 'bash')] }, NOVA_PRO);
    expect(request.toolConfig).toBeUndefined();
    expect(warnings).toEqual([
      {
        type: 'unsupported',
        feature: 'tool anthropic.bash_20250124',
        details: "Nova Pro does not know Anthropic's tools.",
      },
    ]);
  });

  it('are not sent with toolChoice none either', () => {
    const { request } = map({
      tools: [own('anthropic.bash_20250124', 'bash'), tool('a')],
      toolChoice: { type: 'none' },
    });
    expect([request.toolConfig, request.additionalModelRequestFields]).toEqual([undefined, undefined]);
  });

  it('keep their names from a tool of the caller that has the same, whichever comes first', () => {
    const shell = own('anthropic.bash_20250124', 'shell');
    for (const tools of [
      [tool('bash'), shell],
      [shell, tool('bash')],
    ]) {
      const { request, context } = map({ tools });
      expect(request.toolConfig?.tools).toEqual([{ toolSpec: { name: 'bash_2', inputSchema: empty } }]);
      expect(request.additionalModelRequestFields).toMatchObject({
        tools: [{ type: 'bash_20250124', name: 'bash' }],
      });
      expect(Object.fromEntries(context.toolNames)).toEqual({ bash: 'shell', bash_2: 'bash' });
    }
  });

  it('can be chosen by name, in the form that knows them', () => {
    const { request } = map({
      tools: [own('anthropic.bash_20250124', 'shell'), tool('a')],
      toolChoice: { type: 'tool', toolName: 'shell' },
    });
    const fields = request.additionalModelRequestFields;
    expect(fields).toHaveProperty('tool_choice', { type: 'tool', name: 'bash' });
    expect(request.toolConfig).toEqual({ tools: [{ toolSpec: { name: 'a', inputSchema: empty } }] });
  });

  it('are chosen in that form where there are no others, and no toolConfig is sent', () => {
    const { request } = map({
      tools: [own('anthropic.bash_20250124', 'shell')],
      toolChoice: { type: 'required' },
    });
    expect(request.additionalModelRequestFields).toHaveProperty('tool_choice', { type: 'any' });
    expect(request.toolConfig).toBeUndefined();
  });
});
