// The requests of Converse and ConverseStream.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
import type { Enumeration, Structure, Union } from '../shape.ts';
import { GuardrailConfiguration, GuardrailStreamConfiguration } from './guard-content.ts';
import { Message, SystemContentBlock } from './message.ts';
import {
  conversationalModelId,
  document,
  nonEmptyString,
  requestMetadataKeyString,
  requestMetadataValueString,
  string,
} from './scalars.ts';
import { ToolConfiguration } from './tools.ts';

export const InferenceConfiguration: Structure = {
  type: 'structure',
  optional: {
    maxTokens: { type: 'integer', min: 1 },
    temperature: { type: 'float', min: 0, max: 1 },
    topP: { type: 'float', min: 0, max: 1 },
    stopSequences: { type: 'list', member: nonEmptyString, min: 0, max: 2500 },
  },
};

export const PromptVariableValues: Union = {
  type: 'union',
  name: 'PromptVariableValues',
  members: { text: string },
};

/** In the order in which AWS names them: https://github.com/NousResearch/hermes-agent/pull/34476 */
export const PerformanceConfigLatency: Enumeration = { type: 'enum', values: ['optimized', 'standard'] };

export const PerformanceConfiguration: Structure = {
  type: 'structure',
  optional: { latency: PerformanceConfigLatency },
};

/** Loose: Bedrock refuses an unknown tier in words of its own, which a rule has: https://github.com/NousResearch/hermes-agent/pull/34476 */
export const ServiceTierType: Enumeration = {
  type: 'enum',
  isLoose: true,
  values: ['priority', 'default', 'flex', 'reserved'],
};

export const ServiceTier: Structure = { type: 'structure', required: { type: ServiceTierType } };

export const OutputFormatType: Enumeration = { type: 'enum', values: ['json_schema'] };

export const JsonSchemaDefinition: Structure = {
  type: 'structure',
  required: { schema: string },
  optional: { name: string, description: string },
};

export const OutputFormatStructure: Union = {
  type: 'union',
  name: 'OutputFormatStructure',
  members: { jsonSchema: JsonSchemaDefinition },
  sensitive: true,
};

export const OutputFormat: Structure = {
  type: 'structure',
  required: { type: OutputFormatType, structure: OutputFormatStructure },
};

export const OutputConfig: Structure = {
  type: 'structure',
  optional: { textFormat: OutputFormat, effort: { type: 'string', min: 0, max: 16 } },
};

export const ConverseRequest: Structure = {
  type: 'structure',
  required: { modelId: conversationalModelId },
  optional: {
    messages: { type: 'list', member: Message },
    system: { type: 'list', member: SystemContentBlock },
    inferenceConfig: InferenceConfiguration,
    toolConfig: ToolConfiguration,
    guardrailConfig: GuardrailConfiguration,
    additionalModelRequestFields: document,
    promptVariables: { type: 'map', key: string, value: PromptVariableValues, sensitive: true },
    additionalModelResponseFieldPaths: {
      type: 'list',
      member: { type: 'string', min: 1, max: 256 },
      min: 0,
      max: 10,
    },
    requestMetadata: {
      type: 'map',
      key: requestMetadataKeyString,
      value: requestMetadataValueString,
      min: 1,
      max: 16,
      sensitive: true,
    },
    performanceConfig: PerformanceConfiguration,
    serviceTier: ServiceTier,
    outputConfig: OutputConfig,
  },
};

export const ConverseStreamRequest: Structure = {
  type: 'structure',
  required: { modelId: conversationalModelId },
  optional: {
    messages: { type: 'list', member: Message },
    system: { type: 'list', member: SystemContentBlock },
    inferenceConfig: InferenceConfiguration,
    toolConfig: ToolConfiguration,
    guardrailConfig: GuardrailStreamConfiguration,
    additionalModelRequestFields: document,
    promptVariables: { type: 'map', key: string, value: PromptVariableValues, sensitive: true },
    additionalModelResponseFieldPaths: {
      type: 'list',
      member: { type: 'string', min: 1, max: 256 },
      min: 0,
      max: 10,
    },
    requestMetadata: {
      type: 'map',
      key: requestMetadataKeyString,
      value: requestMetadataValueString,
      min: 1,
      max: 16,
      sensitive: true,
    },
    performanceConfig: PerformanceConfiguration,
    serviceTier: ServiceTier,
    outputConfig: OutputConfig,
  },
};
