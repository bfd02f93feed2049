// Images and other media that a model made.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ImageBlock.html

import type { JSONObject } from '@ai-sdk/provider';
import { isRecord, stringOf, type UnknownRecord } from '../record.ts';
import { mediaTypeOfFormat, type MediaKind } from '../media-types.ts';
import { bedrockMetadata, type OpenBlock, type Part } from './answer.ts';
import { blobOf, joinedBase64, type ReceivedBlob } from './blob.ts';
import type { ReceivedDelta } from './received.ts';

export class FileBlock implements OpenBlock {
  readonly #kind: MediaKind;
  readonly #format: string;
  readonly #pieces: ReceivedBlob[] = [];
  readonly #metadata: JSONObject = {};

  /** `start` holds at least the format; the source when the block came whole. */
  constructor(kind: MediaKind, start: UnknownRecord) {
    this.#kind = kind;
    this.#format = stringOf(start['format']) ?? '';
    this.#add(start);
  }

  take(delta: ReceivedDelta): boolean {
    if (this.#kind !== 'image' || !isRecord(delta.image)) return false;
    this.#add(delta.image);
    return true;
  }

  /** A file that lies in S3, or that failed, has no bytes: it is a custom part with what is known of it. */
  close(out: Part[], whole: boolean): void {
    if (!whole) return;
    const metadata = Object.keys(this.#metadata).length > 0 && {
      providerMetadata: bedrockMetadata(this.#metadata),
    };
    const data = joinedBase64(this.#pieces);
    if (data !== undefined) {
      out.push({
        type: 'file',
        mediaType: mediaTypeOfFormat(this.#kind, this.#format),
        data: { type: 'data', data },
        ...metadata,
      });
    } else if (metadata) {
      out.push({ type: 'custom', kind: `bedrock.${this.#kind}`, ...metadata });
    }
  }

  #add(member: UnknownRecord): void {
    const source = isRecord(member['source']) ? member['source'] : {};
    const bytes = blobOf(source['bytes']);
    if (bytes !== undefined) this.#pieces.push(bytes);
    // Both came out of JSON.parse, which TypeScript cannot know.
    if (isRecord(source['s3Location'])) this.#metadata['s3Location'] = source['s3Location'] as JSONObject;
    if (isRecord(member['error'])) this.#metadata['error'] = member['error'] as JSONObject;
    const name = stringOf(member['name']);
    if (name !== undefined) this.#metadata['name'] = name;
  }
}
