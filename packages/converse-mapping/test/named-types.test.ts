// The compiler holds this: an app that installs the mapping alone names by it what a request, an answer and an event have in them.
import type * as protocol from '@bedrock-kit/protocol';
import { expectTypeOf, test } from 'vitest';
import type * as checked from '../src/index.ts';
import type * as unchecked from '../src/unchecked.ts';

test('requests, answers and their blocks have names in both entries', () => {
  type Wire = readonly [protocol.ConverseStreamRequest, protocol.ConverseStreamOutput, protocol.ContentBlock];
  expectTypeOf<
    readonly [checked.ConverseStreamRequest, checked.ConverseStreamOutput, checked.ContentBlock]
  >().toEqualTypeOf<Wire>();
  expectTypeOf<
    readonly [unchecked.ConverseStreamRequest, unchecked.ConverseStreamOutput, unchecked.ContentBlock]
  >().toEqualTypeOf<Wire>();
});
