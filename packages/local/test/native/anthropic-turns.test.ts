// The turns of Anthropic's own body, as Claude looks at them.
import { describe, expect, it } from 'vitest';
import { createLocalBedrock } from '../../src/index.ts';
import { refusalOf } from '../invoke-model.ts';
import { anthropicBench, bodyOf } from './anthropic-bench.ts';

const { invoke } = anthropicBench();

const user = (content: unknown): object => ({ role: 'user', content });
const assistant = (content: unknown): object => ({ role: 'assistant', content });
const text = (words: string): object => ({ type: 'text', text: words });
const use = (id: string): object => ({ type: 'tool_use', id, name: 'weather', input: {} });
const result = (id: string): object => ({ type: 'tool_result', tool_use_id: id, content: '21 degrees' });

const unanswered = (index: number, ids: string): string =>
  `messages.${index}: \`tool_use\` ids were found without \`tool_result\` blocks immediately after: ${ids}. Each \`tool_use\` block must have a corresponding \`tool_result\` block in the next message.`;
const unasked = (place: string, id: string): string =>
  `${place}: unexpected \`tool_use_id\` found in \`tool_result\` blocks: ${id}. Each \`tool_result\` block must have a corresponding \`tool_use\` block in the previous message.`;
const nothing = (index: number): string =>
  `messages.${index}: all messages must have non-empty content except for the optional final assistant message`;

describe('a body is refused in the words of the API', () => {
  it.each<[string, object[], string]>([
    ['without a message', [], 'messages: at least one message is required'],
    [
      'with a message of the system',
      [{ role: 'system', content: 'Be brief.' }, user('hi')],
      'messages: Unexpected role "system". The Messages API accepts a top-level `system` parameter, not "system" as an input message role.',
    ],
    [
      'with a message of a tool',
      [user('hi'), { role: 'tool', content: 'x' }],
      'messages: Unexpected role "tool". Allowed roles are "user" or "assistant". For instructions on how to use tools, see https://platform.claude.com/docs/en/agents-and-tools/tool-use/overview.',
    ],
    [
      'with a message of anybody else',
      [user('hi'), { role: 'function', content: 'x' }],
      'messages: Unexpected role "function". Allowed roles are "user" or "assistant".',
    ],
    ['with a message of no text', [user('')], nothing(0)],
    ['with a message of no blocks', [user('hi'), assistant([]), user('hi')], nothing(1)],
    ['with an empty text', [user([text('')])], 'messages: text content blocks must be non-empty'],
    [
      'with a blank text',
      [user('hi'), assistant([text('hi')]), user(' ')],
      'messages: text content blocks must contain non-whitespace text',
    ],
    [
      'with a use that nobody answers',
      [user('hi'), assistant([use('a'), use('b')]), user('?')],
      unanswered(1, 'a, b'),
    ],
    [
      'with uses in two messages that nobody answers, which are one turn',
      [user('hi'), assistant([use('a')]), assistant([use('b')]), user('?')],
      unanswered(2, 'a, b'),
    ],
    [
      'with a result behind a text',
      [user('hi'), assistant([use('a')]), user([text('here'), result('a')])],
      unanswered(1, 'a'),
    ],
    ['with a use at its end', [user('hi'), assistant([use('a')])], unanswered(1, 'a')],
    [
      'with a use that is answered too late',
      [user('hi'), assistant([use('a')]), user('?'), assistant('x'), user([result('a')])],
      unanswered(1, 'a'),
    ],
    [
      'with a result that nobody asked for',
      [user([text('hi'), result('a')])],
      unasked('messages.0.content.1', 'a'),
    ],
    [
      'with a second result of an earlier use',
      [user('hi'), assistant([use('a')]), user([result('a')]), assistant('x'), user([result('a')])],
      unasked('messages.4.content.0', 'a'),
    ],
    [
      'with two uses of one id',
      [user('hi'), assistant([text('hi'), use('a'), use('a')]), user([result('a')])],
      'messages.1.content.2: `tool_use` ids must be unique',
    ],
    [
      'with two results of one use',
      [user('hi'), assistant([use('a')]), user([result('a')]), user([result('a')])],
      'messages.3.content.0: each tool_use must have a single result. Found multiple `tool_result` blocks with id: a',
    ],
  ])('%s', async (_, messages, words) => {
    expect(await refusalOf(invoke({ messages }))).toBe(`ValidationException: ${words}`);
  });

  it('with an empty text in the list of the system', async () => {
    const call = invoke({ messages: [user('hi')], system: [text('')] });
    expect(await refusalOf(call)).toBe('ValidationException: system: text content blocks must be non-empty');
  });
});

