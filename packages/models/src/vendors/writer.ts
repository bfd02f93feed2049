/**
 * Writer's Palmyra.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-writer-palmyra.html
 * @module
 */
import { languageModel } from '../base-records.ts';
import { documents, images } from '../media.ts';
import type { Row, VendorTable } from '../row.ts';
import { toolUse } from '../tool-use.ts';

/** Every Palmyra that Bedrock serves. */
export function writer(): VendorTable {
  const x5: Row = {
    like: languageModel,
    but: {
      family: 'palmyra',
      name: 'Palmyra X5',
      inputs: { image: false, document: documents },
      systemMessages: false,
      toolUse: {
        ...toolUse,
        streaming: false,
        results: { ...toolUse.results, image: false, video: false, searchResult: false },
      },
      structuredOutput: { native: false, nativeStreaming: false },
      citations: false,
      contextWindow: 1_000_000,
      maxOutputTokens: 8192,
      addressing: { onDemand: false, profiles: ['us'] },
      lifecycle: { status: 'active' },
    },
  };

  return {
    rows: {
      'palmyra-x5': x5,
      'palmyra-x4': { like: x5, but: { name: 'Palmyra X4', contextWindow: 122_880 } },
      'palmyra-vision-7b': {
        like: x5,
        but: {
          name: 'Palmyra Vision 7B',
          inputs: { image: images, document: 'unknown' },
          toolUse: 'unknown',
          structuredOutput: { native: 'unknown', nativeStreaming: 'unknown' },
          contextWindow: 'unknown',
          maxOutputTokens: 'unknown',
          addressing: { onDemand: true, profiles: [] },
        },
      },
    },
    newest: [[/^palmyra/, x5]],
  };
}
