// The types of src/shapes/document.ts, rendered from that table by scripts/write-types.ts; not edited by hand.
import type { BlobValue } from '../values.ts';
import type { S3Location } from './media.ts';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Citation.html */
export interface Citation {
  title?: string | undefined;
  source?: string | undefined;
  sourceContent?: CitationSourceContent[] | undefined;
  location?: CitationLocation | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CitationGeneratedContent.html */
export type CitationGeneratedContent = { text: string };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CitationLocation.html */
export type CitationLocation =
  | { web: WebLocation }
  | { documentChar: DocumentCharLocation }
  | { documentPage: DocumentPageLocation }
  | { documentChunk: DocumentChunkLocation }
  | { searchResultLocation: SearchResultLocation };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CitationSourceContent.html */
export type CitationSourceContent = { text: string };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CitationsConfig.html */
export interface CitationsConfig {
  enabled: boolean;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CitationsContentBlock.html */
export interface CitationsContentBlock {
  content?: CitationGeneratedContent[] | undefined;
  citations?: Citation[] | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentBlock.html */
export interface DocumentBlock {
  /** ASCII letters and digits, single white space, hyphens, parentheses and square brackets; unique in the request. 1 to 200 characters. */
  name: string;
  source: DocumentSource;
  /** `pdf`, `csv`, `doc`, `docx`, `xls`, `xlsx`, `html`, `txt` or `md`. */
  format?: DocumentFormat | undefined;
  /** What the model is told about the document; it is not cited. */
  context?: string | undefined;
  citations?: CitationsConfig | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentCharLocation.html */
export interface DocumentCharLocation {
  /** Counted from 0. An integer. */
  documentIndex?: number | undefined;
  /** An integer. */
  start?: number | undefined;
  /** An integer. */
  end?: number | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentChunkLocation.html */
export interface DocumentChunkLocation {
  /** Counted from 0. An integer. */
  documentIndex?: number | undefined;
  /** An integer. */
  start?: number | undefined;
  /** An integer. */
  end?: number | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentContentBlock.html */
export type DocumentContentBlock = { text: string };

export type DocumentFormat = 'pdf' | 'csv' | 'doc' | 'docx' | 'xls' | 'xlsx' | 'html' | 'txt' | 'md';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentPageLocation.html */
export interface DocumentPageLocation {
  /** Counted from 0. An integer. */
  documentIndex?: number | undefined;
  /** An integer. */
  start?: number | undefined;
  /** An integer. */
  end?: number | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentSource.html */
export type DocumentSource =
  | { bytes: BlobValue }
  | { s3Location: S3Location }
  | { text: string }
  | { content: DocumentContentBlock[] };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_SearchResultBlock.html */
export interface SearchResultBlock {
  source: string;
  title: string;
  content: SearchResultContentBlock[];
  citations?: CitationsConfig | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_SearchResultContentBlock.html */
export interface SearchResultContentBlock {
  text: string;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_SearchResultLocation.html */
export interface SearchResultLocation {
  /** Counted from 0. An integer. */
  searchResultIndex?: number | undefined;
  /** An integer. */
  start?: number | undefined;
  /** An integer. */
  end?: number | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_WebLocation.html */
export interface WebLocation {
  url?: string | undefined;
  domain?: string | undefined;
}
