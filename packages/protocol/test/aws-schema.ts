// AWS's own schemas, as its JavaScript clients export them, read into plain records.
// The layout of a schema: https://github.com/smithy-lang/smithy-typescript (packages/types, static schemas).

/** What a member is, in the words of our table. An enumeration is a string there. */
export interface AwsMember {
  readonly kind: string;
  readonly required: boolean;
  readonly header: string | undefined;
  readonly query: string | undefined;
  readonly label: boolean;
  readonly payload: boolean;
  readonly idempotencyToken: boolean;
}

export interface AwsShape {
  readonly kind: 'structure' | 'union';
  readonly isError: boolean;
  readonly status: number | undefined;
  readonly members: ReadonlyMap<string, AwsMember>;
}

export interface AwsOperation {
  readonly method: string;
  readonly path: string;
  readonly input: string;
  readonly output: string;
}

const kinds: Readonly<Record<number, string>> = {
  0: 'string',
  1: 'number',
  2: 'boolean',
  4: 'timestamp',
  5: 'timestamp',
  6: 'timestamp',
  7: 'timestamp',
  15: 'document',
  17: 'number',
  21: 'blob',
  42: 'blob',
};

/** A reference to a schema: a number, a schema, a function that gives one, or one of these with traits. */
function resolve(reference: unknown): { target: unknown; traits: Record<string, unknown> | number } {
  // A schema that is defined further down is given as a function.
  if (typeof reference === 'function') return resolve((reference as () => unknown)());
  // A schema starts with a small number and its namespace; a pair of reference and traits does not.
  if (Array.isArray(reference) && typeof reference[1] !== 'string') {
    return { target: resolve(reference[0]).target, traits: reference[1] as Record<string, unknown> | number };
  }
  return { target: reference, traits: 0 };
}

function kindOf(target: unknown): string {
  if (typeof target === 'number') {
    if (target >= 128) return `map<${kindOf(target - 128)}>`;
    if (target >= 64) return `list<${kindOf(target - 64)}>`;
    return kinds[target] ?? `unknown ${target}`;
  }
  const [type, , name, , detail, value] = target as [number, string, string, unknown, unknown, unknown];
  switch (type) {
    case 0:
      return kindOf(detail);
    case 1:
      return `list<${kindOf(resolve(detail).target)}>`;
    case 2:
      return `map<${kindOf(resolve(value).target)}>`;
    default:
      return name;
  }
}

/** Smithy packs the most used traits into bits: httpLabel is the first, idempotencyToken the third, httpPayload the fifth. */
function traitsOf(traits: Record<string, unknown> | number): Omit<AwsMember, 'kind' | 'required'> {
  const bits = typeof traits === 'number' ? traits : 0;
  const named = typeof traits === 'object' ? traits : {};
  return {
    header: named['httpHeader'] as string | undefined,
    query: named['httpQuery'] as string | undefined,
    label: (bits & 1) !== 0 || named['httpLabel'] !== undefined,
    payload: (bits & 16) !== 0 || named['httpPayload'] !== undefined,
    idempotencyToken: (bits & 4) !== 0 || named['idempotencyToken'] !== undefined,
  };
}

/** Reads every exported schema of a client's module. */
export function readSchemas(client: object): {
  shapes: ReadonlyMap<string, AwsShape>;
  operations: ReadonlyMap<string, AwsOperation>;
} {
  const shapes = new Map<string, AwsShape>();
  const operations = new Map<string, AwsOperation>();
  for (const [exported, schema] of Object.entries(client)) {
    if (!exported.endsWith('$') || !Array.isArray(schema)) continue;
    const [type, , name, traits, names, types, required = 0] = schema as [
      number,
      string,
      string,
      Record<string, unknown>,
      string[],
      unknown[],
      number | undefined,
    ];
    if (type === 9) {
      const [method, path] = traits['http'] as [string, string];
      const [input, output] = [schema[4], schema[5]].map((reference) => kindOf(resolve(reference).target));
      operations.set(name, { method, path, input: input ?? '', output: output ?? '' });
      continue;
    }
    if (type !== 3 && type !== 4 && type !== -3) continue;
    shapes.set(name, {
      kind: type === 4 ? 'union' : 'structure',
      isError: type === -3,
      status: type === -3 ? (traits['httpError'] as number) : undefined,
      members: new Map(
        names.map((member, index) => {
          const { target, traits } = resolve(types[index]);
          return [member, { kind: kindOf(target), required: index < required, ...traitsOf(traits) }];
        }),
      ),
    });
  }
  return { shapes, operations };
}
