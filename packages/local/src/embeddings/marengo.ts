/**
 * The bodies of TwelveLabs Marengo Embed 2.7 and 3.0.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html
 */
import type { EmbeddingCapabilities } from '@bedrock-kit/models';
import type { JsonObject } from '@bedrock-kit/protocol';
import type { InvokedAnswer } from '../models/invoked-model.ts';
import { choice, objectIn, objects, optionalChoice, optionalText, text } from '../native/json-fields.ts';
import { malformedInput } from '../native/schema-check.ts';
import {
  checkImage,
  mediaPart,
  moreTokensThan,
  type Part,
  sourceIn,
  tokensOf,
  truncated,
  type Truncation,
  vectorOf,
} from './content.ts';

/** An `InvokedModel` that need not be waited for. */
type MarengoModel = (body: JsonObject) => InvokedAnswer;

const mostImageBytes = 5 * 1024 * 1024;

/** A flat body with a text or an image. Sound and video are only for StartAsyncInvoke. */
export function marengo27(model: EmbeddingCapabilities): MarengoModel {
  return (body) => {
    const type = choice(body, 'inputType', '', ['text', 'image'] as const);
    const truncation = optionalChoice(body, 'textTruncate', '', ['end', 'none'] as const) ?? 'end';
    const part =
      type === 'text'
        ? words(body, '', model, truncation)
        : image(sourceIn(body, 'mediaSource', '', 'base64String'));
    return answer([part], model);
  };
}

/** The members of each kind of input stand under its name. */
export function marengo3(model: EmbeddingCapabilities): MarengoModel {
  return (body) => {
    const type = choice(body, 'inputType', '', ['text', 'image', 'text_image', 'multi_input'] as const);
    const place = `/${type}`;
    const input = objectIn(body, type, '');
    const parts =
      type === 'multi_input'
        ? several(input, place, model)
        : [
            ...(type === 'image' ? [] : [words(input, place, model, 'none')]),
            ...(type === 'text' ? [] : [image(sourceIn(input, 'mediaSource', place, 'base64String'))]),
          ];
    return answer(parts, model);
  };
}

/** AWS's pages show a bare object, and `data` as one object. What the models answer with is a list: https://github.com/BerriAI/litellm/pull/14674 */
function answer(parts: readonly Part[], { defaultDimensions }: EmbeddingCapabilities): InvokedAnswer {
  return {
    body: { data: [{ embedding: vectorOf(parts, defaultDimensions) }] },
    inputTokens: tokensOf(parts),
  };
}

/** A text that speaks of its images as `<@name>`, and the images. */
function several(input: JsonObject, place: string, model: EmbeddingCapabilities): Part[] {
  const sources = objects(input, 'mediaSources', place);
  const images = sources.map((source, index) => {
    const at = `${place}/mediaSources/${index}`;
    choice(source, 'mediaType', at, ['image']);
    return image(mediaPart(source, at, 'base64String'));
  });
  const names = sources.map((source) => optionalText(source, 'name', place));
  const said = optionalText(input, 'inputText', place);
  const missing = Array.from(said?.matchAll(/<@([^<>]+)>/g) ?? [], (match) => match[1]).find(
    (name) => !names.includes(name),
  );
  if (missing !== undefined)
    throw malformedInput(`#${place}/inputText: <@${missing}> is the name of none of the mediaSources`);
  const parts = said === undefined ? images : [words(input, place, model, 'none'), ...images];
  if (parts.length === 0) throw malformedInput(`#${place}: required key [mediaSources] not found`);
  return parts;
}

function words(
  input: JsonObject,
  place: string,
  { maxTokens }: EmbeddingCapabilities,
  truncation: Truncation,
): Part {
  const value = text(input, 'inputText', place);
  if (value === '') throw malformedInput(`#${place}/inputText: expected minLength: 1, actual: 0`);
  if (maxTokens === 'unknown') return { text: value };
  return {
    text: truncated(value, maxTokens, truncation, () => moreTokensThan(maxTokens)),
  };
}

function image(part: Part): Part {
  if ('bytes' in part) checkImage(part.bytes, '/mediaSource/base64String', mostImageBytes);
  return part;
}
