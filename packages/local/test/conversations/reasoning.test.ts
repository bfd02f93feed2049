import type { ContentBlock, ConverseCommandInput, Message } from '@aws-sdk/client-bedrock-runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, modelId, runtime, startBench } from '../aws-clients.ts';
import { refusalOf } from '../invoke-model.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.close());

const thinking = { thinking: { type: 'enabled', budget_tokens: 1024 } };
const weather = {
  toolSpec: {
    name: 'weather',
    description: 'The weather in a city',
    inputSchema: { json: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] } },
  },
};
const question: ConverseCommandInput = {
  modelId,
  messages: [{ role: 'user', content: [{ text: 'What is the weather in Lisbon?' }] }],
  toolConfig: { tools: [weather] },
  additionalModelRequestFields: thinking,
};

async function converse(input: ConverseCommandInput) {
  const { output, stopReason, usage } = await bench
    .client('HTTP/1.1')
    .send(new runtime.ConverseCommand(input));
  return { content: output?.message?.content ?? [], stopReason, usage };
}

/** The question, what the model answered, and what its tool came back with. */
function withResult(content: ContentBlock[]): ConverseCommandInput {
  const toolUseId = content.find((block) => block.toolUse)?.toolUse?.toolUseId;
  const result: Message = {
    role: 'user',
    content: [{ toolResult: { toolUseId, content: [{ json: { celsius: 21 } }] } }],
  };
  return { ...question, messages: [...(question.messages ?? []), { role: 'assistant', content }, result] };
}

describe('a loop with a tool and thoughts', () => {
  it('thinks, calls, and takes its thoughts back to answer', async () => {
    const first = await converse(question);
    expect(first.stopReason).toBe('tool_use');
    const [thought, call] = first.content;
    expect(thought?.reasoningContent?.reasoningText).toEqual({
      text: 'The last message says: "What is the weather in Lisbon?". I call weather, which fits.',
      signature: expect.stringMatching(/^[A-Za-z0-9+/]{40,}={0,2}$/) as string,
    });
    expect(call?.toolUse).toMatchObject({ name: 'weather', input: { city: 'Lisbon' } });
    const second = await converse(withResult(first.content));
    expect(second.stopReason).toBe('end_turn');
    expect(second.content).toEqual([{ text: 'The tool weather answered: {"celsius":21}' }]);
  });

  it('thinks between calls where that is asked for', async () => {
    const first = await converse(question);
    const { content } = await converse({
      ...withResult(first.content),
      additionalModelRequestFields: { ...thinking, anthropic_beta: ['interleaved-thinking-2025-05-14'] },
    });
    expect(content).toEqual([
      { reasoningContent: { reasoningText: expect.any(Object) as object } },
      { text: 'The tool weather answered: {"celsius":21}' },
    ]);
  });

  it('thinks too when it is told so by the other name that Converse takes', async () => {
    const { content } = await converse({
      ...question,
      additionalModelRequestFields: { reasoning_config: thinking.thinking },
    });
    expect(content.map((block) => Object.keys(block))).toEqual([['reasoningContent'], ['toolUse']]);
  });

  it('tells how many tokens the thoughts took, as each vendor calls them, where that is asked for', async () => {
    const fieldsOf = async (input: ConverseCommandInput) => {
      const answer = await bench.client('HTTP/1.1').send(
        new runtime.ConverseCommand({
          messages: [{ role: 'user', content: [{ text: 'count to 3' }] }],
          additionalModelResponseFieldPaths: ['/usage/output_tokens_details'],
          ...input,
        }),
      );
      return answer.additionalModelResponseFields;
    };
    const counted = (name: string) => ({
      usage: { output_tokens_details: { [name]: expect.any(Number) as number } },
    });
    expect(await fieldsOf({ modelId, additionalModelRequestFields: thinking })).toEqual(
      counted('thinking_tokens'),
    );
    expect(await fieldsOf({ modelId: 'us.xai.grok-4.7' })).toEqual(counted('reasoning_tokens'));
    expect(await fieldsOf({ modelId })).toBeUndefined();
  });

  it.each([
    ['another text', (text: string, signature: string) => ({ text: `${text} `, signature })],
    ['another signature', (text: string) => ({ text, signature: btoa('x'.repeat(48)) })],
    [
      'a signature that is cut',
      (text: string, signature: string) => ({ text, signature: signature.slice(0, -4) }),
    ],
    ['what is no base64', (text: string) => ({ text, signature: '%%%' })],
  ])('is refused with %s', async (_what, change) => {
    const { content } = await converse(question);
    const [thought, ...rest] = content;
    const { text = '', signature = '' } = thought?.reasoningContent?.reasoningText ?? {};
    const changed = [{ reasoningContent: { reasoningText: change(text, signature) } }, ...rest];
    expect(await refusalOf(converse(withResult(changed)))).toBe(
      'ValidationException: The model returned the following errors: messages.1.content.0: Invalid `signature` in `thinking` block',
    );
  });

  it('is refused without the signature', async () => {
    const { content } = await converse(question);
    const [thought, ...rest] = content;
    const text = thought?.reasoningContent?.reasoningText?.text;
    const bare = [{ reasoningContent: { reasoningText: { text } } }, ...rest];
    expect(await refusalOf(converse(withResult(bare)))).toBe(
      'ValidationException: The model returned the following errors: messages.1.content.0.thinking.signature: Field required',
    );
  });
});

