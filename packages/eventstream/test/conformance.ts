// What holds on every runtime and in both lanes: a list without a test runner, bundled and run on each of them.
import type { ConformanceList } from './conformance/checks.ts';
import { decoder } from './conformance/decoder.ts';
import { messages } from './conformance/messages.ts';
import { streams } from './conformance/streams.ts';

/** The list: each function throws where the runtime does not conform. */
export const conformance: ConformanceList = [...messages, ...decoder, ...streams];
