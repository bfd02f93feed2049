// Members of a call that decide what is sent. Core makes them itself, but `countTokens`, middleware and other frameworks call without it,
// and may write the forms in which core takes them: `toolChoice: 'required'`, tools by their names.
// https://github.com/vercel/ai/blob/main/packages/provider/src/language-model/v4/language-model-v4-call-options.ts

import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { listOf, oneOf, readOption, string } from '../option-shape.ts';
import { isRecord, recordOf } from '../record.ts';
import type { Warnings } from '../warnings.ts';

const EXAMPLES = listOf({
  words: 'an example with its input',
  read: (example) => (isRecord(recordOf(example)['input']) ? example : undefined),
});
/** Of a tool of another form, such as `{ name, input_schema }`, the schema would be lost. */
const TYPE = oneOf('function provider');
const TOOLS = listOf({
  words: 'a tool with its name',
  read(tool, path, warnings) {
    const { name, type, id, description, inputExamples } = recordOf(tool);
    if (typeof name !== 'string') return undefined;
    readOption(type, TYPE, `${path}.type`, warnings);
    if (type === 'provider') readOption(id, string, `${path}.id`, warnings);
    if (description) readOption(description, string, `${path}.description`, warnings);
    if (inputExamples) readOption(inputExamples, EXAMPLES, `${path}.inputExamples`, warnings);
    return tool;
  },
});
const CHOICE = oneOf('auto none required tool');
const FORMAT = oneOf('text json');

/** @throws InvalidArgumentError for a member of another form, with its place. */
export function checkCall(
  { tools, toolChoice, responseFormat }: LanguageModelV4CallOptions,
  warnings: Warnings,
): void {
  if (tools) readOption(tools, TOOLS, 'tools', warnings);
  if (toolChoice) readOption(toolChoice.type, CHOICE, 'toolChoice.type', warnings);
  if (toolChoice?.type === 'tool') readOption(toolChoice.toolName, string, 'toolChoice.toolName', warnings);
  if (responseFormat) readOption(responseFormat.type, FORMAT, 'responseFormat.type', warnings);
}
