/**
 * Cohere Command.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere.html
 * @module
 */
import { textModel } from '../base-records.ts';
import type { Row, VendorTable } from '../row.ts';
import { freeTextTools } from '../tool-use.ts';

/** Every Command that Bedrock serves or served. */
export function cohereCommand(): VendorTable {
  const command: Row = {
    like: textModel,
    but: {
      family: 'command',
      name: 'Command',
      system: false,
      sampling: { topK: { path: ['k'], min: 0, max: 500 } },
      contextWindow: 4000,
      maxOutputTokens: 4000,
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
      system: true,
      toolUse: freeTextTools,
      guardrails: false,
      contextWindow: 128_000,
      lifecycle: { legacySince: '2026-02-19', endOfLife: '2026-08-19' },
    },
  };

  return {
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
  };
}
