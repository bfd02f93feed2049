/**
 * What Claude refuses of PDFs that it looks at page by page: too many pages in one request. Converse makes plain text of a PDF unless it is
 * to be cited. Bytes that are no PDF pass, so that a test needs no real ones.
 *
 * https://platform.claude.com/docs/en/build-with-claude/pdf-support
 */
import type { ModelCapabilities } from '@bedrock-kit/models';
import type { ContentBlock, ConverseRequest, DocumentBlock } from '@bedrock-kit/protocol';
import { bytesOf } from '../bytes.ts';
import { frame } from '../native/model-refusals.ts';
import { validationError } from '../service-error.ts';
import { pdfPages } from './pdf-pages.ts';

/** @throws {ServiceError} `ValidationException` for the PDF with the first page that is too many */
export async function checkPdfs(
  { messages = [] }: ConverseRequest,
  { contextWindow, vendor }: ModelCapabilities,
  form: 'converse' | 'native',
): Promise<void> {
  if (vendor !== 'anthropic') return;
  const most = contextWindow === 'unknown' || contextWindow >= 1_000_000 ? 600 : 100;
  let pages = 0;
  for (const [place, { citations, source }] of messages.flatMap(({ content }, index) =>
    documentsIn(content, `messages.${index}`),
  )) {
    if (!('bytes' in source) || (form === 'converse' && citations?.enabled !== true)) continue;
    pages += (await pdfPages(bytesOf(source.bytes))) ?? 0;
    if (pages > most)
      throw validationError(
        `${frame}${place}.pdf.source.base64.data: A maximum of ${most} PDF pages may be provided.`,
      );
  }
}

function documentsIn(content: readonly object[], place: string): [place: string, document: DocumentBlock][] {
  return (content as readonly ContentBlock[]).flatMap((block, index) => {
    const at = `${place}.content.${index}`;
    if ('toolResult' in block) return documentsIn(block.toolResult.content, `${at}.tool_result`);
    return 'document' in block ? [[at, block.document]] : [];
  });
}
