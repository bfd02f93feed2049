/**
 * A value that satisfies a JSON schema, filled from a text where the text says something fitting.
 *
 * Covers the subset that Bedrock documents for structured output, and the usual bounds beyond it.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html
 */
import type { Json, JsonObject } from '@bedrock-kit/protocol';
import { isList, isObject } from '../json.ts';
import {
  asObject,
  integerOf,
  listOf,
  lowerBound,
  merge,
  numberOf,
  pointer,
  requiredOf,
  textOf,
  typeOf,
  upperBound,
} from './json-schema.ts';
import { TextFacts } from './text-facts.ts';
import { textOfFormat } from './text-formats.ts';

/** How deep a schema may refer to itself before optional branches are left out and lists stay empty. */
const deepest = 8;

/**
 * The most values, and the longest text, that are made. A schema of a few lines can ask for a list of a billion, or for 2^40 values: by
 * types each of which holds the next one twice.
 */
const most = 100_000;

/** How deep a value may be, and how many types a type may be put together of: a type that is made of itself alone has no end. */
const bottom = 256;

/** A value for `schema`. The same schema and text always give the same value. */
export function schemaValue(schema: Json | undefined, text: string): Json {
  return new Generator(schema, text).value(schema, '', 0);
}

class Generator {
  readonly #root: Json | undefined;
  readonly #facts: TextFacts;
  /** How many values may still be made. Behind them, every value is `null`. */
  #left = most;
  /** The branch that ends soonest, by the branches. */
  readonly #soonest = new Map<readonly Json[], Json | undefined>();

  constructor(root: Json | undefined, text: string) {
    this.#root = root;
    this.#facts = new TextFacts(text);
  }

