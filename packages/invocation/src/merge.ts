// Lays the caller's own members over a body, so that what a package does not know can still be sent.
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html
import type { JSONObject, JSONValue } from '@ai-sdk/provider';

/** Merges `over` into a copy of `body`: objects member by member; anything else but `undefined` replaces what was there. */
export function merged(body: JSONObject, over: JSONObject | undefined): JSONObject {
  if (over === undefined) return body;
  const result: Record<string, JSONValue | undefined> = { ...body };
  for (const [name, value] of Object.entries(over)) {
    if (value === undefined) continue;
    const below = Object.hasOwn(result, name) ? result[name] : undefined;
    result[name] = isObject(below) && isObject(value) ? merged(below, value) : value;
  }
  return result;
}

function isObject(value: JSONValue | undefined): value is JSONObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
