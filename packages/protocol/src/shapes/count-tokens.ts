// CountTokens: the request and the answer.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CountTokens.html
import type { Structure, Union } from '../shape.ts';
import { Message, SystemContentBlock } from './message.ts';
import { body, countTokensModelId, document, integer } from './scalars.ts';
import { ToolConfiguration } from './tools.ts';

export const ConverseTokensRequest: Structure = {
  type: 'structure',
  optional: {
    messages: { type: 'list', member: Message },
    system: { type: 'list', member: SystemContentBlock },
    toolConfig: ToolConfiguration,
    additionalModelRequestFields: document,
  },
};

export const InvokeModelTokensRequest: Structure = { type: 'structure', required: { body } };

export const CountTokensInput: Union = {
  type: 'union',
  name: 'CountTokensInput',
  members: { invokeModel: InvokeModelTokensRequest, converse: ConverseTokensRequest },
};

export const CountTokensRequest: Structure = {
  type: 'structure',
  required: { modelId: countTokensModelId, input: CountTokensInput },
};

export const CountTokensResponse: Structure = { type: 'structure', required: { inputTokens: integer } };
