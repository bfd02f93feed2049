// What the people see who write an app: in the list of completions, under the mouse, and in the compiler's errors.
import { beforeAll, expect, test } from 'vitest';
import { build, errorsOf, shown } from './editor.ts';

beforeAll(() => {
  build('provider', 'local');
}, 120_000);

const runtime = `import { createBedrockRuntime } from '@bedrock-kit/runtime';
const runtime = createBedrockRuntime();
`;

test('a request is shown by its name, not by all that may be in it', () => {
  expect(shown(`${runtime} runtime.con|verse({ modelId: 'x' });`).type).toBe(
    '(property) BedrockRuntime.converse: (request: ReadonlyMembers<ConverseRequest>, options?: CallOptions | undefined) => ' +
      'Promise<Result<ConverseResponse>>',
  );
  expect(errorsOf(`${runtime} runtime.converse({ model: 'x' });`)).toEqual([
    "Object literal may only specify known properties, but 'model' does not exist in type 'ReadonlyMembers<ConverseRequest>'. Did you mean to write 'modelId'?",
  ]);
  expect(
    errorsOf(`${runtime} runtime.converse({ modelId: 'x', inferenceConfig: { max_tokens: 5 } });`),
  ).toEqual([
    "Object literal may only specify known properties, but 'max_tokens' does not exist in type 'ReadonlyMembers<InferenceConfiguration>'. Did you mean to write 'maxTokens'?",
  ]);
});
