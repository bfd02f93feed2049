// Images that a caller sends along, as base64 text: bytes are encoded, http(s) addresses fetched under the AI SDK's guard.
// https://github.com/vercel/ai/blob/main/packages/provider/src/image-model/v4/image-model-v4-file.ts
import type { ImageModelV4File } from '@ai-sdk/provider';
import { convertUint8ArrayToBase64, downloadBlob } from '@ai-sdk/provider-utils';
import { unsupported } from './refusal.ts';

/**
 * The base64 text of an image.
 *
 * @throws UnsupportedFunctionalityError for an address that is neither http(s) nor a data URL
 */
export async function imageBase64(file: ImageModelV4File, signal: AbortSignal | undefined): Promise<string> {
  if (file.type === 'file')
    return typeof file.data === 'string' ? file.data : convertUint8ArrayToBase64(file.data);
  const data = /^data:[^,]*;base64,(.*)$/s.exec(file.url)?.[1];
  if (data !== undefined) return data;
  if (!/^https?:/.test(file.url)) {
    const shown = JSON.stringify(file.url.slice(0, 80));
    unsupported(
      'image URL',
      `Images of Amazon Bedrock are sent as bytes, and ${shown} cannot be downloaded: give the bytes, an http(s) address or a data URL`,
    );
  }
  const blob = await downloadBlob(file.url, signal ? { abortSignal: signal } : {});
  return convertUint8ArrayToBase64(new Uint8Array(await blob.arrayBuffer()));
}
