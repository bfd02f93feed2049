// The compiler holds this: an app that installs the mapping alone names by it what a request, an answer and an event have in them.
import type * as protocol from '@bedrock-kit/protocol';
import { expectTypeOf, test } from 'vitest';
import type { ContentBlock, ConverseStreamOutput, ConverseStreamRequest } from '../src/index.ts';
import type { ContentBlock as SameBlock } from '../src/unchecked.ts';

test('requests, events and blocks have names in both entries', () => {
  expectTypeOf<ConverseStreamRequest>().toEqualTypeOf<protocol.ConverseStreamRequest>();
  expectTypeOf<ConverseStreamOutput>().toEqualTypeOf<protocol.ConverseStreamOutput>();
  expectTypeOf<ContentBlock>().toEqualTypeOf<protocol.ContentBlock>();
  expectTypeOf<SameBlock>().toEqualTypeOf<protocol.ContentBlock>();
});
