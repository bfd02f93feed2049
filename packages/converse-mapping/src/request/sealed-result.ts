// The result of a tool that another provider ran, without what no model can read as text: what that provider encrypted for itself alone
// (web search, code execution and advisor of Anthropic: https://platform.claude.com/docs/en/agents-and-tools/tool-use/web-search-tool), and
// files as base64 (pictures of OpenAI, fetched PDFs of Anthropic), of which one takes more tokens than a model reads:
// https://github.com/openai/codex/issues/37194 ("2–8 MB").

import type { JSONValue, LanguageModelV4ToolResultPart } from '@ai-sdk/provider';
import { warn } from '../warnings.ts';
import type { Conversation } from './conversation.ts';
import { mediaTypeBySignature } from './file-signature.ts';

export function withoutSealed(
  part: LanguageModelV4ToolResultPart,
  place: string,
  { warnings }: Conversation,
): LanguageModelV4ToolResultPart {
  const { output } = part;
  if (output.type !== 'json' || (output.value as unknown) === undefined) return part;
  // What JSON.parse gives is JSON, without the members that are left out.
  const value = JSON.parse(JSON.stringify(output.value), (name, member: unknown) => {
    if (typeof member !== 'string' || !(name.startsWith('encrypted') || isFile(member))) return member;
    const message = `What cannot be read as text is left out of the results of tools that ran elsewhere (first "${name}" of ${place}).`;
    warn(warnings, message, 'sealed results');
    return undefined;
  }) as JSONValue;
  return { ...part, output: { ...output, value } };
}

function isFile(base64: string): boolean {
  return /^(?:image|application\/pdf)/.test(mediaTypeBySignature({ base64 }) ?? '');
}
