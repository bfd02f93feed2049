// Tools as a call declares them: functions of the caller, and tools of a provider.
import type { LanguageModelV4FunctionTool } from '@ai-sdk/provider';
import type { Call } from '../messages.ts';

type Provider = Extract<NonNullable<Call['tools']>[number], { type: 'provider' }>;

/** The schema of a tool that takes nothing. */
export const empty = { json: { type: 'object', properties: {} } };

export function tool(
  name: string,
  more: Partial<LanguageModelV4FunctionTool> = {},
): LanguageModelV4FunctionTool {
  return { type: 'function', name, inputSchema: { type: 'object' }, ...more };
}

export function own(id: Provider['id'], name: string, args: Record<string, unknown> = {}): Provider {
  return { type: 'provider', id, name, args };
}
