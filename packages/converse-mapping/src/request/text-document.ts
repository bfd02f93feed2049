// A document of text in words, for the models that take no documents ("This model doesn't support documents."): most open-weight ones.
// https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html

import { convertBase64ToUint8Array } from '@ai-sdk/provider-utils';
import type { Blob, DocumentBlock } from '@bedrock-kit/protocol';
import { changed } from '../warnings.ts';
import type { Conversation } from './conversation.ts';
import { wellFormed } from './well-formed.ts';

/** Formats whose bytes are what a reader reads. */
const IN_WORDS: readonly unknown[] = [
  'txt',
  'md',
  'csv',
  'html',
] satisfies readonly DocumentBlock['format'][];

/**
 * @param heading what the text is: its file's name, and what the caller says of it.
 * @returns undefined where the model may take documents, and of a document that is more than text.
 */
export function documentInWords(
  format: string,
  bytes: Blob | undefined,
  heading: readonly (string | undefined)[],
  conversation: Conversation,
): { text: string } | undefined {
  if (conversation.capabilities.inputs.document !== false || !bytes || !IN_WORDS.includes(format))
    return undefined;
  const text = decoded(bytes);
  if (text === undefined) return undefined;
  changed(conversation, 'documents', ' takes no documents, so those of text are sent as text.');
  const lines = [...heading.filter(Boolean), text];
  return { text: wellFormed(lines.join('\n'), conversation) };
}

/** Undefined for what is no base64, which the check refuses as the document that it is. */
function decoded(bytes: Blob): string | undefined {
  try {
    return new TextDecoder().decode(
      bytes instanceof Uint8Array ? bytes : convertBase64ToUint8Array(bytes.base64),
    );
  } catch {
    return undefined;
  }
}
