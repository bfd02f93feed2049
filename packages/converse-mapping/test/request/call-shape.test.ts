import { expect, it } from 'vitest';
import { map } from '../messages.ts';

it.each<[string, unknown, string]>([
  ['tools', { look: {} }, 'tools must be an array.'],
  ['tools', [null], 'tools[0] must be a tool with its name.'],
  [
    'tools',
    [{ type: 'function', name: 'look', inputSchema: {} }, { description: 'x' }],
    'tools[1] must be a tool with its name.',
  ],
  // As Anthropic's own API writes a tool: its schema was lost.
  ['tools', [{ name: 'look', input_schema: {} }], "tools[0].type must be 'function' or 'provider'."],
  [
    'tools',
    [{ type: 'provider-defined', id: 'anthropic.bash_20250124', name: 'bash', args: {} }],
    "tools[0].type must be 'function' or 'provider', not \"provider-defined\".",
  ],
  ['tools', [{ type: 'provider', name: 'bash', args: {} }], 'tools[0].id must be a string.'],
  [
    'tools',
    [{ type: 'function', name: 'look', inputSchema: {}, description: ['Looks', 'around'] }],
    'tools[0].description must be a string.',
  ],
  [
    'tools',
    [{ type: 'function', name: 'look', inputSchema: {}, inputExamples: { input: { at: 'x' } } }],
    'tools[0].inputExamples must be an array.',
  ],
  // Without its input an example is none: an empty line was sent for it.
  [
    'tools',
    [{ type: 'function', name: 'look', inputSchema: {}, inputExamples: [{ at: 'x' }] }],
    'tools[0].inputExamples[0] must be an example with its input.',
  ],
  ['toolChoice', 'required', "toolChoice.type must be 'auto' or 'none' or 'required' or 'tool'."],
  [
    'toolChoice',
    { type: 'any' },
    "toolChoice.type must be 'auto' or 'none' or 'required' or 'tool', not \"any\".",
  ],
  // As Anthropic's own API names the tool.
  ['toolChoice', { type: 'tool', name: 'look' }, 'toolChoice.toolName must be a string.'],
  ['responseFormat', 'json', "responseFormat.type must be 'text' or 'json'."],
  [
    'responseFormat',
    { type: 'json_schema' },
    "responseFormat.type must be 'text' or 'json', not \"json_schema\".",
  ],
])('%s that are %j are refused by their place', (member, value, message) => {
  const error = { name: 'AI_InvalidArgumentError', message };
  expect(() => map({ [member]: value })).toThrow(expect.objectContaining(error));
});

it('null in place of a member says nothing', () => {
  expect(map({ tools: null, toolChoice: null, responseFormat: null } as object)).toEqual(map({}));
});

it('a tool of Anthropic that was written by hand may have no arguments', () => {
  const tool = { type: 'provider', id: 'anthropic.bash_20250124', name: 'bash' };
  expect(map({ tools: [{ ...tool, args: {} }] } as object)).toEqual(map({ tools: [tool] } as object));
});
