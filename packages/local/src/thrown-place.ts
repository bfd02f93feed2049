/** Where an error was thrown, as `file:line:column`. Undefined where its stack does not tell, and where that is inside of Node. */
export function thrownPlace(error: unknown): string | undefined {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const place = /^\s+at (?:.*\()?(.+?:\d+:\d+)\)?$/m.exec(stack)?.[1];
  return place?.startsWith('node:') === true ? undefined : place;
}
