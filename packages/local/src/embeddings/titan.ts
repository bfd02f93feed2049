/**
 * The bodies of Amazon Titan's embedding models: Text G1, Text V2 and Multimodal G1.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-mm.html
 */
import type { EmbeddingCapabilities } from '@bedrock-kit/models';
import type { JsonObject } from '@bedrock-kit/protocol';
import { imageSize } from '../files/image-size.ts';
import type { InvokedModel } from '../models/invoked-model.ts';
import {
  checkLength,
  optionalChoice,
  optionalFlag,
  optionalObject,
  optionalText,
  text,
  texts,
} from '../native/json-fields.ts';
import { checkKeys, malformedInput } from '../native/schema-check.ts';
import { ServiceError, validationError } from '../service-error.ts';
import { countTokens } from '../tokens.ts';
import { bytesIn, checkImage, type Part, tokensOf, vectorOf } from './content.ts';
import { bits } from './encodings.ts';

/** The vector of G1 is not normalised, and any length but 1 shows that. */
const lengthOfG1 = 16;

export function titanTextV1(model: EmbeddingCapabilities): InvokedModel {
  return withoutPlaces((body) => {
    checkKeys(body, '', { required: ['inputText'], known: ['inputText'] });
    const { part, tokens } = inputText(body, model);
    const embedding = vectorOf([part], model.defaultDimensions).map((item) => item * lengthOfG1);
    return { body: { embedding, inputTextTokenCount: tokens }, inputTokens: tokens };
  });
}

export function titanTextV2(model: EmbeddingCapabilities): InvokedModel {
  return withoutPlaces((body) => {
    checkKeys(body, '', {
      required: ['inputText'],
      known: ['inputText', 'dimensions', 'normalize', 'embeddingTypes'],
    });
    const { part, tokens } = inputText(body, model);
    const dimensions = optionalChoice(body, 'dimensions', '', model.dimensions) ?? model.defaultDimensions;
    const types = embeddingTypes(body);
    const unit = vectorOf([part], dimensions);
    const embedding =
      optionalFlag(body, 'normalize', '') === false ? unit.map((item) => item * lengthOfG1) : unit;
    const byType = {
      ...(types.includes('float') ? { float: embedding } : {}),
      ...(types.includes('binary') ? { binary: bits(embedding) } : {}),
    };
    // Where bits alone are asked for there is no `embedding` (the note at the page's code; https://github.com/BerriAI/litellm/issues/14680).
    const floats = types.includes('float') ? { embedding } : {};
    return {
      body: { ...floats, embeddingsByType: byType, inputTextTokenCount: tokens },
      inputTokens: tokens,
    };
  });
}

/**
 * The schema check in front of the text models leaves out the place of a violation, and tells of several only their number.
 * https://github.com/aws-samples/serverless-pdf-chat/issues/35, https://github.com/alphagov/govuk-chat/pull/220,
 * https://github.com/spring-projects/spring-ai/issues/788
 */
function withoutPlaces(model: InvokedModel): InvokedModel {
  return (body) => {
    try {
      return model(body);
    } catch (error) {
      if (!ServiceError.isInstance(error)) throw error;
      const { code, message, options } = error;
      const told = message.replace(/#.*(?=, please)/s, (violations) => {
        const [, ...all] = violations.split(/#[^#:]*: /);
        return all.length > 1 ? `${all.length} schema violations found` : all.join('');
      });
      throw new ServiceError(code, told, options);
    }
  };
}

export function titanMultimodal(model: EmbeddingCapabilities): InvokedModel {
  return (body) => {
    checkMembers(body);
    const parts: Part[] = [];
    const words = optionalText(body, 'inputText', '');
    if (words !== undefined) parts.push({ text: words });
    if (optionalText(body, 'inputImage', '') !== undefined) {
      const bytes = bytesIn(body, 'inputImage', '');
      // https://docs.aws.amazon.com/bedrock/latest/userguide/titan-multiemb-models.html
      checkImage(bytes, '/inputImage', 25 * 1024 * 1024);
      checkPixels(bytes);
      parts.push({ bytes });
    }
    if (parts.length === 0) throw malformedInput('#: required key [inputText] or [inputImage] not found');
    const config = optionalObject(body, 'embeddingConfig', '') ?? {};
    const dimensions =
      optionalChoice(config, 'outputEmbeddingLength', '/embeddingConfig', model.dimensions) ??
      model.defaultDimensions;
    const tokens = tokensOf(parts);
    return {
      body: { embedding: vectorOf(parts, dimensions), inputTextTokenCount: tokens, message: null },
      inputTokens: tokens,
    };
  };
}

/**
 * The schema has a second form, a list of requests. A body with a member that neither form has gets the violations of both.
 * https://github.com/BerriAI/litellm/issues/30314
 */
function checkMembers(body: JsonObject): void {
  const known = ['inputText', 'inputImage', 'embeddingConfig'];
  const extraneous = Object.keys(body).filter((name) => !known.includes(name));
  if (extraneous.length === 0) return;
  const given = known.filter((name) => body[name] !== undefined);
  const told = [...extraneous, '', ...extraneous, ...given].map((name) =>
    name === '' ? '#: required key [requests] not found' : `#: extraneous key [${name}] is not permitted`,
  );
  throw malformedInput(told.join(', '));
}

/** https://github.com/aws-samples/video-semantic-search-with-aws-ai-ml-services/issues/4 */
function checkPixels(bytes: Uint8Array): void {
  const { width = 0, height = 0 } = imageSize(bytes) ?? {};
  if (width * height > 2048 * 2048)
    throw validationError('400 Bad Request: Image exceeds max pixels allowed.');
}

function inputText(
  body: JsonObject,
  { maxTokens, maxCharacters }: EmbeddingCapabilities,
): { part: Part; tokens: number } {
  const value = text(body, 'inputText', '');
  checkLength(value, '/inputText', [1, maxCharacters === 'unknown' ? Infinity : maxCharacters]);
  const tokens = countTokens(value);
  if (maxTokens !== 'unknown' && tokens > maxTokens) {
    // https://github.com/aws-samples/amazon-bedrock-workshop/issues/136
    throw validationError(
      `400 Bad Request: Too many input tokens. Max input tokens: ${maxTokens}, request input token count: ${tokens}`,
    );
  }
  return { part: { text: value }, tokens };
}

function embeddingTypes(body: JsonObject): string[] {
  const types = texts(body, 'embeddingTypes', '') ?? [];
  for (const [index, type] of types.entries()) {
    if (type !== 'float' && type !== 'binary')
      throw malformedInput(`#/embeddingTypes/${index}: ${type} is not a valid enum value`);
  }
  return types.length === 0 ? ['float'] : types;
}
