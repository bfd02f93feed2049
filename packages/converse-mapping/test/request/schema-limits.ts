// What models take of the schema of a tool, and the least that a schema says.

export const closed = { rootUnions: false, largeIntegers: false, otherRootMembers: true } as const;
export const bare = { ...closed, otherRootMembers: false } as const;
export const object = { type: 'object', properties: {} };