describe('a body is answered', () => {
  it.each<[string, object[]]>([
    ['that ends with nothing of the assistant', [user('echo hi'), assistant([])]],
    ['one message of whose turn is empty', [user([]), user('echo hi'), user('')]],
    [
      'whose results come in two messages',
      [user('x'), assistant([use('a'), use('b')]), user([result('a')]), user([result('b'), text('echo hi')])],
    ],
    [
      'whose uses come in two messages',
      [
        user('x'),
        assistant([use('a')]),
        assistant([use('b')]),
        user([result('b'), result('a'), text('echo hi')]),
      ],
    ],
  ])('%s', async (_, messages) => {
    expect((await invoke({ messages })).stop_reason).toBe('end_turn');
  });

  it('whose turns are wrong, where the rules are off', async () => {
    const bedrock = createLocalBedrock({ auth: 'off', rules: 'off' });
    const body = bodyOf({ messages: [user([result('a')]), assistant(''), user('echo hi')] });
    const url = 'http://bedrock/model/us.anthropic.claude-haiku-4-5-20251001-v1%3A0/invoke';
    expect((await bedrock.fetch(url, { method: 'POST', body })).status).toBe(200);
  });
});

describe('messages of the system behind the first', () => {
  const bedrock = createLocalBedrock({ auth: 'off' });
  const said = async (model: string, messages: object[], members: object = {}): Promise<unknown> => {
    const url = `http://bedrock/model/us.anthropic.claude-${model}/invoke`;
    const response = await bedrock.fetch(url, { method: 'POST', body: bodyOf({ messages, ...members }) });
    const { content, message } = (await response.json()) as {
      content?: { text?: string }[];
      message?: string;
    };
    return content?.at(-1)?.text ?? message;
  };
  const system = { role: 'system', content: 'Be brief.' };

  // https://github.com/BerriAI/litellm/pull/31364, https://github.com/LeenHawk/gproxy/issues/209
  it('are taken by Claude Opus 4.8', async () => {
    expect([
      await said('opus-4-8', [system, user('echo hi')]),
      await said('opus-4-8', [user('echo hi'), system]),
    ]).toEqual(["messages.0: use the top-level 'system' parameter for the initial system prompt", 'hi']);
  });

  // https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-adaptive-thinking.html
  it('have an effort with one of four betas alone', async () => {
    const directive = { ...system, output_config: { effort: 'low' } };
    const asked = [user('echo hi'), directive];
    const extra = 'messages.1.output_config: Extra inputs are not permitted';
    expect([
      await said('opus-5-5', asked),
      await said('opus-5-5', asked, { anthropic_beta: ['output-128k-2025-02-19'] }),
      await said('opus-5-5', asked, { anthropic_beta: ['mid-conversation-effort-2026-08-01'] }),
      await said('opus-5-5', [user('echo hi'), { ...directive, content: [] }], {
        anthropic_beta: ['per-turn-control-2026-07-01'],
      }),
    ]).toEqual([extra, extra, 'hi', 'hi']);
  });

  // https://platform.claude.com/docs/en/build-with-claude/effort-per-message. Sonnet 5 said so to Claude Code 2.1.286.
  it('have no effort where the model takes none for each message, nor have those of anybody else', async () => {
    const output_config = { effort: 'low' };
    const anthropic_beta = ['mid-conversation-output-config-2026-07-01'];
    const directive = [user('echo hi'), { role: 'system', content: [], output_config }];
    const refused =
      'output_config.effort requires a model that supports per-turn effort; this model does not';
    const answers: unknown[] = [];
    for (const model of ['opus-4-8', 'sonnet-5', 'fable-5', 'opus-5', 'sonnet-5-5', 'haiku-5-5', 'fable-5-1'])
      answers.push(await said(model, directive, { anthropic_beta }));
    expect(answers).toEqual([refused, refused, refused, 'hi', 'hi', 'hi', 'hi']);
    expect(
      await said('opus-5-5', [{ role: 'user', content: 'echo hi', output_config }], { anthropic_beta }),
    ).toBe("messages.0.output_config: output_config is only permitted on role 'system' messages");
  });
});
