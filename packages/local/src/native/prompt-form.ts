/**
 * Bodies that are one prompt and a few settings, as the text models of Bedrock's first years have them.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html
 */
import type { ConverseRequest, JsonObject } from '@bedrock-kit/protocol';
import { type ChatTemplate, turnsOf } from './chat-template.ts';
import { optionalIntegerIn, optionalNumberIn, optionalObject, text, texts } from './json-fields.ts';
import type { ReadContext } from './native-body.ts';
import { checkKeys, malformedInput } from './schema-check.ts';

type Bounds = readonly [lowest: number, highest: number];

export interface PromptForm {
  /** The member with the prompt. */
  readonly prompt: string;
  /** The member that holds the settings; undefined where they stand beside the prompt. */
  readonly settings?: string;
  /** How long an answer may be: at most what the model's record says, and `usual` where the request does not say. */
  readonly maxTokens: { readonly name: string; readonly usual?: number };
  readonly temperature: { readonly name: string; readonly bounds: Bounds };
  readonly topP: { readonly name: string; readonly bounds: Bounds };
  /** The member with the stop sequences; undefined where there is none. */
  readonly stop?: string;
  /** Members that are taken and not used. */
  readonly others: readonly string[];
  readonly template: ChatTemplate;
  /** What Bedrock says of a member that the form does not have, where its words do not name the member. */
  readonly refusal?: string;
}

/**
 * A body of the form as a conversation.
 *
 * @throws {ServiceError} `ValidationException`
 */
export function readPrompt(
  body: JsonObject,
  modelId: string,
  { models, rules }: ReadContext,
  form: PromptForm,
): ConverseRequest {
  const { prompt, settings, maxTokens, temperature, topP, stop, refusal } = form;
  const names = [maxTokens.name, temperature.name, topP.name, ...(stop === undefined ? [] : [stop])];
  const known = [prompt, ...(settings === undefined ? names : [settings]), ...form.others];
  const closed = rules === 'aws';
  checkKeys(body, '', { required: [prompt], known: closed ? known : undefined, refusal });
  const given = settings === undefined ? body : (optionalObject(body, settings, '') ?? {});
  const place = settings === undefined ? '' : `/${settings}`;
  if (closed && settings !== undefined) checkKeys(given, place, { known: names });
  if (closed) checkNulls(given, place, form);
  const { maxOutputTokens: longest } = models.capabilities(modelId);
  const lengths = [1, longest === 'unknown' ? Infinity : longest] as const;
  return {
    modelId,
    ...turnsOf(text(body, prompt, ''), form.template),
    inferenceConfig: {
      maxTokens: optionalIntegerIn(given, maxTokens.name, place, lengths) ?? maxTokens.usual,
      temperature: optionalNumberIn(given, temperature.name, place, temperature.bounds),
      topP: optionalNumberIn(given, topP.name, place, topP.bounds),
      stopSequences: stop === undefined ? undefined : texts(given, stop, place),
    },
  };
}

/**
 * Null is no setting that is left out. Recorded of AI21's prompts: github.com/langgenius/dify, its provider of bedrock; of Claude's earlier
 * bodies: https://github.com/x3n0cr4735/celi/pull/91
 */
function checkNulls(
  given: JsonObject,
  place: string,
  { maxTokens, temperature, topP, stop }: PromptForm,
): void {
  const types: readonly (readonly [name: string | undefined, type: string])[] = [
    [maxTokens.name, 'Integer'],
    [temperature.name, 'Number'],
    [topP.name, 'Number'],
    [stop, 'JSONArray'],
  ];
  const violations = types.flatMap(([name, type]) =>
    name !== undefined && given[name] === null
      ? [`#${place}/${name}: expected type: ${type}, found: Null`]
      : [],
  );
  if (violations.length > 0) throw malformedInput(violations.join(''));
}
