// Stream parts gathered into the content of a whole answer, in the order in which their blocks began.

import type { LanguageModelV4Content, SharedV4ProviderMetadata } from '@ai-sdk/provider';
import { without } from '../record.ts';
import type { Part } from './answer.ts';

interface Spoken {
  type: 'text' | 'reasoning';
  text: string;
  citations?: Extract<Part, { type: 'text-end' }>['citations'];
  providerMetadata?: SharedV4ProviderMetadata;
}

export function collectContent(parts: readonly Part[]): LanguageModelV4Content[] {
  const content: LanguageModelV4Content[] = [];
  const open = new Map<string, Spoken>();
  for (const part of parts) {
    switch (part.type) {
      case 'text-start':
      case 'reasoning-start': {
        const spoken: Spoken = { type: part.type === 'text-start' ? 'text' : 'reasoning', text: '' };
        open.set(part.id, spoken);
        // It gets its citations and metadata, which text and reasoning both allow, when the block ends.
        content.push(spoken as LanguageModelV4Content);
        break;
      }
      case 'text-delta':
      case 'reasoning-delta': {
        const spoken = open.get(part.id);
        if (spoken) spoken.text += part.delta;
        break;
      }
      case 'text-end':
      case 'reasoning-end': {
        Object.assign(open.get(part.id) ?? {}, without(part, 'id', 'type'));
        break;
      }
      case 'tool-call':
      case 'tool-result':
      case 'source':
      case 'file':
      case 'custom':
        content.push(part);
        break;
    }
  }
  return content;
}
