/**
 * Nova Multimodal Embeddings through StartAsyncInvoke: a vector for each part of a long input, one line each.
 *
 * https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html
 */
import type { EmbeddingCapabilities } from '@bedrock-kit/models';
import type { JsonObject } from '@bedrock-kit/protocol';
import { sourceIn, type Part, vectorOf } from '../embeddings/content.ts';
import { type Kind, kinds, mediaTypes } from '../embeddings/nova.ts';
import {
  choice,
  objectIn,
  oneKey,
  optionalChoice,
  optionalIntegerIn,
  optionalObject,
  optionalText,
} from '../native/json-fields.ts';
import type { AsyncModel } from './async-model.ts';
import { textSegments, timeSegments } from './segments.ts';

export function novaFiles(model: EmbeddingCapabilities): AsyncModel {
  return (input) => {
    const place = '/segmentedEmbeddingParams';
    choice(input, 'taskType', '', ['SEGMENTED_EMBEDDING']);
    const params = objectIn(input, 'segmentedEmbeddingParams', '');
    const purpose = choice(params, 'embeddingPurpose', place, model.purposes);
    const dimensions =
      optionalChoice(params, 'embeddingDimension', place, model.dimensions) ?? model.defaultDimensions;
    const kind = oneKey(params, place, kinds);
    const { source, segments, types } = segmented(kind, objectIn(params, kind, place), `${place}/${kind}`);
    const lines = (type: string): string =>
      segments
        .map(({ parts, metadata }) =>
          JSON.stringify({
            embedding: vectorOf(parts(type), dimensions, purpose),
            segmentMetadata: metadata,
            status: 'SUCCESS',
          }),
        )
        .join('\n');
    const files = Object.fromEntries(types.map((type) => [fileOf(type), `${lines(type)}\n`]));
    return (folder) => ({
      ...files,
      [resultFile]: {
        sourceFileUri: source !== undefined && 's3Uri' in source ? source.s3Uri : null,
        embeddingDimension: dimensions,
        embeddingResults: types.map((embeddingType) => ({
          embeddingType,
          status: 'SUCCESS',
          outputFileUri: `${folder}/${fileOf(embeddingType)}`,
        })),
      },
      'manifest.json': { files: [...Object.keys(files), resultFile] },
    });
  };
}

const resultFile = 'segmented-embedding-result.json';

/** Sound and picture together lie in `embedding-audio-video.jsonl`, as the AWS News Blog reads it where it introduces the model. */
function fileOf(type: string): string {
  return `embedding-${type.replace('_COMBINED', '').replace('_', '-').toLowerCase()}.jsonl`;
}

interface Segment {
  readonly parts: (type: string) => readonly Part[];
  readonly metadata: JsonObject;
}

interface Segmented {
  readonly segments: readonly Segment[];
  /** Undefined for a text that is written in the request. */
  readonly source?: Part;
  /** The types of vector that every segment gets. */
  readonly types: readonly string[];
}

function segmented(kind: Kind, media: JsonObject, place: string): Segmented {
  const config = optionalObject(media, 'segmentationConfig', place) ?? {};
  const at = `${place}/segmentationConfig`;
  const whole = (source: Part): Segment[] => [{ parts: () => [source], metadata: { segmentIndex: 0 } }];
  if (kind === 'text') {
    choice(media, 'truncationMode', place, ['START', 'END', 'NONE']);
    const length = optionalIntegerIn(config, 'maxLengthChars', at, [800, 50_000]) ?? 32_000;
    const types = ['TEXT'];
    const value = optionalText(media, 'value', place);
    if (value === undefined) {
      const source = sourceIn(media, 'source', place, 'bytes');
      return { source, types, segments: whole(source) };
    }
    const segments = textSegments(value, length).map(({ text, start, end }, segmentIndex) => ({
      parts: () => [{ text }],
      metadata: { segmentIndex, segmentStartCharPosition: start, segmentEndCharPosition: end },
    }));
    return { types, segments };
  }
  const types = mediaTypes(kind, media, place);
  const source = sourceIn(media, 'source', place, 'bytes');
  if (kind === 'image') return { source, types, segments: whole(source) };
  const length = optionalIntegerIn(config, 'durationSeconds', at, [1, 30]) ?? 5;
  const segments = timeSegments(length).map(({ startSec, endSec }, segmentIndex) => ({
    parts: (type: string) => [source, { text: `${type} at ${startSec}` }],
    metadata: { segmentIndex, segmentStartSeconds: startSec, segmentEndSeconds: endSec },
  }));
  return { source, types, segments };
}