it('thoughts are streamed as text and then their signature, the same as in one piece', async () => {
  const { content } = await converse(question);
  const { stream } = await bench.client('HTTP/2').send(new runtime.ConverseStreamCommand(question));
  const texts: string[] = [];
  const signatures: string[] = [];
  for await (const event of stream ?? []) {
    const { text, signature } = event.contentBlockDelta?.delta?.reasoningContent ?? {};
    if (text !== undefined) {
      expect(signatures).toEqual([]);
      texts.push(text);
    }
    if (signature !== undefined) signatures.push(signature);
  }
  const whole = content[0]?.reasoningContent?.reasoningText;
  expect(texts.length).toBeGreaterThan(3);
  expect({ text: texts.join(''), signature: signatures.join('') }).toEqual(whole);
});

it('thoughts that cannot be read come back whole or not at all', async () => {
  const trigger = 'ANTHROPIC_MAGIC_STRING_TRIGGER_REDACTED_THINKING echo hi';
  const asked = {
    ...question,
    toolConfig: undefined,
    messages: [{ role: 'user' as const, content: [{ text: trigger }] }],
  };
  const { content } = await converse(asked);
  const sealed = content[0]?.reasoningContent?.redactedContent ?? new Uint8Array();
  expect(sealed.length).toBeGreaterThan(32);
  const again = (redactedContent: Uint8Array): ConverseCommandInput => ({
    ...asked,
    messages: [
      ...asked.messages,
      { role: 'assistant', content: [{ reasoningContent: { redactedContent } }, { text: 'hi' }] },
      { role: 'user', content: [{ text: 'echo again' }] },
    ],
  });
  expect((await converse(again(sealed))).content.at(-1)).toEqual({ text: 'again' });
  const broken = Uint8Array.from(sealed);
  broken[20] = (broken[20] ?? 0) ^ 1;
  expect(await refusalOf(converse(again(broken)))).toContain('Invalid `data` in `redacted_thinking` block');
});

it('a model thinks only when it is asked, or always does', async () => {
  const asked = { ...question, toolConfig: undefined };
  const hasThought = async (id: string, fields?: ConverseCommandInput['additionalModelRequestFields']) => {
    const { content } = await converse({ ...asked, modelId: id, additionalModelRequestFields: fields });
    return content.some((block) => block.reasoningContent !== undefined);
  };
  expect(await hasThought(modelId)).toBe(false);
  expect(await hasThought(modelId, thinking)).toBe(true);
  expect(await hasThought('us.anthropic.claude-sonnet-4-6', { thinking: { type: 'adaptive' } })).toBe(true);
  expect(await hasThought('us.anthropic.claude-opus-5-5')).toBe(true);
  expect(await hasThought('us.amazon.nova-2-lite-v1:0')).toBe(false);
  const nova = { reasoningConfig: { type: 'enabled', maxReasoningEffort: 'low' } };
  expect(await hasThought('us.amazon.nova-2-lite-v1:0', nova)).toBe(true);
});

