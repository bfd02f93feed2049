// Calls that ask for a JSON answer, and by what means each asks the model.
import type { JSONSchema7 } from '@ai-sdk/provider';
import { type Call, map } from '../messages.ts';

export const LLAMA = 'us.meta.llama3-3-70b-instruct-v1:0';

export const schema: JSONSchema7 = {
  type: 'object',
  properties: { a: { type: 'integer', minimum: 1 } },
  required: ['a'],
};
export const weather = { type: 'function' as const, name: 'weather', inputSchema: {} };

export function asked(model: string, call: Call = {}, stream = false) {
  const { request, context, warnings } = map(
    { responseFormat: { type: 'json', schema, name: 'out', description: 'The answer.' }, ...call },
    model,
    stream,
  );
  return {
    textFormat: request.outputConfig?.textFormat,
    tools: request.toolConfig?.tools.map((tool) => ('toolSpec' in tool ? tool.toolSpec.name : tool)),
    choice: request.toolConfig?.toolChoice,
    system: request.system,
    output: context.structuredOutput,
    warnings,
  };
}

export const mode = (structuredOutputMode: string) => ({
  providerOptions: { bedrock: { structuredOutputMode } },
});
