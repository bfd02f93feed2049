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
import { malformedInput } from '../native/schema-check.ts';
import type { AsyncModel } from './async-model.ts';
import { assumedSeconds, type TimeSegment, timeSegments } from './segments.ts';

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
      const data = recorded(media, isThird ? `/${type}` : '', type, model);
      return () => ({ 'output.json': { data } });
    }
    // These models answer at once; a call that does not wait has the same answer in a file.
    const { body } = now(input);
    return () => ({ 'output.json': body });
  };
}

type Kind = 'audio' | 'video';

/** The longest recording, in seconds: two hours for Marengo 2.7, four for Marengo 3, as their pages have it. */
const longest = (model: EmbeddingCapabilities): number => (model.body === 'marengo-3' ? 14_400 : 7200);

function recorded(media: JsonObject, place: string, type: Kind, model: EmbeddingCapabilities): Json[] {
  const part = sourceIn(media, 'mediaSource', place, 'base64String');
  const end = longest(model);
  const start = optionalNumberIn(media, 'startSec', place, [0, end]) ?? 0;
  const asked = model.body === 'marengo-3' ? asked3 : asked27;
  const { endSec, options, scopes } = asked(media, place, type, [start, end]);
  const whole: TimeSegment = { startSec: start, endSec: endSec ?? start + assumedSeconds };
  const clips = timeSegments(segmentLength(media, place), whole.startSec, whole.endSec);
  return scopes.flatMap((scope) =>
    (scope === 'asset' ? [whole] : clips).flatMap(({ startSec, endSec }) =>
      options.map((embeddingOption) => ({
        embedding: vectorOf([part, moment(startSec, embeddingOption, scope)], model.defaultDimensions),
        embeddingOption,
        ...(scope === undefined ? {} : { embeddingScope: scope }),
        startSec,
        endSec,
      })),
    ),
  );
}

interface Asked {
  /** Undefined for the end of the recording. */
  readonly endSec: number | undefined;
  /** The ways to look at it. */
  readonly options: readonly string[];
  /** A vector for each clip, for the whole, or both; undefined for clips of a model that knows no other. */
  readonly scopes: readonly (string | undefined)[];
}

/** From the first second that may be asked for to the last one. */
type Span = readonly [start: number, end: number];

function asked27(media: JsonObject, place: string, type: Kind, [start, end]: Span): Asked {
  const known = type === 'video' ? ['visual-text', 'visual-image', 'audio'] : ['audio'];
  const length = optionalNumberIn(media, 'lengthSec', place, [0, end - start]);
  return {
    endSec: length === undefined ? undefined : start + length,
    options: choices(media, 'embeddingOption', place, known) ?? known,
    scopes: [undefined],
  };
}

function asked3(media: JsonObject, place: string, type: Kind, span: Span): Asked {
  const known = type === 'video' ? ['visual', 'audio', 'transcription'] : ['audio', 'transcription'];
  const options = choices(media, 'embeddingOption', place, known) ?? known;
  return {
    endSec: optionalNumberIn(media, 'endSec', place, span),
    options: fused(media, place, options),
    scopes: choices(media, 'embeddingScope', place, ['clip', 'asset']) ?? ['clip'],
  };
}

/** The vectors of the options, one of all of them together, or both. */
function fused(media: JsonObject, place: string, options: readonly string[]): readonly string[] {
  const kinds = ['separate_embedding', 'fused_embedding'];
  const types = choices(media, 'embeddingType', place, kinds) ?? ['separate_embedding'];
  if (!types.includes('fused_embedding')) return options;
  if (new Set(options).size < 2)
    throw malformedInput(`#${place}/embeddingType: fused_embedding needs two of the embeddingOption`);
  return types.includes('separate_embedding') ? [...options, 'fused'] : ['fused'];
}

/** A list of values of which each is known. */
function choices(
  object: JsonObject,
  key: string,
  place: string,
  known: readonly string[],
): string[] | undefined {
  const found = texts(object, key, place);
  return found?.map((one, index) => choice({ [index]: one }, String(index), `${place}/${key}`, known));
}

/** A fixed length is asked for in two ways; without one the parts would follow the scenes, here they have the usual length. */
function segmentLength(media: JsonObject, place: string): number {
  const fixed = optionalNumberIn(media, 'useFixedLengthSec', place, [2, 10]);
  const { segmentation } = media;
  const inner = isObject(segmentation) && isObject(segmentation['fixed']) ? segmentation['fixed'] : {};
  return fixed ?? optionalNumberIn(inner, 'durationSec', `${place}/segmentation/fixed`, [1, 10]) ?? 6;
}

/** Parts of one recording are near each other, but not the same. */
function moment(startSec: number, option: string, scope = 'clip'): Part {
  return { text: `${option} of ${scope} at ${startSec}` };
}
