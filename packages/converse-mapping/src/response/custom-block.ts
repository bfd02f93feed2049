// A block of a kind that this version does not know: handed on as it came, so that nothing of an answer is lost
// and a later turn can send it back.

import type { JSONObject } from '@ai-sdk/provider';
import type { UnknownRecord } from '../record.ts';
import { bedrockMetadata, type OpenBlock } from './answer.ts';

export function customBlock(received: UnknownRecord): OpenBlock {
  return {
    take: () => false,
    close(out) {
      const [kind] = Object.keys(received);
      if (kind === undefined) return;
      // It came out of JSON.parse, which TypeScript cannot know.
      const block = received as JSONObject;
      out.push({ type: 'custom', kind: `bedrock.${kind}`, ...bedrockMetadata({ block }) });
    },
  };
}
