// Whether a known header block stands at a place of a chunk. Imports nothing, so that it compiles alone.

/** A header block, as its bytes and as a view of them. */
export interface Block {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

/** Whether the block is what stands from `start` up to `end` of a chunk; `view` is what `viewOf` gave for the chunk. */
export type IsAt = (
  block: Block,
  bytes: Uint8Array,
  start: number,
  end: number,
  view: DataView | undefined,
) => boolean;

/** A view of the bytes of a chunk, where one is worth making: never here, where less code counts more. */
export const viewOf: (bytes: Uint8Array) => DataView | undefined = () => undefined;

export const isAt: IsAt = ({ bytes: block }, bytes, start, end) => {
  let same = block.length === end - start;
  for (let index = 0; same && index < block.length; index++) same = block[index] === bytes[start + index];
  return same;
};
