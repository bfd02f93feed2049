// The one member that a union value has.
// https://smithy.io/2.0/spec/aggregate-types.html#union

/** Each member of a union type as a pair of name and value. */
export type Member<Union> = Union extends unknown
  ? { [Name in keyof Union]-?: readonly [Name, NonNullable<Union[Name]>] }[keyof Union]
  : never;

/** The member that is set. A value of the right form has exactly one; `null` counts as absent. */
export function memberOf<Union extends object>(union: Union): Member<Union> {
  const member = Object.entries(union).find(([, value]) => value !== undefined && value !== null);
  // Every entry of a union value is one of its members, which Object.entries cannot tell the compiler.
  return member as unknown as Member<Union>;
}

/** The text of a block that is one, in any of the unions that have such a member. */
export function textOf(block: object): string | undefined {
  return 'text' in block && typeof block.text === 'string' ? block.text : undefined;
}
