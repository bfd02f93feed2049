// Cases of the rules about citations and search results.
import type { RuleCase } from '../rule-cases.ts';
import { assistant, claude, hello, nova, s3, text, user } from './blocks.ts';

const found = { source: 'x', title: 'x', content: [{ text: 'x' }] };
const bytes = { bytes: new Uint8Array(8) };

/** A document inside of a tool's result. */
function result(more: object): object {
  const document = { name: 'd', format: 'pdf', source: bytes, ...more };
  return {
    messages: [
      hello,
      assistant({ toolUse: { toolUseId: 'a', name: 'x', input: {} } }),
      user({ toolResult: { toolUseId: 'a', content: [{ document }] } }),
    ],
    toolConfig: { tools: [{ toolSpec: { name: 'x', inputSchema: { json: { type: 'object' } } } }] },
  };
}

export const citationCases: readonly RuleCase[] = [
  {
    rule: 'citations-supported',
    operation: 'Converse',
    modelId: nova,
    refused: {
      messages: [user({ document: { name: 'd', source: s3, citations: { enabled: true } } }, text)],
    },
    accepted: {
      messages: [user({ document: { name: 'd', source: s3, citations: { enabled: false } } }, text)],
    },
    path: 'messages[0].content[0].document.citations',
    message: "This model doesn't support the citations field. Remove citations and try again.",
  },
  {
    rule: 'citations-supported',
    operation: 'Converse',
    modelId: claude,
    capabilities: { citations: false },
    refused: { messages: [user({ searchResult: { ...found, citations: { enabled: true } } }, text)] },
    accepted: { messages: [user({ searchResult: { ...found, citations: { enabled: false } } }, text)] },
    path: 'messages[0].content[0].searchResult.citations',
    message: "This model doesn't support the citations field. Remove citations and try again.",
  },
  {
    rule: 'search-result-supported',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [user({ searchResult: found }, text)] },
    accepted: { messages: [user({ searchResult: found }, text)] },
    acceptedModelId: claude,
    path: 'messages[0].content[0].searchResult',
    message:
      "This model doesn't support the searchResult content block that you provided. Update the content block and try again.",
  },
  {
    rule: 'citations-format',
    operation: 'Converse',
    modelId: claude,
    refused: {
      messages: [
        user({ document: { name: 'd', format: 'docx', source: bytes, citations: { enabled: true } } }, text),
      ],
    },
    accepted: {
      messages: [
        user({ document: { name: 'd', format: 'pdf', source: bytes, citations: { enabled: true } } }, text),
      ],
    },
    path: 'messages[0].content[0].document.format',
    message:
      'Unsupported document format. Only txt and pdf formats are supported when citations are enabled.',
  },
  {
    rule: 'citations-text-source',
    operation: 'Converse',
    modelId: claude,
    refused: {
      messages: [
        user(text, { document: { name: 'd', format: 'txt', source: bytes, citations: { enabled: true } } }),
      ],
    },
    accepted: {
      messages: [
        user(text, {
          document: { name: 'd', format: 'txt', source: { text: 'x' }, citations: { enabled: true } },
        }),
      ],
    },
    path: 'messages[0].content[1].document.source.bytes',
    message:
      'The model returned the following errors: messages.0.content.1.source.bytes: The document source bytes could not be parsed as the specified format. If using a text-based format, try source.text instead of source.bytes.',
  },
  {
    rule: 'citations-in-result',
    operation: 'Converse',
    modelId: claude,
    refused: result({ format: 'txt', citations: { enabled: true } }),
    accepted: result({ format: 'txt', citations: { enabled: false } }),
    path: 'messages[2].content[0].toolResult.content[0].document.citations',
    message: 'Citations are not supported in tool result documents.',
  },
  {
    rule: 'document-source-cited',
    operation: 'Converse',
    modelId: claude,
    refused: { messages: [user({ document: { name: 'd', source: { text: 'x' } } }, text)] },
    accepted: {
      messages: [
        user({ document: { name: 'd', source: { text: 'x' }, citations: { enabled: true } } }, text),
      ],
    },
    path: 'messages[0].content[0].document.source.text',
    message:
      'DocumentSource object at messages.0.content.0.document.source must set one of the following keys: bytes, s3Location.',
  },
];
