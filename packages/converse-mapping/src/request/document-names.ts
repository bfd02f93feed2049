// A legal, readable name for every document, unique in the request. Names are given in the order of the conversation, so that a
// document keeps its name while the conversation grows, and with it the cached prefix.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentBlock.html

import { distinctTexts } from './tool-names.ts';
import { transliterate } from './transliteration.ts';

/** DocumentBlock.name of the service model. */
const MAX_LENGTH = 200;

/** `report v1.2.pdf` → `report v1-2`; a name without a usable character → `document-1`. */
export type DocumentNamer = (filename: string | undefined) => string;

export function documentNamer(): DocumentNamer {
  const distinct = distinctTexts(MAX_LENGTH);
  return (filename = '') => {
    const wanted = legalName(filename);
    return wanted === ''
      ? distinct(wanted, (copy) => `document-${copy}`, 1)
      : distinct(wanted, (copy) => `-${copy}`);
  };
}

/**
 * Alphanumerics, single spaces, hyphens, parentheses and square brackets, as the API reference lists them, and underscores, which Bedrock
 * takes as well: https://github.com/aws-samples/generative-ai-use-cases/issues/1671
 */
function legalName(filename: string): string {
  const base = filename.replace(/^.*[/\\](?=.)/s, '').replace(/\.[A-Za-z0-9]{1,5}$/, '');
  return (
    transliterate(base)
      // Apostrophes belong to their word; other separators keep words apart.
      .replace(/['’‘`]/g, '')
      .replace(/[.,;:+&/\\]+/g, '-')
      .replace(/[^A-Za-z0-9_\s()[\]-]/g, '')
      .replace(/\s+/g, ' ')
      .replace(/-{2,}/g, '-')
      // Without the lookbehind, a long run that does not end the name would be tried from each of its characters.
      .replace(/^[\s_-]+|(?<![\s_-])[\s_-]+$/g, '')
      .slice(0, MAX_LENGTH)
      .trimEnd()
  );
}
