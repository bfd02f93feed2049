// A citation as a source part: what was cited, where it stands, and the words themselves.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Citation.html

import type { JSONObject, LanguageModelV4Source } from '@ai-sdk/provider';
import type { MappingContext } from '../context.ts';
import {
  isRecord,
  itemsOf,
  numberOf,
  recordOf,
  stringOf,
  textOf,
  type UnknownRecord,
  withoutUndefined,
} from '../record.ts';
import { bedrockMetadata } from './answer.ts';

export interface ReadCitation {
  readonly source: LanguageModelV4Source;
  readonly citedText: string | undefined;
  /** As it came, to be sent back in a later turn. */
  readonly wire: JSONObject;
}

export function readCitation(given: UnknownRecord, context: MappingContext): ReadCitation {
  // It came out of JSON.parse, which TypeScript cannot know.
  const citation = given as JSONObject;
  return {
    source: sourceOf(citation, context),
    citedText: joinedTexts(citation['sourceContent']) || undefined,
    wire: citation,
  };
}

/** The texts of a list of blocks as one. */
export function joinedTexts(blocks: unknown): string {
  return itemsOf(blocks)
    .map((block) => textOf(recordOf(block)['text']))
    .join('');
}

function sourceOf(citation: JSONObject, context: MappingContext): LanguageModelV4Source {
  const location = recordOf(citation['location']);
  const title = stringOf(citation['title']);
  const named = stringOf(citation['source']);
  const address = named !== undefined && /^https?:\/\//i.test(named) ? named : undefined;
  const url = stringOf(recordOf(location['web'])['url']) ?? address;
  const id = context.generateId();
  const metadata = bedrockMetadata({ citation });
  if (url !== undefined) {
    return { type: 'source', sourceType: 'url', id, url, ...(title && { title }), ...metadata };
  }
  const { documentChar, documentPage, documentChunk } = location;
  const place = [documentChar, documentPage, documentChunk].find(isRecord);
  const document = context.documents[numberOf(place?.['documentIndex']) ?? -1];
  return {
    type: 'source',
    sourceType: 'document',
    id,
    mediaType: document?.mediaType ?? 'text/plain',
    title: title ?? document?.name ?? named ?? 'document',
    ...withoutUndefined({ filename: document?.filename }),
    ...metadata,
  };
}
