// Members of a call that decide what is sent. Core makes them itself, but `countTokens`, middleware and other frameworks call without it,
// and may write the forms in which core takes them: `toolChoice: 'required'`, tools by their names.
// https://github.com/vercel/ai/blob/main/packages/provider/src/language-model/v4/language-model-v4-call-options.ts

import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { json, listOf, oneOf, readOption, string } from '../option-shape.ts';
import type { Warnings } from '../warnings.ts';

const TOOLS = listOf(json);
const CHOICES = oneOf('auto none required tool');
const FORMATS = oneOf('text json');

/** @throws InvalidArgumentError for a member of another form, with its place. */
export function checkCall(call: LanguageModelV4CallOptions, warnings: Warnings): void {
  const { tools, toolChoice, responseFormat } = call;
  readOption(tools ?? [], TOOLS, 'tools', warnings);
  tools?.forEach(({ name }, index) => readOption(name, string, `tools[${index}].name`, warnings));
  if (toolChoice) readOption(toolChoice.type, CHOICES, 'toolChoice.type', warnings);
  if (responseFormat) readOption(responseFormat.type, FORMATS, 'responseFormat.type', warnings);
}
