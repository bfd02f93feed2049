// Names of tools that the service or the model would refuse: others are sent, and the caller's own come back.
import { describe, expect, it } from 'vitest';
import { map, NOVA_PRO } from '../messages.ts';
import { empty, tool } from './declared-tools.ts';

describe('a function tool', () => {
  it('has a name that the service takes, the same in tools, choice and history, and its own on the way back', () => {
    const name = 'my.tool/with spaces';
    const long = 'x'.repeat(80);
    const { request, context } = map({
      tools: [tool(name), tool('my_tool_with_spaces'), tool(long)],
      toolChoice: { type: 'tool', toolName: name },
      prompt: [
        { role: 'user', content: [{ type: 'text', text: 'x' }] },
        { role: 'assistant', content: [{ type: 'tool-call', toolCallId: '1', toolName: long, input: {} }] },
        {
          role: 'tool',
          content: [
            { type: 'tool-result', toolCallId: '1', toolName: long, output: { type: 'text', value: 'x' } },
          ],
        },
      ],
    });
    const names = request.toolConfig?.tools.map((tool) => ('toolSpec' in tool ? tool.toolSpec.name : ''));
    expect(names).toEqual([
      'my_tool_with_spaces',
      'my_tool_with_spaces_2',
      expect.stringMatching(/^x{56}[0-9a-z]{8}$/),
    ]);
    expect(request.toolConfig?.toolChoice).toEqual({ tool: { name: 'my_tool_with_spaces' } });
    expect(request.messages?.[1]?.content).toEqual([
      { toolUse: { toolUseId: '1', name: names?.[2], input: {} } },
    ]);
    expect([...context.toolNames]).toEqual([
      ['my_tool_with_spaces', name],
      ['my_tool_with_spaces_2', 'my_tool_with_spaces'],
      [names?.[2], long],
    ]);
  });

  // https://github.com/SEMOSS/Semoss/pull/2892
  it('has no hyphen in its name for Nova, which fails to call it then, and its own name on the way back', () => {
    const { request, context } = map(
      {
        tools: [tool('get-weather'), tool('get_weather')],
        toolChoice: { type: 'tool', toolName: 'get-weather' },
        prompt: [
          { role: 'user', content: [{ type: 'text', text: 'x' }] },
          {
            role: 'assistant',
            content: [{ type: 'tool-call', toolCallId: '1', toolName: 'get-weather', input: {} }],
          },
          {
            role: 'tool',
            content: [
              {
                type: 'tool-result',
                toolCallId: '1',
                toolName: 'get-weather',
                output: { type: 'text', value: 'x' },
              },
            ],
          },
        ],
      },
      NOVA_PRO,
    );
    expect(request.toolConfig).toEqual({
      tools: [
        { toolSpec: { name: 'get_weather', inputSchema: empty } },
        { toolSpec: { name: 'get_weather_2', inputSchema: empty } },
      ],
      toolChoice: { tool: { name: 'get_weather' } },
    });
    expect(request.messages?.[1]?.content).toEqual([
      { toolUse: { toolUseId: '1', name: 'get_weather', input: {} } },
    ]);
    expect([...context.toolNames]).toEqual([
      ['get_weather', 'get-weather'],
      ['get_weather_2', 'get_weather'],
    ]);
  });
});
