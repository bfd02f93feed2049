import type { ProviderDefinedToolFactory } from '@ai-sdk/provider-utils';
import { generateText } from 'ai';
import { expect, expectTypeOf, test } from 'vitest';
import { createAmazonBedrock } from '../src/index.ts';
import type { BedrockTools } from '../src/tools.ts';
import { farSide, json } from './far-side.ts';

const answer = {
  output: { message: { role: 'assistant', content: [{ text: 'Done.' }] } },
  stopReason: 'end_turn',
  usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 },
  metrics: { latencyMs: 1 },
};

test("Anthropic's tools go to Claude by their type, with their arguments and beta flags", async () => {
  const { fetch, asked } = farSide(() => json(answer));
  const bedrock = createAmazonBedrock({ region: 'us-east-1', apiKey: 'key', fetch });
  const { tools } = bedrock;
  await generateText({
    model: bedrock('us.anthropic.claude-opus-4-5-20251101-v1:0'),
    tools: {
      bash: tools.bash_20250124({ execute: ({ command = '' }) => command }),
      computer: tools.computer_20251124({ displayWidthPx: 1024, displayHeightPx: 768, enableZoom: true }),
      str_replace_based_edit_tool: tools.textEditor_20250728({ maxCharacters: 1000 }),
      memory: tools.memory_20250818({}),
    },
    prompt: 'Clean up.',
  });
  expect(asked[0]?.body).toMatchObject({
    additionalModelRequestFields: {
      tools: [
        { type: 'bash_20250124', name: 'bash' },
        {
          type: 'computer_20251124',
          name: 'computer',
          display_width_px: 1024,
          display_height_px: 768,
          enable_zoom: true,
        },
        { type: 'text_editor_20250728', name: 'str_replace_based_edit_tool', max_characters: 1000 },
        { type: 'memory_20250818', name: 'memory' },
      ],
    },
  });
});

test("Amazon's tools are system tools, which Bedrock runs", async () => {
  const { fetch, asked } = farSide(() => json(answer));
  const bedrock = createAmazonBedrock({ region: 'us-east-1', apiKey: 'key', fetch });
  const { tools } = bedrock;
  await generateText({
    model: bedrock('us.amazon.nova-2-lite-v1:0'),
    tools: { search: tools.novaGrounding(), python: tools.novaCodeInterpreter() },
    prompt: 'What is new?',
  });
  expect(asked[0]?.body).toMatchObject({
    toolConfig: {
      tools: [{ systemTool: { name: 'nova_grounding' } }, { systemTool: { name: 'nova_code_interpreter' } }],
    },
  });
});

test('every tool has the name of its type at AWS and Anthropic', () => {
  const { tools } = createAmazonBedrock();
  const display = { displayWidthPx: 1, displayHeightPx: 1 };
  const ids = Object.entries(tools).map(([name, make]) => [
    name,
    (make as (options: object) => { id: string })(display).id,
  ]);
  expect(Object.fromEntries(ids)).toEqual({
    bash_20241022: 'anthropic.bash_20241022',
    bash_20250124: 'anthropic.bash_20250124',
    computer_20241022: 'anthropic.computer_20241022',
    computer_20250124: 'anthropic.computer_20250124',
    computer_20251124: 'anthropic.computer_20251124',
    textEditor_20241022: 'anthropic.text_editor_20241022',
    textEditor_20250124: 'anthropic.text_editor_20250124',
    textEditor_20250429: 'anthropic.text_editor_20250429',
    textEditor_20250728: 'anthropic.text_editor_20250728',
    memory_20250818: 'anthropic.memory_20250818',
    novaGrounding: 'bedrock.nova_grounding',
    novaCodeInterpreter: 'bedrock.nova_code_interpreter',
  });
});

test('every tool of the provider is one that the mapping knows', async () => {
  const { fetch } = farSide(() => json(answer));
  const bedrock = createAmazonBedrock({ region: 'us-east-1', apiKey: 'key', fetch });
  const display = { displayWidthPx: 1, displayHeightPx: 1 };
  for (const [name, make] of Object.entries(bedrock.tools)) {
    const { id, args } = (
      make as (options: object) => { id: `${string}.${string}`; args: Record<string, unknown> }
    )(display);
    const model = id.startsWith('bedrock.') ? 'us.amazon.nova-2-lite-v1:0' : 'us.anthropic.claude-sonnet-4-6';
    const { warnings } = await bedrock(model).doGenerate({
      prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }],
      tools: [{ type: 'provider', id, name, args }],
    });
    expect([name, warnings]).toEqual([name, []]);
  }
});

test("what Claude asks of its memory, a computer and files is told apart by the tool's version and the command", async () => {
  const { tools } = createAmazonBedrock();
  const memory = tools.memory_20250818({
    execute(input) {
      switch (input.command) {
        case 'view':
        case 'delete':
          return input.path;
        case 'create':
          return input.path + input.file_text;
        case 'str_replace':
          return input.path + input.old_str + input.new_str;
        case 'insert':
          return input.path + String(input.insert_line) + input.insert_text;
        case 'rename':
          return input.old_path + input.new_path;
      }
    },
  });
  const moved = { command: 'rename', old_path: '/memories/a', new_path: '/memories/b' } as const;
  const options = { toolCallId: '1', messages: [], context: {} };
  expect(await memory.execute?.(moved, options)).toBe('/memories/a/memories/b');
  type Asked<Make> = Make extends ProviderDefinedToolFactory<infer Input, never> ? Input : never;
  type Actions<Name extends `computer_${string}` & keyof BedrockTools> = Asked<BedrockTools[Name]>['action'];
  expectTypeOf<Exclude<Actions<'computer_20251124'>, Actions<'computer_20250124'>>>().toEqualTypeOf<'zoom'>();
  expectTypeOf<Extract<Actions<'computer_20241022'>, 'scroll' | 'key'>>().toEqualTypeOf<'key'>();
  type Commands<Name extends 'textEditor_20250124' | 'textEditor_20250728'> = Asked<
    BedrockTools[Name]
  >['command'];
  expectTypeOf<
    Exclude<Commands<'textEditor_20250124'>, Commands<'textEditor_20250728'>>
  >().toEqualTypeOf<'undo_edit'>();
});

test('JavaScript may leave out the argument of a tool that wants none', () => {
  const { tools } = createAmazonBedrock();
  expect(tools.bash_20250124(undefined as never)).toMatchObject({ id: 'anthropic.bash_20250124', args: {} });
});
