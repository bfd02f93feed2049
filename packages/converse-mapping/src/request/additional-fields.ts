// The model-specific fields of a request, and members of it by name: what the mapping adds, under what the caller wrote.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html

import type { JSONObject } from '@ai-sdk/provider';
import { isRecord, itemsOf, type UnknownRecord } from '../record.ts';

/** Lists that are joined; any other list of the caller replaces the one under it. */
const JOINED = ['anthropic_beta', 'tools'];

/**
 * Objects are merged member by member; where both say something, the caller's word counts. Thinking of another type replaces what is there,
 * and so does a choice of a tool.
 */
export function mergeFields(added: UnknownRecord, given: UnknownRecord): JSONObject {
  const merged: { [key: string]: unknown } = { ...added };
  for (const [key, value] of Object.entries(given)) {
    const under = merged[key];
    if (isRecord(under) && isRecord(value) && !isReplaced(key, under, value))
      merged[key] = mergeFields(under, value);
    else if (JOINED.includes(key) && Array.isArray(under) && Array.isArray(value)) {
      merged[key] = [...new Set([...itemsOf(under), ...itemsOf(value)])];
    } else if (value !== undefined) merged[key] = value;
  }
  // Both sides are JSON: one is written here, the other is checked as JSON by the options.
  return merged as JSONObject;
}

function isReplaced(key: string, { type }: UnknownRecord, { type: other = type }: UnknownRecord): boolean {
  // A union, of which one member may be set: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolChoice.html
  if (key === 'toolChoice') return true;
  // A budget beside `disabled` or `adaptive` is refused: https://github.com/mnfst/llm-gateway/pull/2552
  return key === 'thinking' && type !== undefined && type !== other;
}

/** `['thinking', 'budget_tokens'], 2000` → `{ thinking: { budget_tokens: 2000 } }`. */
export function fieldAt(path: readonly string[], value: unknown): UnknownRecord {
  // A path has one name at least, so that the outermost value is an object.
  return path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as UnknownRecord;
}

export function valueAt(fields: UnknownRecord, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), fields);
}
