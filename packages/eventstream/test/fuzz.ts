// Random, mutated and forged input for the decoder: `npm run fuzz -- eventstream` runs a million of them, the tests some
// thousand. A run that fails is repeated by its seed.
import { crc32 } from 'node:zlib';
import {
  encodeMessage,
  EventStreamDecoder,
  EventStreamError,
  type Message,
  type MessageHeaderValue,
} from '../src/index.ts';

/** How to fuzz. */
export interface FuzzOptions {
  /** How many inputs. */
  readonly runs: number;
  /** The same seed gives the same inputs. */
  readonly seed: number;
  /** Called now and then with the number of inputs so far. */
  readonly onProgress?: ((runs: number) => void) | undefined;
}

/** What came of it. */
export interface FuzzReport {
  readonly runs: number;
  /** Messages that were decoded. */
  readonly messages: number;
  /** How often each code was thrown. */
  readonly refused: Readonly<Record<string, number>>;
  /** The most memory in use beyond that at the start, in bytes, looked at every thousand inputs. */
  readonly peakBytes: number;
}

/** What a decoder of untrusted input may say, and nothing else. */
const codes: ReadonlySet<string> = new Set([
  'not-event-stream',
  'prelude-checksum',
  'message-checksum',
  'message-length',
  'headers-length',
  'header-truncated',
  'header-name',
  'header-type-unknown',
  'header-utf8',
  'truncated',
]);

const maxMessageBytes = 65_536;

