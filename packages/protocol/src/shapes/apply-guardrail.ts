// The request of ApplyGuardrail.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html
import type { Enumeration, Structure, Union } from '../shape.ts';
import { bytes, guardrailIdentifier, guardrailVersion, string } from './scalars.ts';

export const GuardrailContentSource: Enumeration = { type: 'enum', values: ['INPUT', 'OUTPUT'] };

export const GuardrailContentQualifier: Enumeration = {
  type: 'enum',
  values: ['grounding_source', 'query', 'guard_content'],
};

export const GuardrailTextBlock: Structure = {
  type: 'structure',
  required: { text: string },
  optional: { qualifiers: { type: 'list', member: GuardrailContentQualifier } },
};

export const GuardrailImageFormat: Enumeration = { type: 'enum', values: ['png', 'jpeg'] };

export const GuardrailImageSource: Union = {
  type: 'union',
  name: 'GuardrailImageSource',
  members: { bytes },
  sensitive: true,
};

export const GuardrailImageBlock: Structure = {
  type: 'structure',
  required: { format: GuardrailImageFormat, source: GuardrailImageSource },
  sensitive: true,
};

export const GuardrailContentBlock: Union = {
  type: 'union',
  name: 'GuardrailContentBlock',
  members: { text: GuardrailTextBlock, image: GuardrailImageBlock },
};

export const GuardrailOutputScope: Enumeration = { type: 'enum', values: ['INTERVENTIONS', 'FULL'] };

export const ApplyGuardrailRequest: Structure = {
  type: 'structure',
  required: {
    guardrailIdentifier,
    guardrailVersion,
    source: GuardrailContentSource,
    content: { type: 'list', member: GuardrailContentBlock },
  },
  optional: { outputScope: GuardrailOutputScope },
};
