// How much the schemas of one request may ask of constrained decoding.
// https://platform.claude.com/docs/en/build-with-claude/structured-outputs#schema-complexity-limits
import type { JsonObject } from '../../values.ts';

/** Something that costs: how much of it there is, how much may be, and what Claude's API says of more. */
type Demand = readonly [count: number, max: number, message: string];

/** What a request with so many strict tools asks for; `schemas` are all of its schemas, those within them included. */
export function demandsOf(strictTools: number, schemas: readonly JsonObject[]): Demand[] {
  const optional = schemas.flatMap(({ properties, required }) => {
    const needed = new Set(Array.isArray(required) ? required : []);
    return Object.keys(properties ?? {}).filter((name) => !needed.has(name));
  }).length;
  const unions = schemas.filter(({ anyOf, type }) => anyOf !== undefined || Array.isArray(type)).length;
  return [
    // https://github.com/pydantic/pydantic-ai/issues/5579
    [
      strictTools,
      20,
      `Too many strict tools (${strictTools}). The maximum number of strict tools supported is 20.`,
    ],
    // https://github.com/strands-agents/harness-sdk/issues/2664, https://github.com/elie222/inbox-zero/issues/2323
    [
      optional,
      24,
      `Schemas contains too many optional parameters (${optional}), which would make grammar compilation inefficient. Reduce the number of optional parameters in your tool schemas (limit: 24).`,
    ],
    // https://github.com/langchain-ai/langchain-aws/pull/1114
    [
      unions,
      16,
      `Schemas contains too many parameters with union types (${unions} parameters with type arrays or anyOf). This causes exponential compilation cost. Reduce the number of nullable or union-typed parameters (limit: 16 parameters with unions).`,
    ],
  ];
}
