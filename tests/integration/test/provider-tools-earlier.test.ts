// The tools that models know by themselves, with the AI SDK 6 and 5: its own types take them, its own loop runs them.
import { createLocalBedrock, scripted } from '@bedrock-kit/local';
import { type BashInput, createAmazonBedrock as createForAi7 } from '@bedrock-kit/provider';
import { createAmazonBedrock as createForAi5 } from '@bedrock-kit/provider/ai-5';
import { createAmazonBedrock as createForAi6 } from '@bedrock-kit/provider/ai-6';
import * as ai7 from 'ai';
import * as ai5 from 'ai-5';
import * as ai6 from 'ai-6';
import { expect, expectTypeOf, test } from 'vitest';

const claude = 'us.anthropic.claude-opus-4-5-20251101-v1:0';
const nova = 'us.amazon.nova-2-lite-v1:0';
const screenshot =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=';

/** A Claude that runs a command, then looks at the screen, then is done. */
function world() {
  const use = (name: string, input: Record<string, string>) => ({
    answer: { content: [{ toolUse: { toolUseId: `tooluse_${name}`, name, input } }] },
  });
  const claudes = scripted([
    use('bash', { command: 'ls' }),
    use('computer', { action: 'screenshot' }),
    { answer: 'Two files.' },
  ]);
  const local = createLocalBedrock({ models: { [claude]: claudes }, availability: 'ignore' });
  const { accessKeyId, secretAccessKey } = local.credentials;
  return { local, settings: { region: local.region, accessKeyId, secretAccessKey, fetch: local.fetch } };
}

const native = [
  { type: 'bash_20250124', name: 'bash' },
  {
    type: 'computer_20251124',
    name: 'computer',
    display_width_px: 1024,
    display_height_px: 768,
    enable_zoom: true,
  },
];
const display = { displayWidthPx: 1024, displayHeightPx: 768, enableZoom: true };

/** What of the three requests shows that the tools were declared, ran, and answered. */
function course(local: ReturnType<typeof world>['local']) {
  const requests = local.requests.map(
    ({ input }) =>
      input as { additionalModelRequestFields: { tools: object[] }; messages: { content: object[] }[] },
  );
  return {
    tools: requests.map(({ additionalModelRequestFields }) => additionalModelRequestFields.tools),
    results: requests
      .at(-1)
      ?.messages.flatMap(({ content }) => content.filter((block) => 'toolResult' in block)),
  };
}
const expected = {
  tools: [native, native, native],
  results: [
    { toolResult: { toolUseId: 'tooluse_bash', content: [{ text: 'ran ls' }] } },
    {
      toolResult: {
        toolUseId: 'tooluse_computer',
        content: [
          { image: { format: 'png', source: { bytes: Uint8Array.from(Buffer.from(screenshot, 'base64')) } } },
        ],
      },
    },
  ],
};

test('ai 6 runs them in its loop, and knows their inputs', async () => {
  const { local, settings } = world();
  const bedrock = createForAi6(settings);
  const { text, steps } = await ai6.generateText({
    model: bedrock(claude),
    prompt: 'Look around.',
    stopWhen: ai6.stepCountIs(3),
    tools: {
      bash: bedrock.tools.bash_20250124({
        execute: ({ command = '' }) => `ran ${command}`,
      }),
      computer: bedrock.tools.computer_20251124({
        ...display,
        execute: ({ action }) => action,
        toModelOutput: () => ({
          type: 'content',
          value: [{ type: 'image-data', data: screenshot, mediaType: 'image/png' }],
        }),
      }),
    },
  });
  expect(text).toBe('Two files.');
  expect(steps.map(({ toolCalls }) => toolCalls.map(({ input }) => input))).toEqual([
    [{ command: 'ls' }],
    [{ action: 'screenshot' }],
    [],
  ]);
  expect(course(local)).toEqual(expected);
});

test('ai 5 runs them in its loop, and knows their inputs', async () => {
  const { local, settings } = world();
  const bedrock = createForAi5(settings);
  const { text, steps } = await ai5.generateText({
    model: bedrock(claude),
    prompt: 'Look around.',
    stopWhen: ai5.stepCountIs(3),
    tools: {
      bash: bedrock.tools.bash_20250124({
        execute: ({ command = '' }) => `ran ${command}`,
      }),
      computer: bedrock.tools.computer_20251124({
        ...display,
        execute: ({ action }) => action,
        toModelOutput: () => ({
          type: 'content',
          value: [{ type: 'media', data: screenshot, mediaType: 'image/png' }],
        }),
      }),
    },
  });
  expect(text).toBe('Two files.');
  expect(steps.map(({ toolCalls }) => toolCalls.map(({ input }) => input))).toEqual([
    [{ command: 'ls' }],
    [{ action: 'screenshot' }],
    [],
  ]);
  expect(course(local)).toEqual(expected);
});

