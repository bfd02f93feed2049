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
