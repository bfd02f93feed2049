// Images that a caller sends along, as base64 text: bytes are encoded, http(s) addresses fetched under the AI SDK's guard.
// https://github.com/vercel/ai/blob/main/packages/provider/src/image-model/v4/image-model-v4-file.ts
import type { ImageModelV4File } from '@ai-sdk/provider';
import { convertUint8ArrayToBase64, downloadBlob } from '@ai-sdk/provider-utils';
import { refused } from '@bedrock-kit/invocation';
import { unsupported } from './refusal.ts';

/**
 * The base64 text of an image.
 *
 * @param path the place of the image in the call
 * @throws InvalidArgumentError for what is no image, which JavaScript may pass, such as bytes alone
 * @throws UnsupportedFunctionalityError for an address that is neither http(s) nor a data URL
 */
export async function imageBase64(
  file: ImageModelV4File,
  path: string,
  signal: AbortSignal | undefined,
): Promise<string> {
  const { type, data, url } = Object(file) as Partial<Record<'type' | 'data' | 'url', unknown>>;
  const isFile = type === 'file';
  // Not `instanceof`: in Jest bytes may be of another realm.
  if (isFile && ArrayBuffer.isView(data)) return convertUint8ArrayToBase64(data as Uint8Array);
  // An address may be a URL object, and a file a data URL, as browsers read one.
  const text = isFile ? data : type === 'url' && String(url);
  if (typeof text !== 'string')
    throw refused(path, file, "{ type: 'file', data } with bytes or base64, or { type: 'url', url }");
  const base64 = /^data:[^,]*;base64,(.*)$/s.exec(text)?.[1] ?? (isFile && text);
  if (base64 !== false) return base64;
  if (!/^https?:/.test(text)) {
    const shown = JSON.stringify(text.slice(0, 80));
    unsupported(
      'image URL',
      `Images of Amazon Bedrock are sent as bytes, and ${shown} cannot be downloaded: give the bytes, an http(s) address or a data URL`,
    );
  }
  const blob = await downloadBlob(text, signal ? { abortSignal: signal } : {});
  return convertUint8ArrayToBase64(new Uint8Array(await blob.arrayBuffer()));
}
