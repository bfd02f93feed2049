/**
 * Marengo through StartAsyncInvoke: a vector for each part of a recording and each way to look at it.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html
 */
import type { EmbeddingCapabilities } from '@bedrock-kit/models';
import type { Json, JsonObject } from '@bedrock-kit/protocol';
import { sourceIn, type Part, vectorOf } from '../embeddings/content.ts';
import { marengo27, marengo3 } from '../embeddings/marengo.ts';
import { isObject } from '../json.ts';
import { choice, objectIn, optionalNumberIn, texts } from '../native/json-fields.ts';
import type { AsyncModel } from './async-model.ts';
import { assumedSeconds, timeSegments } from './segments.ts';

export function marengoFiles(model: EmbeddingCapabilities): AsyncModel {
  const isThird = model.body === 'marengo-3';
  const now = isThird ? marengo3(model) : marengo27(model);
  return (input) => {
    const types = isThird
      ? (['text', 'image', 'text_image', 'multi_input', 'audio', 'video'] as const)
      : (['text', 'image', 'audio', 'video'] as const);
    const type = choice(input, 'inputType', '', types);
    if (type === 'audio' || type === 'video') {
      const media = isThird ? objectIn(input, type, '') : input;
      return { 'output.json': { data: recorded(media, isThird ? `/${type}` : '', type, model) } };
    }
    // These models answer at once; a call that does not wait has the same answer in a file.
    return { 'output.json': now(input).body };
  };
}

const ways = {
  'marengo-2.7': { video: ['visual-text', 'visual-image', 'audio'], audio: ['audio'] },
  'marengo-3': { video: ['visual', 'audio', 'transcription'], audio: ['audio', 'transcription'] },
} as const;

function recorded(
  media: JsonObject,
  place: string,
  type: 'audio' | 'video',
  model: EmbeddingCapabilities,
): Json[] {
  const part = sourceIn(media, 'mediaSource', place, 'base64String');
  const known: readonly string[] = ways[model.body === 'marengo-3' ? 'marengo-3' : 'marengo-2.7'][type];
  const options = texts(media, 'embeddingOption', place) ?? known;
  for (const option of options) choice({ option }, 'option', `${place}/embeddingOption`, known);
  const start = optionalNumberIn(media, 'startSec', place, [0, Infinity]) ?? 0;
  const end = optionalNumberIn(media, 'endSec', place, [start, Infinity]) ?? start + assumedSeconds;
  return timeSegments(segmentLength(media, place), start, end).flatMap(({ startSec, endSec }) =>
    options.map((embeddingOption) => ({
      embedding: vectorOf([part, moment(startSec, embeddingOption)], model.defaultDimensions),
      embeddingOption,
      startSec,
      endSec,
    })),
  );
}

/** A fixed length is asked for in two ways; without one the parts would follow the scenes, here they have the usual length. */
function segmentLength(media: JsonObject, place: string): number {
  const fixed = optionalNumberIn(media, 'useFixedLengthSec', place, [2, 10]);
  const { segmentation } = media;
  const inner = isObject(segmentation) && isObject(segmentation['fixed']) ? segmentation['fixed'] : {};
  return fixed ?? optionalNumberIn(inner, 'durationSec', `${place}/segmentation/fixed`, [1, 10]) ?? 6;
}

/** Parts of one recording are near each other, but not the same. */
function moment(startSec: number, option: string): Part {
  return { text: `${option} at ${startSec}` };
}
