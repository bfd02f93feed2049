/**
 * What the models that use tools through Converse have in common.
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolConfiguration.html
 * @module
 */
import type { ToolUse } from './tool-record.ts';

/** Tools as the service model allows them; a vendor's row says what the model makes of it. */
export const toolUse: ToolUse = {
  streaming: true,
  choices: { auto: true, any: 'unknown', tool: 'unknown' },
  strict: 'unknown',
  results: {
    text: true,
    json: true,
    image: 'unknown',
    document: 'unknown',
    video: 'unknown',
    searchResult: 'unknown',
  },
  errorStatus: 'unknown',
  mixedTurns: 'unknown',
  textAfterUse: 'unknown',
  // ToolUseBlock.toolUseId and ToolSpecification.name of the service model.
  ids: { characters: 'a-zA-Z0-9_.:-', minLength: 1, maxLength: 64 },
  bedrockIds: true,
  names: { characters: 'a-zA-Z0-9_-', minLength: 1, maxLength: 64 },
  schema: { rootUnions: 'unknown', largeIntegers: 'unknown', otherRootMembers: 'unknown' },
  systemTools: [],
};

/** Tools whose results are text or JSON. */
export const textTools: ToolUse = {
  ...toolUse,
  results: { ...toolUse.results, image: false, video: false, searchResult: false },
};

/** The same where the choice among tools is the model's own, and schemas bind nobody. */
export const freeTextTools: ToolUse = {
  ...textTools,
  choices: { auto: true, any: false, tool: false },
  strict: false,
};
