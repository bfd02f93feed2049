// Cases of the rules about answers by a JSON schema.
import type { RuleCase } from '../rule-cases.ts';
import { claude, converseCase, nova } from './blocks.ts';

const schemaOf = (schema: string): object => ({
  outputConfig: { textFormat: { type: 'json_schema', structure: { jsonSchema: { schema } } } },
});

export const structuredOutputCases: readonly RuleCase[] = [
  converseCase(
    'structured-output-supported',
    nova,
    schemaOf('{"type":"object"}'),
    { outputConfig: {} },
    'outputConfig.textFormat',
    "This model doesn't support the outputConfig.textFormat field. Remove outputConfig.textFormat and try again.",
  ),
  converseCase(
    'structured-output-supported',
    'us.anthropic.claude-opus-4-8',
    schemaOf('{"type":"object"}'),
    { outputConfig: {} },
    'outputConfig.textFormat',
    'The model returned the following errors: output_config.format: Extra inputs are not permitted',
  ),
  converseCase(
    'structured-output-supported',
    'us.anthropic.claude-opus-4-8',
    { additionalModelRequestFields: { output_config: { format: { type: 'json_schema', schema: {} } } } },
    { additionalModelRequestFields: { output_config: { effort: 'low' } } },
    'additionalModelRequestFields.output_config.format',
    'The model returned the following errors: output_config.format: Extra inputs are not permitted',
  ),
  ...['{"type":', '[]'].map((text) =>
    converseCase(
      'structured-output-schema',
      claude,
      schemaOf(text),
      schemaOf('{"type":"object","additionalProperties":false}'),
      'outputConfig.textFormat.structure.jsonSchema.schema',
      'The value at outputConfig.textFormat.structure.jsonSchema.schema is invalid. Provide a JSON schema object as a string and try again.',
    ),
  ),
];
