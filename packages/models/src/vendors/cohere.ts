/**
 * Cohere: Command, Embed, Rerank.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere.html
 * @module
 */
import { languageModel } from '../base-records.ts';
import { documents } from '../media.ts';
import { join, type Row, type VendorTable } from '../row.ts';
import { toolUse } from '../tool-use.ts';
import { cohereEmbeddings } from './cohere-embeddings.ts';
import { cohereRerank } from './cohere-rerank.ts';

/** Every model of Cohere's that Bedrock serves or served. */
export function cohere(): VendorTable {
  const command: Row = {
    like: languageModel,
    but: {
      family: 'command',
      name: 'Command',
      inputs: { image: false, document: documents },
      system: false,
      systemMessages: false,
      toolUse: false,
      structuredOutput: { native: false, nativeStreaming: false },
      reasoning: { kind: 'none' },
      sampling: { topK: { path: ['k'], min: 0, max: 500 } },
      citations: false,
      guardrails: true,
      contextWindow: 4000,
      maxOutputTokens: 4000,
      addressing: { onDemand: true, profiles: [] },
      lifecycle: {
        status: 'end-of-life',
        legacySince: '2024-10-04',
        endOfLife: '2025-08-12',
      },
    },
  };

  const commandR: Row = {
    like: command,
    but: {
      name: 'Command R',
      system: true,
      toolUse: {
        ...toolUse,
        choices: { auto: true, any: false, tool: false },
        strict: false,
        results: { ...toolUse.results, image: false, video: false, searchResult: false },
      },
      guardrails: false,
      contextWindow: 128_000,
      lifecycle: { legacySince: '2026-02-19', endOfLife: '2026-08-19' },
    },
  };

  return join(cohereEmbeddings(), cohereRerank(), {
    rows: {
      'command-r-plus': { like: commandR, but: { name: 'Command R+' } },
      'command-r': commandR,
      'command-light-text-v14': {
        like: command,
        but: { name: 'Command Light', inputs: { document: false } },
      },
      'command-text-v14': command,
    },
    newest: [[/^command/, commandR]],
  });
}