/** Decodes random inputs; throws, with the run and its seed, where the decoder does what it must not. */
export async function fuzz({ runs, seed, onProgress }: FuzzOptions): Promise<FuzzReport> {
  const refused: Record<string, number> = {};
  const start = memoryInUse();
  let messages = 0;
  let peakBytes = 0;
  for (let run = 0; run < runs; run++) {
    const random = new Random(seed + run);
    const input = inputOf(random);
    try {
      const whole = decode(input.bytes, [input.bytes.length]);
      same(decode(input.bytes, cutsOf(random, input.bytes.length)), whole);
      if (
        input.messages !== undefined &&
        (whole.error !== undefined || whole.messages.length !== input.messages)
      )
        throw new Error(`${whole.messages.length} of ${input.messages} messages were decoded`);
      messages += whole.messages.length;
      if (whole.error !== undefined) refused[whole.error.code] = (refused[whole.error.code] ?? 0) + 1;
    } catch (cause) {
      throw new Error(`Input of seed ${seed + run}: ${Buffer.from(input.bytes).toString('hex')}`, { cause });
    }
    if (run % 1000 === 999) {
      peakBytes = Math.max(peakBytes, memoryInUse() - start);
      onProgress?.(run + 1);
      // Lets the application do what it has to: print, be interrupted.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return { runs, messages, refused, peakBytes };
}

interface Outcome {
  readonly messages: readonly Message[];
  readonly error: EventStreamError | undefined;
}

function decode(bytes: Uint8Array, ends: readonly number[]): Outcome {
  const decoder = new EventStreamDecoder({ maxMessageBytes });
  const messages: Message[] = [];
  let start = 0;
  try {
    for (const end of ends) {
      decoder.decode(bytes.subarray(start, end), (message) => messages.push(message));
      start = end;
    }
    decoder.end();
    return { messages, error: undefined };
  } catch (error) {
    if (!EventStreamError.isInstance(error) || !codes.has(error.code)) throw error;
    if (error.offset === undefined || error.offset > bytes.length)
      throw new Error('no place', { cause: error });
    if (start < bytes.length && codeOf(() => decoder.push(bytes)) !== error.code)
      throw new Error('it went on', { cause: error });
    return { messages, error };
  }
}

function codeOf(run: () => unknown): string | undefined {
  try {
    run();
  } catch (error) {
    if (EventStreamError.isInstance(error)) return error.code;
    throw error;
  }
  return undefined;
}

// However the input is cut, the same messages come and the same fault.
function same(cut: Outcome, whole: Outcome): void {
  if (cut.error?.code !== whole.error?.code || cut.error?.offset !== whole.error?.offset)
    throw new Error(`cut: ${String(cut.error)}, whole: ${String(whole.error)}`);
  if (cut.messages.length !== whole.messages.length)
    throw new Error(`cut: ${cut.messages.length} messages, whole: ${whole.messages.length}`);
  for (const [index, { headers, body }] of cut.messages.entries()) {
    const other = whole.messages[index];
    if (other === undefined || Buffer.compare(body, other.body) !== 0)
      throw new Error(`body of message ${index}`);
    if (textOf(headers) !== textOf(other.headers)) throw new Error(`headers of message ${index}`);
  }
}

function textOf(headers: unknown): string {
  return JSON.stringify(headers, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
}

interface Input {
  readonly bytes: Uint8Array;
  /** How many messages it has, where it is known to have nothing else. */
  readonly messages?: number;
}

function inputOf(random: Random): Input {
  switch (random.below(8)) {
    case 0:
      return { bytes: random.bytes(random.below(200)) };
    case 1:
      return { bytes: Buffer.from(random.pick(texts)) };
    case 2: {
      const count = random.below(5);
      return {
        bytes: Buffer.concat(Array.from({ length: count }, () => messageOf(random))),
        messages: count,
      };
    }
    case 3:
    case 4:
      return { bytes: forged(random) };
    default:
      return {
        bytes: mutated(
          random,
          Buffer.concat(Array.from({ length: 1 + random.below(4) }, () => messageOf(random))),
        ),
      };
  }
}

const texts = [
  '{"message":"no"}',
  '<html></html>',
  'data: {}\n\n',
  ': \n',
  'x',
  '',
  '\u00e9\u6f22'.repeat(9),
];
const names = [':message-type', ':event-type', ':content-type', '__proto__', 'x'];
const values = ['event', 'exception', 'contentBlockDelta', 'application/json', ''];

function messageOf(random: Random): Uint8Array {
  const headers: Record<string, MessageHeaderValue> = {};
  for (let count = random.below(4); count > 0; count--)
    Object.defineProperty(headers, random.pick(names), {
      value: valueOf(random),
      enumerable: true,
      configurable: true,
    });
  return encodeMessage({
    headers,
    body: random.bytes(random.below(5) === 0 ? random.below(700) : random.below(40)),
  });
}

function valueOf(random: Random): MessageHeaderValue {
  switch (random.below(10)) {
    case 0:
      return { type: 'timestamp', value: new Date(random.below(2 ** 32) * 1000) };
    case 1:
      return { type: 'binary', value: random.bytes(random.below(40)) };
    case 2:
      return { type: 'long', value: BigInt(random.below(2 ** 32)) << 20n };
    case 3:
      return { type: 'boolean', value: random.below(2) === 0 };
    default:
      return { type: 'string', value: random.pick(values) };
  }
}

// Right checksums around random headers and, at times, wrong lengths.
function forged(random: Random): Uint8Array {
  const headers =
    random.below(2) === 0 ? random.bytes(random.below(60)) : mutated(random, messageOf(random).subarray(12));
  const bytes = Buffer.concat([Buffer.alloc(12), headers, random.bytes(random.below(30)), Buffer.alloc(4)]);
  const wrong = random.below(4) === 0;
  bytes.writeUInt32BE(wrong ? random.length() : bytes.length, 0);
  bytes.writeUInt32BE(random.below(4) === 0 ? random.length() : headers.length, 4);
  bytes.writeUInt32BE(crc32(bytes.subarray(0, 8)), 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(0, -4)), bytes.length - 4);
  return random.below(2) === 0 ? bytes : Buffer.concat([messageOf(random), bytes]);
}

function mutated(random: Random, bytes: Uint8Array): Uint8Array {
  const result = Buffer.from(bytes);
  const at = random.below(result.length + 1);
  const count = random.below(8);
  switch (random.below(6)) {
    case 0:
      return result.subarray(0, at);
    case 1:
      return Buffer.concat([result.subarray(0, at), result.subarray(at + count)]);
    case 2:
      return Buffer.concat([result.subarray(0, at), random.bytes(count), result.subarray(at)]);
    case 3:
      return Buffer.concat([result.subarray(0, at), result]);
    default:
      for (let flips = 0; flips <= count && result.length > 0; flips++) {
        const place = random.below(result.length);
        result[place] = (result[place] ?? 0) ^ (1 << random.below(8));
      }
      return result;
  }
}

function cutsOf(random: Random, length: number): number[] {
  const ends: number[] = [];
  const size = 1 + random.below(random.below(2) === 0 ? 4 : 60);
  for (let end = size; end < length; end += size) ends.push(end);
  return [...ends, length];
}

function memoryInUse(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Mulberry32, a generator of 32 bits of state: enough for a few draws of each seed. */
class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = Math.imul(seed, 0x9e37_79b1);
  }

  below(bound: number): number {
    this.#state = (this.#state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  }

  pick<T>(list: readonly T[]): T {
    // The cast: every index that is drawn is in the list, and no list here is empty.
    return list[this.below(list.length)] as T;
  }

  bytes(length: number): Uint8Array {
    return new Uint8Array(length).map(() => this.below(256));
  }

  /** A length that is small, about right, large, or as large as it can be. */
  length(): number {
    return this.pick([this.below(20), this.below(300), this.below(70_000), this.below(2 ** 32), 2 ** 32 - 1]);
  }
}
