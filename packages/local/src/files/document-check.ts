/**
 * What Bedrock finds out about a document's bytes before a model sees them: that they are a picture, or plain text under the name of a
 * binary format. Other bytes pass, so that a test needs no real documents.
 *
 * https://github.com/strands-agents/harness-sdk/issues/1823; seen of Converse: a text said to be a PDF, a PNG said to be a document.
 */
import type { ContentBlock, ConverseRequest, DocumentBlock } from '@bedrock-kit/protocol';
import { bytesOf } from '../bytes.ts';
import { validationError } from '../service-error.ts';
import { imageSize } from './image-size.ts';

/** The formats whose files are never plain text. */
const binary: readonly unknown[] = ['pdf', 'doc', 'docx', 'xls', 'xlsx'];

/** @throws {ServiceError} `ValidationException` for the first document that is not what it is said to be */
export function checkDocuments({ messages = [] }: ConverseRequest): void {
  for (const { format, source } of messages.flatMap(({ content }) => documentsIn(content))) {
    const bytes = 'bytes' in source ? bytesOf(source.bytes) : new Uint8Array(0);
    const image = imageSize(bytes)?.format;
    if (image !== undefined)
      throw validationError(
        `Unsupported MIME type: image/${image}. Retry your request with a supported file type: xlsx, txt, pdf, csv, md, doc, html, xls, docx`,
      );
    if (binary.includes(format) && isPlainText(bytes))
      throw validationError(
        `The detected filetype is PLAIN_TEXT, but the provided filetype was ${String(format).toUpperCase()}.`,
      );
  }
}

/** Whether bytes are nothing but text that begins with a letter or a digit, unlike formats that begin with a mark of their own. */
export function isPlainText(bytes: Uint8Array): boolean {
  const words = new TextDecoder().decode(bytes);
  // eslint-disable-next-line no-control-regex -- what no text has
  return /^\s*[\p{L}\p{N}]/u.test(words) && !/[\0-\x08\x0e-\x1f\x7f\ufffd]/.test(words);
}

function documentsIn(content: readonly object[]): DocumentBlock[] {
  return (content as readonly ContentBlock[]).flatMap((block) => {
    if ('toolResult' in block) return documentsIn(block.toolResult.content);
    return 'document' in block ? [block.document] : [];
  });
}
