/**
 * The signature under a thought: a checksum of the text and a word of this package, so that a changed thought is noticed.
 * It is no secret, as everything here is open; it only behaves like the real one.
 */
import { joined } from '../bytes.ts';
import { hex, sha256Hex } from '../digest.ts';
import { decodeBase64, encodeBase64 } from '../wire/base64.ts';

const word = '@bedrock-kit/local thought';
/** Stands in front of the checksum, so that a signature of this package is told from one of AWS. */
const mark = new TextEncoder().encode('local-thought-1:');

/** Base64. Valid for this model alone: another one does not take the thought for its own. */
export async function seal(text: string, modelId: string): Promise<string> {
  return encodeBase64(await sealOf(text, modelId));
}

/** What stands for thoughts that cannot be read: their checksum, and the checksum of that. */
export async function sealBytes(text: string, modelId: string): Promise<Uint8Array> {
  const inner = await checksum(text, modelId);
  return joined([mark, inner, await checksum(hex(inner), modelId)]);
}

/** Whether a signature belongs to the text; without a text, whether unreadable thoughts came back unchanged. */
export async function isSealOf(
  text: string | undefined,
  given: string | Uint8Array,
  modelId: string,
): Promise<boolean> {
  const bytes = typeof given === 'string' ? decodeBase64(given) : given;
  if (bytes === undefined) return false;
  if (text !== undefined) return hex(bytes) === hex(await sealOf(text, modelId));
  const inner = bytes.subarray(mark.length, mark.length + 32);
  return hex(bytes) === hex(joined([mark, inner, await checksum(hex(inner), modelId)]));
}

async function sealOf(text: string, modelId: string): Promise<Uint8Array> {
  return joined([mark, await checksum(text, modelId)]);
}

async function checksum(text: string, modelId: string): Promise<Uint8Array> {
  const bytes = new TextEncoder().encode(`${word}/${modelId}/${text}`);
  const pairs = (await sha256Hex(bytes)).match(/../g) ?? [];
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
}