  value(given: Json | undefined, name: string, depth: number): Json {
    this.#left -= 1;
    if (this.#left < 0 || depth > bottom) return null;
    const schema = this.#resolve(given);
    if (schema['const'] !== undefined) return schema['const'];
    if (isList(schema['enum'])) return this.#choice(schema['enum'], name);
    const branches = schema['anyOf'] ?? schema['oneOf'];
    if (isList(branches)) return this.#branch(schema, branches, name, depth);
    switch (typeOf(schema, depth > deepest)) {
      case 'object':
        return this.#object(schema, depth);
      case 'array':
        return this.#array(schema, name, depth);
      case 'integer':
        return this.#number(schema, name, true);
      case 'number':
        return this.#number(schema, name, false);
      case 'boolean':
        return this.#boolean(name);
      case 'null':
        return null;
      default:
        return this.#string(schema, name);
    }
  }

  /** Follows `$ref` inside the document and merges `allOf`. */
  #resolve(given: Json | undefined, above = 0): JsonObject {
    let schema = asObject(given);
    for (let hops = 0; typeof schema['$ref'] === 'string' && hops < 32; hops += 1) {
      const { $ref, ...beside } = schema;
      schema = { ...asObject(pointer(this.#root, $ref)), ...beside };
    }
    const { allOf, ...beside } = schema;
    if (!isList(allOf)) return schema;
    this.#left -= 1;
    if (this.#left < 0 || above > bottom) return beside;
    return allOf.map((part) => this.#resolve(part, above + 1)).reduce(merge, beside);
  }

  #choice(values: readonly Json[], name: string): Json {
    const named = this.#facts.named(name);
    const asked = values.find(
      (value) => named !== undefined && textOf(value).toLowerCase() === named.toLowerCase(),
    );
    const mentioned = values.find(
      (value) => typeof value === 'string' && value !== '' && this.#facts.mentions(value),
    );
    return asked ?? mentioned ?? values[0] ?? null;
  }

  /** The first branch that is not `null`; at great depth the `null` one or that which ends soonest, so that a recursive schema ends. */
  #branch(schema: JsonObject, branches: readonly Json[], name: string, depth: number): Json {
    const beside = { ...schema, anyOf: undefined, oneOf: undefined };
    const isNull = (branch: Json): boolean => asObject(branch)['type'] === 'null';
    const chosen =
      (depth > deepest ? (branches.find(isNull) ?? this.#ending(branches)) : undefined) ??
      branches.find((branch) => !isNull(branch)) ??
      branches[0];
    return this.value(merge(beside, this.#resolve(chosen)), name, depth + 1);
  }

  /** Of branches that need each other, as the operands of an expression do, the first that needs the fewest values within it. */
  #ending(branches: readonly Json[]): Json | undefined {
    for (let levels = 0; levels <= deepest && !this.#soonest.has(branches); levels += 1) {
      const found = branches.find((branch) => this.#ends(branch, levels));
      if (found !== undefined) this.#soonest.set(branches, found);
    }
    return this.#soonest.get(branches);
  }

  /** Whether there is a value of at most so many levels. */
  #ends(given: Json | undefined, levels: number): boolean {
    this.#left -= 1;
    if (levels < 0 || this.#left < 0) return false;
    const schema = this.#resolve(given);
    const { properties, items, prefixItems = items, minItems, enum: values } = schema;
    if (schema['const'] !== undefined || isList(values)) return true;
    const ends = (part: Json | undefined): boolean => this.#ends(part, levels - 1);
    const branches = schema['anyOf'] ?? schema['oneOf'];
    if (isList(branches)) return branches.some(ends);
    const type = typeOf(schema, true);
    if (type === 'object') return requiredOf(schema).every((name) => ends(asObject(properties)[name]));
    if (type !== 'array') return true;
    return (
      listOf(prefixItems).every(ends) && ((integerOf(minItems) ?? 0) === 0 || isList(items) || ends(items))
    );
  }

  #object(schema: JsonObject, depth: number): Json {
    const properties = asObject(schema['properties']);
    const required = new Set(requiredOf(schema));
    const members = new Map<string, Json>();
    for (const [name, property] of Object.entries(properties)) {
      // Optional members are filled where the text names them, so that a plain call stays plain.
      if (required.has(name) || (depth <= deepest && this.#facts.named(name) !== undefined)) {
        members.set(name, this.value(property, name, depth + 1));
      }
    }
    // `z.record(z.enum(…))` is written in this way: the names are required, and one schema describes all of their members.
    const others = schema['additionalProperties'];
    for (const name of required)
      if (!members.has(name)) members.set(name, isObject(others) ? this.value(others, name, depth + 1) : '');
    // Not by assignment: `__proto__` would set the prototype.
    return Object.fromEntries(members);
  }

  #array(schema: JsonObject, name: string, depth: number): Json {
    const wanted = Math.max(integerOf(schema['minItems']) ?? 0, depth > deepest ? 0 : 1);
    const length = Math.min(wanted, integerOf(schema['maxItems']) ?? wanted);
    // Before draft 2020-12 a tuple was a list of `items`, and the AI SDK still sends it so.
    const { items, prefixItems = items, additionalItems } = schema;
    const prefix = listOf(prefixItems);
    const rest = isList(items) ? additionalItems : items;
    return Array.from({ length: Math.min(Math.max(length, prefix.length), this.#left) }, (_, index) =>
      this.value(prefix[index] ?? rest, name, depth + 1),
    );
  }

  #number(schema: JsonObject, name: string, whole: boolean): number {
    const named = Number(this.#facts.named(name) ?? Number.NaN);
    const found = Number.isFinite(named) ? named : (this.#facts.number() ?? 1);
    const step = numberOf(schema['multipleOf']) ?? (whole ? 1 : undefined);
    const lowest = lowerBound(schema, step);
    const highest = upperBound(schema, step);
    const bounded = Math.min(Math.max(found, lowest), highest);
    if (step === undefined) return bounded;
    const down = Math.floor(bounded / step) * step;
    return down < lowest ? Math.ceil(bounded / step) * step : down;
  }

  #boolean(name: string): boolean {
    const named = this.#facts.named(name)?.toLowerCase();
    return named === undefined ? false : /^(?:true|yes|on|1)$/.test(named);
  }

  #string(schema: JsonObject, name: string): string {
    const { format } = schema;
    const formatted = typeof format === 'string' ? textOfFormat(format, this.#facts.text) : undefined;
    return formatted ?? clamp(this.#words(name), schema);
  }

  #words(name: string): string {
    const facts = this.#facts;
    const named = facts.named(name);
    if (named !== undefined) return named;
    if (/query|question|text|prompt|input|search|message|content|expression|sentence|topic/i.test(name)) {
      return facts.quoted() ?? facts.text;
    }
    return facts.quoted() ?? facts.properName() ?? (facts.text === '' ? name : facts.text);
  }
}

function clamp(text: string, schema: JsonObject): string {
  const points = Array.from(text);
  const shortest = Math.min(integerOf(schema['minLength']) ?? 0, most);
  const longest = integerOf(schema['maxLength']) ?? points.length;
  return points.slice(0, Math.max(longest, 0)).join('') + 'x'.repeat(Math.max(0, shortest - points.length));
}