it('Nova shows that it thought, and not what', async () => {
  const { content } = await converse({
    modelId: 'us.amazon.nova-2-lite-v1:0',
    messages: [{ role: 'user', content: [{ text: 'echo hi' }] }],
    additionalModelRequestFields: { reasoningConfig: { type: 'enabled', maxReasoningEffort: 'low' } },
  });
  expect(content).toEqual([{ reasoningContent: { reasoningText: { text: '[REDACTED]' } } }, { text: 'hi' }]);
});

it('thoughts that are not to be shown have a signature alone, which is accepted', async () => {
  const asked = {
    modelId: 'us.anthropic.claude-opus-5-5',
    messages: question.messages,
    additionalModelRequestFields: { thinking: { type: 'adaptive', display: 'omitted' } },
  };
  const { content } = await converse(asked);
  const thought = content[0]?.reasoningContent?.reasoningText;
  expect(thought?.text).toBe('');
  expect(thought?.signature).toMatch(/^[A-Za-z0-9+/]{40,}/);
  const history = [
    ...(asked.messages ?? []),
    { role: 'assistant' as const, content },
    { role: 'user' as const, content: [{ text: 'echo on' }] },
  ];
  expect((await converse({ ...asked, messages: history })).content.at(-1)).toEqual({ text: 'on' });
});

// https://platform.claude.com/docs/en/about-claude/models/whats-new-claude-4-7
it('Claude from 4.7 on shows its thoughts only where that is asked for, by either name of the field', async () => {
  const textOf = async (model: string, name = 'thinking', display = {}): Promise<string | undefined> => {
    const { content } = await converse({
      modelId: `us.anthropic.claude-${model}`,
      messages: question.messages,
      additionalModelRequestFields: { [name]: { type: 'adaptive', ...display } },
    });
    return content[0]?.reasoningContent?.reasoningText?.text;
  };
  const shown = expect.stringMatching(/^The last message says/) as string;
  const asked = { display: 'summarized' };
  expect([await textOf('sonnet-4-6'), await textOf('opus-4-7'), await textOf('sonnet-5-5')]).toEqual([
    shown,
    '',
    '',
  ]);
  expect(await textOf('opus-4-7', 'thinking', asked)).toEqual(shown);
  expect(await textOf('opus-4-7', 'reasoning_config', asked)).toEqual(shown);
  expect(await textOf('sonnet-4-6', 'reasoning_config', { display: 'omitted' })).toBe('');
});

it.each([
  ['us.openai.gpt-5.6-sol', 'us.openai.gpt-5.6-luna'],
  ['us.xai.grok-4.6', 'us.xai.grok-4.7'],
])('%s shows no thoughts, and takes its own back, which %s does not', async (modelId, other) => {
  const asked = {
    modelId,
    messages: [{ role: 'user' as const, content: [{ text: 'echo hi' }] }],
    additionalModelRequestFields: { reasoning: { effort: 'low' } },
  };
  const { content } = await converse(asked);
  const redactedContent = content[0]?.reasoningContent?.redactedContent ?? new Uint8Array();
  expect(content).toEqual([{ reasoningContent: { redactedContent } }, { text: 'hi' }]);
  const again = (thought: Uint8Array, to = modelId) =>
    converse({
      ...asked,
      modelId: to,
      messages: [
        ...asked.messages,
        {
          role: 'assistant',
          content: [{ reasoningContent: { redactedContent: thought } }, { text: 'hi' }],
        },
        { role: 'user', content: [{ text: 'echo on' }] },
      ],
    });
  expect((await again(redactedContent)).content.at(-1)).toEqual({ text: 'on' });
  const refusal =
    'ValidationException: The model returned the following errors: {"error":{"code":"validation_error",' +
    '"message":"encrypted reasoning was created for a different account or model","param":null,"type":"invalid_request_error"}}';
  expect(await refusalOf(again(redactedContent.slice(1)))).toBe(refusal);
  expect(await refusalOf(again(redactedContent, other))).toBe(refusal);
});

it('thoughts cost tokens', async () => {
  const silent = await converse({ ...question, additionalModelRequestFields: undefined });
  const { usage } = await converse(question);
  expect(usage?.outputTokens).toBeGreaterThan((silent.usage?.outputTokens ?? 0) + 10);
});
