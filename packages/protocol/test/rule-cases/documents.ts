// Cases of the rules about documents: their names, how many there may be, and how large.
import type { RuleCase } from '../rule-cases.ts';
import { answer, claude, document, nova, text, user } from './blocks.ts';

const tooLarge =
  'The maximum document size is 4.5 MB. Reduce the size of your document and retry your request.';
const name =
  "The document file name can only contain alphanumeric characters, whitespace characters, hyphens, parentheses, and square brackets. The name can't contain more than one consecutive whitespace character. Check that the file name conforms to these restrictions and retry your request.";

/** A document of one byte too many, and of as many as there may be. */
function sized(modelId: string, format: string, most: number, message: string): RuleCase {
  const messages = (length: number) => [user(text, document('d', length, format))];
  return {
    rule: 'document-size',
    operation: 'Converse',
    modelId,
    refused: { messages: messages(most + 1) },
    accepted: { messages: messages(most) },
    path: 'messages[0].content[1].document.source.bytes',
    message,
  };
}

function named(refused: string, accepted: string): RuleCase {
  return {
    rule: 'document-name',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [user(document(refused), text)] },
    accepted: { messages: [user(document(accepted), text)] },
    path: 'messages[0].content[0].document.name',
    message: name,
  };
}

export const documentCases: readonly RuleCase[] = [
  named('report.pdf', 'report pdf'),
  named('a  b', 'a b'),
  named('a\u3000b', 'a b'),
  named('a\tb', 'a b'),
  named('r\u00e9sum\u00e9', 'resume (2) [final] - copy'),
  named('a+b', 'a_b__c'),
  {
    rule: 'document-name-unique',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [user(document('a'), text), answer, user(document('a'), text)] },
    accepted: { messages: [user(document('a'), text), answer, user(document('b'), text)] },
    path: 'messages[2].content[0].document.name',
    message: "Messages can't contain duplicate document names. Rename the document and retry your request.",
  },
  {
    rule: 'document-count',
    operation: 'Converse',
    modelId: nova,
    refused: {
      messages: [
        user(text, document('d'), document('e'), document('f')),
        answer,
        user(text, document('g'), document('h'), document('i')),
      ],
    },
    accepted: {
      messages: [
        user(text, document('d'), document('e'), document('f')),
        answer,
        user(text, document('g'), document('h')),
      ],
    },
    path: 'messages',
    message:
      "You can't include more than 5 documents in a request. Reduce the number of documents and retry your request.",
  },
  sized(nova, 'csv', 4_718_592, tooLarge),
  sized(claude, 'docx', 4_718_592, tooLarge),
  sized(
    claude,
    'pdf',
    23_999_001,
    'The document at messages.0.content.1.document exceeds the maximum size: 23999002 bytes > 23999001 bytes.',
  ),
  sized(
    nova,
    'docx',
    18_750_000,
    'The document at messages.0.content.1.document exceeds the maximum size: 18750001 bytes > 18750000 bytes.',
  ),
  {
    rule: 'document-supported',
    operation: 'Converse',
    modelId: nova,
    capabilities: { 'inputs.document.formats': ['pdf'] },
    refused: { messages: [user(text, document('d'), document('e', 8, 'csv'))] },
    accepted: { messages: [user(text, document('d'), document('e'))] },
    path: 'messages[0].content[2].document',
    message:
      "This model doesn't support the document content block that you provided. Update the content block and try again.",
  },
  {
    rule: 'document-supported',
    operation: 'Converse',
    modelId: 'amazon.nova-micro-v1:0',
    refused: { messages: [user(text, document('d'))] },
    accepted: { messages: [user(text)] },
    path: 'messages[0].content[1].document',
    message: "This model doesn't support documents.",
  },
];
