// Images and other media that a model made.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ImageBlock.html

import type { JSONObject } from '@ai-sdk/provider';
import { mediaTypeOfFormat, type MediaKind } from '../media-types.ts';
import { isRecord, recordOf, textOf, type UnknownRecord, withoutUndefined } from '../record.ts';
import { bedrockMetadata, type OpenBlock } from './answer.ts';
import { blobOf, joinedBase64, type ReceivedBlob } from './blob.ts';

/** @param start holds at least the format; the source when the block came whole. */
export function fileBlock(kind: MediaKind, start: UnknownRecord): OpenBlock {
  const pieces: ReceivedBlob[] = [];
  const known: { [name: string]: unknown } = {};
  const add = ({ source, error, name }: UnknownRecord): void => {
    const { bytes, s3Location } = recordOf(source);
    const piece = blobOf(bytes);
    if (piece !== undefined) pieces.push(piece);
    if (isRecord(s3Location)) known['s3Location'] = s3Location;
    if (isRecord(error)) known['error'] = error;
    if (typeof name === 'string') known['name'] = name;
  };
  add(start);
  return {
    take({ [kind]: piece }) {
      if (!isRecord(piece)) return false;
      add(piece);
      return true;
    },
    /** A file that lies in S3, or that failed, has no bytes: it is a custom part with what is known of it. */
    close(out, whole) {
      if (!whole) return;
      // All of it came out of JSON.parse, which TypeScript cannot know.
      const metadata = bedrockMetadata(withoutUndefined(known as JSONObject));
      const data = joinedBase64(pieces);
      if (data !== undefined) {
        const mediaType = mediaTypeOfFormat(kind, textOf(start['format']));
        out.push({ type: 'file', mediaType, data: { type: 'data', data }, ...metadata });
      } else if (metadata.providerMetadata)
        out.push({ type: 'custom', kind: `bedrock.${kind}`, ...metadata });
    },
  };
}
