// Cuts the values of a call into requests: what must travel alone does, and no body grows beyond what AWS takes.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
import type { EmbeddingFamily } from './families/family.ts';
import type { Input } from './inputs.ts';

/** Values that go out in one request. */
export interface Batch {
  /** Where the first stands among all values of the call. */
  readonly offset: number;
  /** In their order. */
  readonly inputs: readonly [Input, ...Input[]];
}

/** The body of InvokeModel: at most 25,000,000 bytes. */
const defaultMaxBodyBytes = 25_000_000;
/** Room for what stands around the values. */
const envelopeBytes = 10_000;
/** What JSON makes at most of one UTF-16 unit: a backslash, a u and four digits. */
const mostBytesPerUnit = 6;

/** Batches in the order of the values; `offset` is where the first value stands in the whole call. */
export function batchesOf(inputs: readonly Input[], offset: number, family: EmbeddingFamily): Batch[] {
  const limit = (family.maxBodyBytes ?? defaultMaxBodyBytes) - envelopeBytes;
  // Bodies are nearly always small, and then the values need not be measured one by one.
  const isSmall =
    sum(inputs.map((input) => mostBytesPerUnit * (input.text?.length ?? 0) + mediaBytes(input))) <= limit;
  const batches: { offset: number; inputs: [Input, ...Input[]] }[] = [];
  let bytes = 0;
  let isOpen = false;
  for (const [index, input] of inputs.entries()) {
    const size = isSmall ? 0 : textBytes(input) + mediaBytes(input);
    const isAlone = family.travelsAlone?.(input) ?? true;
    const last = isOpen && !isAlone && bytes + size <= limit ? batches.at(-1) : undefined;
    if (last) last.inputs.push(input);
    else batches.push({ offset: offset + index, inputs: [input] });
    bytes = last ? bytes + size : size;
    isOpen = !isAlone;
  }
  return batches;
}

/** As JSON in UTF-8. */
function textBytes({ text }: Input): number {
  return text === undefined ? 0 : new TextEncoder().encode(JSON.stringify(text)).length;
}

/** Base64 is ASCII. */
function mediaBytes({ media }: Input): number {
  return sum(media.map(({ base64 }) => base64?.length ?? 0));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
