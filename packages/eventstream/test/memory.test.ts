import { expect, test } from 'vitest';
import { allocate as nodeLane } from '../src/memory/node.ts';
import { allocate as portable } from '../src/memory/portable.ts';

// The body of a message is a view on this memory, and users may transfer its buffer: nothing of others may stand in it.
test.each([12, 2047, 2048, 1_048_576])('%i bytes are memory of their own in both lanes', (length) => {
  for (const allocate of [nodeLane, portable]) {
    const bytes = allocate(length);
    expect(bytes.constructor).toBe(Uint8Array);
    expect(bytes).toHaveLength(length);
    expect(bytes.byteOffset).toBe(0);
    expect(bytes.buffer.byteLength).toBe(length);
  }
});
