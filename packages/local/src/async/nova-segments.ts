/**
 * Nova Multimodal Embeddings through StartAsyncInvoke: a vector for each part of a long input, one line each.
 *
 * https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html
 */
import type { EmbeddingCapabilities } from '@bedrock-kit/models';
import type { JsonObject } from '@bedrock-kit/protocol';
import { sourceIn, type Part, vectorOf } from '../embeddings/content.ts';
import { type Kind, kinds } from '../embeddings/nova.ts';
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
    const segments = segmentsOf(kind, objectIn(params, kind, place), `${place}/${kind}`);
    const lines = segments.map(({ parts, metadata }) =>
      JSON.stringify({
        embedding: vectorOf(parts, dimensions, purpose),
        segmentMetadata: metadata,
        status: 'SUCCESS',
      }),
    );
    const file = `embedding-${kind}.jsonl`;
    return {
      [file]: `${lines.join('\n')}\n`,
      'segmented-embedding-result.json': {
        sourceFileUri: null,
        embeddingDimension: dimensions,
        embeddingResults: [{ embeddingType: kind.toUpperCase(), status: 'SUCCESS', outputFileUri: file }],
      },
      'manifest.json': { files: [file, 'segmented-embedding-result.json'] },
    };
  };
}

interface Segment {
  readonly parts: readonly Part[];
  readonly metadata: JsonObject;
}

function segmentsOf(kind: Kind, media: JsonObject, place: string): Segment[] {
  const config = optionalObject(media, 'segmentationConfig', place) ?? {};
  const at = `${place}/segmentationConfig`;
  if (kind === 'text') {
    choice(media, 'truncationMode', place, ['START', 'END', 'NONE']);
    const length = optionalIntegerIn(config, 'maxLengthChars', at, [800, 50_000]) ?? 32_000;
    const value = optionalText(media, 'value', place);
    if (value === undefined)
      return [{ parts: [sourceIn(media, 'source', place, 'bytes')], metadata: { segmentIndex: 0 } }];
    return textSegments(value, length).map(({ text, start, end }, segmentIndex) => ({
      parts: [{ text }],
      metadata: { segmentIndex, segmentStartCharPosition: start, segmentEndCharPosition: end },
    }));
  }
  const part = sourceIn(media, 'source', place, 'bytes');
  if (kind === 'image') return [{ parts: [part], metadata: { segmentIndex: 0 } }];
  const length = optionalIntegerIn(config, 'durationSeconds', at, [1, 30]) ?? 5;
  return timeSegments(length).map(({ startSec, endSec }, segmentIndex) => ({
    parts: [part, { text: `at ${startSec}` }],
    metadata: { segmentIndex, segmentStartSeconds: startSec, segmentEndSeconds: endSec },
  }));
}
