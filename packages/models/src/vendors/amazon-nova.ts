/**
 * Amazon Nova, but for what embeds, draws, films and speaks.
 * @see https://docs.aws.amazon.com/nova/latest/userguide/what-is-nova.html
 * @see https://docs.aws.amazon.com/nova/latest/nova2-userguide/what-is-nova-2.html
 * @module
 */
import { textModel } from '../base-records.ts';
import { effortReasoning } from '../effort-reasoning.ts';
import { images, videos } from '../media.ts';
import type { Row, VendorTable } from '../row.ts';
import { toolUse } from '../tool-use.ts';

/** Every Nova that converses. */
export function amazonNova(): VendorTable {
  // 25,000,000 characters of base64 are taken and no more, of every kind: github.com/stdapi-ai/stdapi.ai, stdapi/models/chat.
  const inline = 18_750_000;

  const nova: Row = {
    like: textModel,
    but: {
      family: 'nova',
      inputs: {
        image: { ...images, s3: true, maxBytes: inline },
        document: { s3: true, maxBytesOf: { pdf: inline, docx: inline } },
        video: { ...videos, maxBytes: inline },
      },
      toolUse: {
        ...toolUse,
        choices: { auto: true, any: true, tool: true },
        strict: false,
        // Measured: https://github.com/pydantic/pydantic-ai/pull/6254
        results: {
          ...toolUse.results,
          image: true,
          document: ['csv', 'txt'],
          video: false,
          searchResult: false,
        },
        errorStatus: true,
        mixedTurns: true,
        // With a hyphen in its name Nova fails to call a tool ("Model produced invalid sequence as part of ToolUse"):
        // https://github.com/SEMOSS/Semoss/pull/2892, https://github.com/lastmile-ai/mcp-agent/pull/126
        names: { ...toolUse.names, characters: 'a-zA-Z0-9_' },
        // https://docs.aws.amazon.com/nova/latest/userguide/prompting-tool-troubleshooting.html
        schema: { ...toolUse.schema, otherRootMembers: false },
      },
      sampling: { topK: { path: ['inferenceConfig', 'topK'], min: 0, max: 128 } },
      prefill: true,
      promptCaching: {
        places: ['system', 'messages'],
        minTokens: 1000,
        maxPoints: 4,
        ttls: ['5m'],
        lookBackBlocks: 'unknown',
        maxTokens: 20_000,
        implicit: true,
      },
      // Lite and Micro refuse priority and flex: github.com/stdapi-ai/stdapi.ai, tests/probes/results.
      serviceTiers: ['default', 'priority', 'flex', 'reserved'],
      contextWindow: 300_000,
      maxOutputTokens: 10_000,
      addressing: { profiles: ['us', 'eu', 'apac'] },
    },
  };

  const nova2: Row = {
    like: nova,
    but: {
      systemMessages: 'unknown',
      contextWindow: 1_000_000,
      maxOutputTokens: 65_535,
      toolUse: { systemTools: ['nova_grounding', 'nova_code_interpreter'] },
      prefill: 'unknown',
      // With high effort temperature, topP, topK and maxTokens must be unset:
      // https://docs.aws.amazon.com/nova/latest/nova2-userguide/extended-thinking.html
      reasoning: {
        ...effortReasoning(['reasoningConfig', 'maxReasoningEffort'], ['low', 'medium', 'high']),
        // An effort is required beside `enabled`: https://docs.aws.amazon.com/nova/latest/nova2-userguide/using-converse-api.html
        on: { reasoningConfig: { type: 'enabled', maxReasoningEffort: 'medium' } },
        off: { reasoningConfig: { type: 'disabled' } },
        byDefault: false,
        sampling: { efforts: ['high'], temperature: false, topP: false, topK: false, maxTokens: false },
      },
      addressing: { onDemand: false, profiles: ['us', 'eu', 'jp', 'global'] },
    },
  };

  return {
    rows: {
      'nova-2-lite': nova2,
      'nova-premier': {
        like: nova,
        but: {
          contextWindow: 1_000_000,
          promptCaching: 'unknown',
          addressing: { onDemand: false, profiles: ['us'] },
          lifecycle: {
            status: 'end-of-life',
            legacySince: '2026-03-13',
            endOfLife: '2026-09-14',
            replacement: 'amazon.nova-2-lite-v1:0',
          },
        },
      },
      'nova-pro': { like: nova, but: { optimizedLatency: true } },
      'nova-lite': {
        like: nova,
        but: {
          serviceTiers: ['default', 'reserved'],
          addressing: { profiles: ['us', 'eu', 'apac', 'ca'] },
        },
      },
      'nova-micro': {
        like: nova,
        but: {
          contextWindow: 128_000,
          inputs: { image: false, document: false, video: false },
          toolUse: { results: { image: false, document: false } },
          serviceTiers: ['default', 'reserved'],
        },
      },
    },
    newest: [[/^nova(?!.*(?:embed|canvas|reel|sonic))/, nova2]],
  };
}
