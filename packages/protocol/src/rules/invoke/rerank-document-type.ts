// A source of Rerank holds the kind of document that its type names.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_RerankDocument.html
import type { RerankRequest } from '../../types/rerank.ts';
import type { Rule } from '../rule.ts';

export const rerankDocumentType: Rule<RerankRequest> = {
  id: 'rerank-document-type',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_RerankDocument.html',
  check(request, refuse) {
    request.sources.forEach(({ inlineDocumentSource: document }, index) => {
      const member = document.type === 'JSON' ? 'jsonDocument' : 'textDocument';
      const value = document[member];
      if (value !== undefined && value !== null) return;
      refuse(
        `sources[${index}].inlineDocumentSource.${member}`,
        `The document at sources.${index} has the type ${document.type}. Add ${member} and try again.`,
      );
    });
  },
};