test("Amazon's tools are system tools, with every major", async () => {
  const { local, settings } = world();
  const [seven, six, five] = [createForAi7(settings), createForAi6(settings), createForAi5(settings)];
  const prompt = 'What is new?';
  const { novaGrounding, novaCodeInterpreter } = six.tools;
  await ai7.generateText({ model: seven(nova), prompt, tools: { search: seven.tools.novaGrounding() } });
  await ai6.generateText({
    model: six(nova),
    prompt,
    tools: { search: novaGrounding(), python: novaCodeInterpreter() },
  });
  await ai5.generateText({ model: five(nova), prompt, tools: { search: five.tools.novaGrounding() } });
  const [grounding, interpreter] = ['nova_grounding', 'nova_code_interpreter'].map((name) => ({
    systemTool: { name },
  }));
  expect(
    local.requests.map(({ input }) => (input as { toolConfig: { tools: object[] } }).toolConfig.tools),
  ).toEqual([[grounding], [grounding, interpreter], [grounding]]);
});

const grounded = [
  {
    toolUse: { toolUseId: 'tooluse_1', name: 'nova_grounding', input: {}, type: 'server_tool_use' as const },
  },
  { toolResult: { toolUseId: 'tooluse_1', content: [{ text: '[HIDDEN]' }], type: 'nova_grounding_result' } },
];
const called = { toolUse: { toolUseId: 'tooluse_2', name: 'weather', input: {} } };

test.each(['whole', 'streamed'])(
  'ai 5 goes on after a step in which Bedrock ran one tool and the app another, %s',
  async (way) => {
    const novas = scripted([{ answer: { content: [...grounded, called] } }, { answer: 'Rain.' }]);
    const local = createLocalBedrock({ models: { [nova]: novas } });
    const { accessKeyId, secretAccessKey } = local.credentials;
    const bedrock = createForAi5({ region: local.region, accessKeyId, secretAccessKey, fetch: local.fetch });
    const options = {
      model: bedrock(nova),
      prompt: 'What is new?',
      stopWhen: ai5.stepCountIs(3),
      tools: {
        nova_grounding: bedrock.tools.novaGrounding(),
        weather: ai5.tool({ inputSchema: ai5.jsonSchema({ type: 'object' }), execute: () => 'wet' }),
      },
    };
    const result = way === 'whole' ? await ai5.generateText(options) : ai5.streamText(options);
    expect(await result.text).toBe('Rain.');
    novas.verify();
    // That major drops what Bedrock said of the result, which goes back as it came all the same.
    const { messages } = local.requests[1]?.input as { messages: { content: unknown }[] };
    expect(messages[1]?.content).toEqual([...grounded, called]);
  },
);

test('every major offers the same tools, and 5 is told the names that models were trained on', () => {
  const { settings } = world();
  const [seven, six, five] = [createForAi7(settings), createForAi6(settings), createForAi5(settings)];
  expect(Object.keys(six.tools)).toEqual(Object.keys(seven.tools));
  expect(Object.keys(five.tools)).toEqual(Object.keys(seven.tools));
  const { tools } = five;
  expect([
    tools.bash_20241022({}).name,
    tools.computer_20250124(display).name,
    tools.textEditor_20250124({}).name,
    tools.textEditor_20250728({ maxCharacters: 100 }).name,
    tools.memory_20250818({}).name,
    tools.novaGrounding().name,
  ]).toEqual([
    'bash',
    'computer',
    'str_replace_editor',
    'str_replace_based_edit_tool',
    'memory',
    'nova_grounding',
  ]);
});

test('their types are those of the majors: inputs are inferred, wrong arguments refused', () => {
  const { settings } = world();
  const [six, five] = [createForAi6(settings), createForAi5(settings)];
  const bash6 = six.tools.bash_20250124({ execute: ({ command = '' }) => command.length });
  const bash5 = five.tools.bash_20250124({ execute: ({ command = '' }) => command.length });
  expectTypeOf({ bash: bash6 }).toExtend<ai6.ToolSet>();
  expectTypeOf({ bash: bash5 }).toExtend<ai5.ToolSet>();
  expectTypeOf<ai6.InferToolInput<typeof bash6>>().toEqualTypeOf<BashInput>();
  expectTypeOf<ai5.InferToolInput<typeof bash5>>().toEqualTypeOf<BashInput>();
  expectTypeOf<ai6.InferToolOutput<typeof bash6>>().toEqualTypeOf<number>();
  expectTypeOf<ai5.InferToolOutput<typeof bash5>>().toEqualTypeOf<number>();
  // @ts-expect-error -- the screen has a size
  expect(six.tools.computer_20250124({})).toBeDefined();
  // @ts-expect-error -- the screen has a size
  expect(five.tools.computer_20250124({})).toBeDefined();
});
