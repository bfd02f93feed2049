// What a request says of its tools.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolConfiguration.html
import type { Structure, Union } from '../shape.ts';
import { CachePointBlock } from './message.ts';
import { boolean, document, nonEmptyString, toolName } from './scalars.ts';

export const AnyToolChoice: Structure = { type: 'structure' };

export const AutoToolChoice: Structure = { type: 'structure' };

export const SpecificToolChoice: Structure = { type: 'structure', required: { name: toolName } };

export const SystemTool: Structure = { type: 'structure', required: { name: toolName } };

export const ToolInputSchema: Union = { type: 'union', name: 'ToolInputSchema', members: { json: document } };

export const ToolSpecification: Structure = {
  type: 'structure',
  required: { name: toolName, inputSchema: ToolInputSchema },
  optional: { description: nonEmptyString, strict: boolean },
};

export const Tool: Union = {
  type: 'union',
  name: 'Tool',
  members: { toolSpec: ToolSpecification, systemTool: SystemTool, cachePoint: CachePointBlock },
};

export const ToolChoice: Union = {
  type: 'union',
  name: 'ToolChoice',
  members: { auto: AutoToolChoice, any: AnyToolChoice, tool: SpecificToolChoice },
};

export const ToolConfiguration: Structure = {
  type: 'structure',
  required: { tools: { type: 'list', member: Tool, min: 1 } },
  optional: { toolChoice: ToolChoice },
};
