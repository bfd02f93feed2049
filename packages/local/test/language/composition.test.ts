import { expect, it } from 'vitest';
import { compose } from '../../src/language/composition.ts';

it('the tools of many results are found at once', { timeout: 10_000 }, async () => {
  const ids = Array.from({ length: 60_000 }, (_, index) => `c${index}`);
  const { content } = await compose(
    {
      modelId: 'a',
      messages: [
        {
          role: 'assistant',
          content: ids.map((toolUseId) => ({ toolUse: { toolUseId, name: 'f', input: {} } })),
        },
        {
          role: 'user',
          content: ids.map((toolUseId) => ({ toolResult: { toolUseId, content: [{ text: 'a' }] } })),
        },
      ],
    },
    (call) => call,
  );
  expect(content).toEqual([{ text: ids.map(() => 'The tool f answered: a').join(' ') }]);
});

it.each([undefined, [], [{ role: 'assistant' as const, content: [{ text: 'Yes.' }] }]])(
  'of messages without one of the user, %j, nothing is reported but their number',
  async (messages) => {
    const { content } = await compose({ modelId: 'a', messages }, (call) => call);
    const received = `I received ${messages?.length ?? 0} message${messages?.length === 1 ? '' : 's'}`;
    expect(content).toEqual([{ text: `This is a built-in test model. ${received}; in the last one:` }]);
  },
);
