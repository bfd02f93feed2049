// What AWS's client hands over of an answer.

/** What the server sent, without what the client adds about the call. */
export function withoutMetadata<Output extends object>(output: Output): Partial<Output> {
  return Object.fromEntries(
    Object.entries(output).filter(([name]) => name !== '$metadata'),
  ) as Partial<Output>;
}
