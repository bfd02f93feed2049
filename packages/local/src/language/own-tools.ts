/**
 * Tools and a choice in the form of Claude's own API, which Converse takes among the model's own fields, at Converse's places.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/computer-use.html
 */
import type { ModelCapabilities } from '@bedrock-kit/models';
import type { ConverseRequest } from '@bedrock-kit/protocol';
import { isObject, memberAt, objectsIn } from '../json.ts';
import { definedTool, toolChoiceOf } from '../native/anthropic-tool-config.ts';

export function withOwnTools(request: ConverseRequest, { vendor }: ModelCapabilities): ConverseRequest {
  const { additionalModelRequestFields: fields, toolConfig, ...rest } = request;
  if (vendor !== 'anthropic' || !isObject(fields)) return request;
  const choice = fields['tool_choice'];
  // Without a type it says only how often tools may be called, beside Converse's own choice.
  const type = memberAt(choice, ['type']);
  const tools = [...(toolConfig?.tools ?? []), ...objectsIn(fields['tools']).flatMap(definedTool)];
  if (tools.length === 0 || type === 'none') return { ...rest, additionalModelRequestFields: fields };
  return {
    ...request,
    toolConfig: { ...toolConfig, tools, ...(type !== undefined && toolChoiceOf(choice)) },
  };
}
