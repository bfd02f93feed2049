/**
 * Mistral AI: Mistral, Mixtral, Ministral, Magistral, Devstral, Pixtral, Voxtral.
 * What they refuse was measured: github.com/stdapi-ai/stdapi.ai, tests/probes/results.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
 * @module
 */
import { openWeightModel, textModel } from '../base-records.ts';
import { endingInMarch2027 } from '../ending.ts';
import { images, sounds } from '../media.ts';
import type { Row, VendorTable } from '../row.ts';
import type { ToolUse } from '../tool-record.ts';
import { textTools } from '../tool-use.ts';

/** Every model of Mistral's that Bedrock serves. */
export function mistral(): VendorTable {
  // Mistral's chat template refuses any other id: nine letters and digits (github.com/vercel/ai, @ai-sdk/amazon-bedrock 5.0.95). Those that
  // Bedrock gave are refused of Ministral (github.com/vercel/ai/issues/11802), and taken of Pixtral, Large and Small 24.02:
  // github.com/anomalyco/opencode/pull/48843
  const ids: ToolUse['ids'] = { characters: 'a-zA-Z0-9', minLength: 9, maxLength: 9 };

  const instruct: Row = {
    like: textModel,
    but: {
      family: 'mistral',
      system: false,
      sampling: { topK: { path: ['top_k'], min: 1, max: 200 } },
      prefill: false,
      serviceTiers: ['default'],
      contextWindow: 32_000,
      maxOutputTokens: 8192,
    },
  };

  // Tools without streaming; `any` works, a tool by name does not.
  const large: Row = {
    like: instruct,
    but: {
      system: true,
      toolUse: {
        ...textTools,
        ids,
        streaming: false,
        choices: { auto: true, any: true, tool: false },
        strict: false,
      },
      sampling: { topK: false },
    },
  };

  const open: Row = {
    like: openWeightModel,
    but: {
      family: 'mistral',
      name: 'Mistral Large 3',
      inputs: { image: images },
      toolUse: { ids, bedrockIds: false },
      // "Cannot set `add_generation_prompt` to True when the last message is from the assistant", say Large 3, Ministral, Magistral and
      // Devstral: github.com/stdapi-ai/stdapi.ai, tests/probes/results
      prefill: false,
      reasoning: { kind: 'none' },
      contextWindow: 262_144,
    },
  };

  const ministral: Row = {
    like: open,
    but: { name: 'Ministral 14B 3.0', contextWindow: 128_000 },
  };

  const voxtral: Row = {
    like: open,
    but: {
      inputs: { image: false, audio: sounds },
      contextWindow: 32_768,
    },
  };

  return {
    rows: {
      'mistral-large-3-675b-instruct': open,
      'ministral-3-14b-instruct': ministral,
      'ministral-3-8b-instruct': { like: ministral, but: { name: 'Ministral 3 8B' } },
      'ministral-3-3b-instruct': { like: ministral, but: { name: 'Ministral 3 3B' } },
      'magistral-small-2509': {
        like: open,
        but: {
          toolUse: { choices: { any: 'unknown' } },
          reasoning: { kind: 'unknown' },
          contextWindow: 128_000,
        },
      },
      'devstral-2-123b': {
        like: open,
        but: { ...endingInMarch2027('mistral.mistral-large-3-675b-instruct'), inputs: { image: false } },
      },
      'voxtral-mini-3b-2507': { like: voxtral, but: endingInMarch2027() },
      'voxtral-small-24b-2507': {
        like: voxtral,
        but: {
          ...endingInMarch2027(),
          toolUse: { choices: { tool: true } },
        },
      },
      'pixtral-large-2502': {
        like: large,
        but: {
          name: 'Pixtral Large (25.02)',
          inputs: { image: images },
          // Measured: https://github.com/pydantic/pydantic-ai/pull/6098 and pull/6254
          toolUse: { results: { document: true }, mixedTurns: false },
          // As Converse names both when it refuses more, where the card says 16K of an answer:
          // github.com/da-vinci-noob/clawdparty, harness/test/fixtures/converse
          contextWindow: 131_072,
          maxOutputTokens: 131_072,
          addressing: { onDemand: false, profiles: ['us', 'eu'] },
        },
      },
      'mistral-large-2407': {
        like: large,
        but: { name: 'Mistral Large 2 (24.07)', contextWindow: 128_000 },
      },
      // Measured: github.com/langchain-ai/langchain-aws/pull/1118
      'mistral-large-2402': {
        like: large,
        but: { name: 'Mistral Large (24.02)', toolUse: { mixedTurns: false } },
      },
      'mistral-small-2402': {
        like: large,
        but: {
          name: 'Mistral Small (24.02)',
          inputs: { document: false },
          // Told to call any, it calls one that does not exist.
          toolUse: { choices: { any: 'ignored' } },
        },
      },
      'mixtral-8x7b-instruct-v0': {
        like: instruct,
        but: {
          ...endingInMarch2027('mistral.ministral-3-14b-instruct'),
          name: 'Mixtral 8x7B Instruct',
          maxOutputTokens: 4096,
        },
      },
      'mistral-7b-instruct-v0': {
        like: instruct,
        but: { ...endingInMarch2027('mistral.ministral-3-8b-instruct'), name: 'Mistral 7B Instruct' },
      },
    },
    newest: [
      [/^voxtral/, voxtral],
      [/./, open],
    ],
  };
}
