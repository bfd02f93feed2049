// How Converse switches a guardrail on, and the blocks it is told to look at.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailConfiguration.html
import type { Enumeration, Structure, Union } from '../shape.ts';
import { bytes, guardrailIdentifier, guardrailVersion, string } from './scalars.ts';

export const GuardrailTrace: Enumeration = { type: 'enum', values: ['enabled', 'disabled', 'enabled_full'] };

export const GuardrailConfiguration: Structure = {
  type: 'structure',
  optional: { guardrailIdentifier, guardrailVersion, trace: GuardrailTrace },
};

export const GuardrailConverseContentQualifier: Enumeration = {
  type: 'enum',
  values: ['grounding_source', 'query', 'guard_content'],
};

export const GuardrailConverseTextBlock: Structure = {
  type: 'structure',
  required: { text: string },
  optional: { qualifiers: { type: 'list', member: GuardrailConverseContentQualifier } },
};

export const GuardrailConverseImageFormat: Enumeration = { type: 'enum', values: ['png', 'jpeg'] };

export const GuardrailConverseImageSource: Union = {
  type: 'union',
  name: 'GuardrailConverseImageSource',
  members: { bytes },
  sensitive: true,
};

export const GuardrailConverseImageBlock: Structure = {
  type: 'structure',
  required: { format: GuardrailConverseImageFormat, source: GuardrailConverseImageSource },
  sensitive: true,
};

export const GuardrailConverseContentBlock: Union = {
  type: 'union',
  name: 'GuardrailConverseContentBlock',
  members: { text: GuardrailConverseTextBlock, image: GuardrailConverseImageBlock },
};

export const GuardrailStreamProcessingMode: Enumeration = { type: 'enum', values: ['sync', 'async'] };

export const GuardrailStreamConfiguration: Structure = {
  type: 'structure',
  optional: {
    guardrailIdentifier,
    guardrailVersion,
    trace: GuardrailTrace,
    streamProcessingMode: GuardrailStreamProcessingMode,
  },
};
