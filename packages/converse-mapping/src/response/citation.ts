// A citation as a source part: what was cited, where it stands, and the words themselves.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Citation.html

import type { JSONObject, LanguageModelV4Source } from '@ai-sdk/provider';
import { isRecord, numberOf, stringOf, type UnknownRecord } from '../record.ts';
import { type Answer, bedrockMetadata } from './answer.ts';

export interface ReadCitation {
  readonly source: LanguageModelV4Source;
  readonly citedText: string | undefined;
  /** As it came, to be sent back in a later turn. */
  readonly wire: JSONObject;
}

export function readCitation(citation: UnknownRecord, answer: Answer): ReadCitation {
  const citedText = citedTextOf(citation['sourceContent']);
  // It came out of JSON.parse, which TypeScript cannot know.
  const wire = citation as JSONObject;
  return { source: sourceOf(citation, wire, answer), citedText, wire };
}

function sourceOf(citation: UnknownRecord, wire: JSONObject, answer: Answer): LanguageModelV4Source {
  const location = isRecord(citation['location']) ? citation['location'] : {};
  const web = isRecord(location['web']) ? location['web'] : undefined;
  const title = stringOf(citation['title']);
  const named = stringOf(citation['source']);
  const url = web === undefined ? webAddress(named) : (stringOf(web['url']) ?? webAddress(named));
  const id = answer.nextSourceId();
  const providerMetadata = bedrockMetadata({ citation: wire });
  if (url !== undefined) {
    return { type: 'source', sourceType: 'url', id, url, ...(title && { title }), providerMetadata };
  }
  const document = answer.context.documents[documentIndexOf(location) ?? -1];
  return {
    type: 'source',
    sourceType: 'document',
    id,
    mediaType: document?.mediaType ?? 'text/plain',
    title: title ?? document?.name ?? named ?? 'document',
    ...(document?.filename !== undefined && { filename: document.filename }),
    providerMetadata,
  };
}

const DOCUMENT_LOCATIONS = ['documentChar', 'documentPage', 'documentChunk'];

function documentIndexOf(location: UnknownRecord): number | undefined {
  for (const kind of DOCUMENT_LOCATIONS) {
    const place = location[kind];
    if (isRecord(place)) return numberOf(place['documentIndex']);
  }
  return undefined;
}

function webAddress(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:\/\//i.test(text) ? text : undefined;
}

function citedTextOf(content: unknown): string | undefined {
  if (!Array.isArray(content)) return undefined;
  const text = content.map((item) => (isRecord(item) ? (stringOf(item['text']) ?? '') : '')).join('');
  return text === '' ? undefined : text;
}
