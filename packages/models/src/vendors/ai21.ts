/**
 * AI21 Labs' Jamba.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-jamba.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle-legacy.html
 * @module
 */
import { languageModel } from '../base-records.ts';
import { documents } from '../media.ts';
import type { Row, VendorTable } from '../row.ts';
import { toolUse } from '../tool-use.ts';

/** Every Jamba that Bedrock serves. */
export function ai21(): VendorTable {
  const jamba: Row = {
    like: languageModel,
    but: {
      family: 'jamba',
      name: 'Jamba 1.5 Large',
      inputs: { image: false, document: documents },
      systemMessages: false,
      toolUse: {
        ...toolUse,
        choices: { auto: true, any: false, tool: false },
        strict: false,
        results: { ...toolUse.results, image: false, video: false, searchResult: false },
      },
      structuredOutput: { native: false, nativeStreaming: false },
      reasoning: { kind: 'none' },
      sampling: { topK: false },
      citations: false,
      contextWindow: 256_000,
      maxOutputTokens: 4096,
      addressing: { onDemand: true, profiles: [] },
      lifecycle: { status: 'legacy', legacySince: '2026-05-26', endOfLife: '2026-11-26' },
    },
  };

  return {
    rows: {
      'jamba-1-5-large': jamba,
      'jamba-1-5-mini': { like: jamba, but: { name: 'Jamba 1.5 Mini' } },
    },
    newest: [[/^jamba/, jamba]],
  };
}
