import { expect, it } from 'vitest';
import { openBedrock } from './in-process.ts';
import { thrownBy } from './thrown-by.ts';

it.each([
  [Infinity, 'Infinity'],
  [NaN, 'NaN'],
  [1e16, '10000000000000000'],
  ['5000', '"5000"'],
  [undefined, 'undefined'],
])('a time that is none, %j, is refused by passTime, and does not pass', async (time, shown) => {
  const local = openBedrock();
  // JavaScript may pass anything.
  expect(
    thrownBy(() => {
      local.passTime(time as number);
    }),
  ).toMatchObject({
    code: 'invalid-option',
    message: `passTime takes milliseconds, such as 300_000 for five minutes, not ${shown}.`,
  });
  const outputDataConfig = { s3OutputDataConfig: { s3Uri: 's3://bucket' } };
  const modelInput = { inputType: 'text', text: { inputText: 'hi' } };
  const body = JSON.stringify({ modelId: 'twelvelabs.marengo-embed-3-0-v1:0', modelInput, outputDataConfig });
  await local.fetch('http://bedrock.test/async-invoke', { method: 'POST', body });
  const list = await local.fetch('http://bedrock.test/async-invoke');
  expect(await list.json()).toMatchObject({ asyncInvokeSummaries: [{ status: 'InProgress' }] });
});
