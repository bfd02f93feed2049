// Cuts the values of a call into requests: what must travel alone does, and no body grows beyond what AWS takes.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
import type { EmbeddingFamily } from './families/family.ts';
import { type Input, isText, type Media } from './inputs.ts';

/** Values that go out in one request. */
export interface Batch {
  /** Where the first stands among all values of the call. */
  readonly offset: number;
  readonly inputs: readonly Input[];
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
  const small = inputs.reduce((sum, input) => sum + unitsOf(input), 0) * mostBytesPerUnit <= limit;
  const batches: { offset: number; inputs: Input[] }[] = [];
  let bytes = 0;
  let open = false;
  for (const [index, input] of inputs.entries()) {
    const size = small ? 0 : bytesOf(input);
    const alone = family.travelsAlone?.(input) ?? false;
    const last = open && !alone && bytes + size <= limit ? batches.at(-1) : undefined;
    if (last) {
      last.inputs.push(input);
      bytes += size;
    } else {
      batches.push({ offset: offset + index, inputs: [input] });
      bytes = size;
    }
    open = !alone;
  }
  return batches;
}

function mediaOf({ images, audio, video }: Input): Media[] {
  return [...images, ...(audio ? [audio] : []), ...(video ? [video] : [])];
}

function unitsOf(input: Input): number {
  if (isText(input)) return input.text.length;
  return mediaOf(input).reduce(
    (sum, media) => sum + ('base64' in media ? media.base64.length : 0),
    input.text?.length ?? 0,
  );
}

/** Base64 is ASCII; a text counts as JSON in UTF-8. */
function bytesOf(input: Input): number {
  const text = input.text === undefined ? 0 : new TextEncoder().encode(JSON.stringify(input.text)).length;
  return mediaOf(input).reduce((sum, media) => sum + ('base64' in media ? media.base64.length : 0), text);
}
