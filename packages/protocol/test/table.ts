// Our table in the same words as test/aws-schema.ts puts AWS's.
import type { Members, Shape } from '../src/shape.ts';
import { shapes } from '../src/shapes.ts';

const names = new Map<Shape, string>(Object.entries(shapes).map(([name, shape]) => [shape, name]));

export function nameOf(shape: Shape): string | undefined {
  return names.get(shape);
}

export function kindOf(shape: Shape): string {
  switch (shape.type) {
    case 'structure':
    case 'union':
      return nameOf(shape) ?? 'a shape without a name';
    case 'list':
      return `list<${kindOf(shape.member)}>`;
    case 'map':
      return `map<${kindOf(shape.value)}>`;
    case 'enum':
      return 'string';
    case 'integer':
    case 'long':
    case 'float':
    case 'double':
      return 'number';
    default:
      return shape.type;
  }
}

export interface TableMember {
  readonly shape: Shape;
  readonly required: boolean;
}

/** Members of a structure or a union, with whether they are required. */
export function membersOf(shape: Shape): Map<string, TableMember> {
  const members = new Map<string, TableMember>();
  const add = (of: Members | undefined, required: boolean): void => {
    for (const [name, member] of Object.entries(of ?? {})) members.set(name, { shape: member, required });
  };
  if (shape.type === 'union') add(shape.members, false);
  if (shape.type === 'structure') {
    add(shape.required, true);
    add(shape.optional, false);
  }
  return members;
}

/** Every shape that can be reached from one, itself included. */
export function reachable(shape: Shape, into: Set<Shape> = new Set()): Set<Shape> {
  if (into.has(shape)) return into;
  into.add(shape);
  if (shape.type === 'list') reachable(shape.member, into);
  if (shape.type === 'map') {
    reachable(shape.key, into);
    reachable(shape.value, into);
  }
  for (const member of membersOf(shape).values()) reachable(member.shape, into);
  return into;
}
