// Documents, search results, and the citations that point into them.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentBlock.html
import type { Enumeration, Structure, Union } from '../shape.ts';
import { S3Location } from './media.ts';
import { boolean, bytes, nonNegativeInteger, string } from './scalars.ts';

export const CitationSourceContent: Union = {
  type: 'union',
  name: 'CitationSourceContent',
  members: { text: string },
};

export const WebLocation: Structure = { type: 'structure', optional: { url: string, domain: string } };

export const DocumentCharLocation: Structure = {
  type: 'structure',
  optional: { documentIndex: nonNegativeInteger, start: nonNegativeInteger, end: nonNegativeInteger },
};

export const DocumentPageLocation: Structure = {
  type: 'structure',
  optional: { documentIndex: nonNegativeInteger, start: nonNegativeInteger, end: nonNegativeInteger },
};

export const DocumentChunkLocation: Structure = {
  type: 'structure',
  optional: { documentIndex: nonNegativeInteger, start: nonNegativeInteger, end: nonNegativeInteger },
};

export const SearchResultLocation: Structure = {
  type: 'structure',
  optional: { searchResultIndex: nonNegativeInteger, start: nonNegativeInteger, end: nonNegativeInteger },
};

export const CitationLocation: Union = {
  type: 'union',
  name: 'CitationLocation',
  members: {
    web: WebLocation,
    documentChar: DocumentCharLocation,
    documentPage: DocumentPageLocation,
    documentChunk: DocumentChunkLocation,
    searchResultLocation: SearchResultLocation,
  },
};

export const Citation: Structure = {
  type: 'structure',
  optional: {
    title: string,
    source: string,
    sourceContent: { type: 'list', member: CitationSourceContent },
    location: CitationLocation,
  },
};

export const CitationGeneratedContent: Union = {
  type: 'union',
  name: 'CitationGeneratedContent',
  members: { text: string },
};

export const CitationsConfig: Structure = { type: 'structure', required: { enabled: boolean } };

export const CitationsContentBlock: Structure = {
  type: 'structure',
  optional: {
    content: { type: 'list', member: CitationGeneratedContent },
    citations: { type: 'list', member: Citation },
  },
};

export const DocumentContentBlock: Union = {
  type: 'union',
  name: 'DocumentContentBlock',
  members: { text: string },
};

export const DocumentSource: Union = {
  type: 'union',
  name: 'DocumentSource',
  members: {
    bytes,
    s3Location: S3Location,
    text: string,
    content: { type: 'list', member: DocumentContentBlock },
  },
};

export const DocumentFormat: Enumeration = {
  type: 'enum',
  values: ['pdf', 'csv', 'doc', 'docx', 'xls', 'xlsx', 'html', 'txt', 'md'],
};

export const DocumentBlock: Structure = {
  type: 'structure',
  required: { name: { type: 'string', min: 1, max: 200 }, source: DocumentSource },
  optional: { format: DocumentFormat, context: string, citations: CitationsConfig },
};

export const SearchResultContentBlock: Structure = { type: 'structure', required: { text: string } };

export const SearchResultBlock: Structure = {
  type: 'structure',
  required: { source: string, title: string, content: { type: 'list', member: SearchResultContentBlock } },
  optional: { citations: CitationsConfig },
};
