/**
 * The input tokens of a call, counted by Bedrock from exactly the request that the call would send.
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CountTokens.html
 *
 * @module
 */
import type { LanguageModelV4, LanguageModelV4CallOptions, SharedV4Warning } from '@ai-sdk/provider';
import {
  type BedrockLanguageModelOptions,
  toCountTokensRequest,
  toUncheckedConverseRequest,
} from '@bedrock-kit/converse-mapping/unchecked';
import { parseModelId } from '@bedrock-kit/models';
import { countTokens as countedBy } from '@bedrock-kit/runtime/core';
import type { Connection } from './connection.ts';
import type { BedrockLanguageModelId } from './provider.ts';
import type { LanguageModelSettings } from './language-model-settings.ts';
import { checkedBefore, failureOf } from './rules-on-demand.ts';

/** The model, and the options of a call as a language model gets them. */
export interface CountTokensOptions extends Omit<LanguageModelV4CallOptions, 'prompt'> {
  /** A model of this provider, whose settings apply, or a model id. For an inference profile, the model behind it counts. */
  readonly model: BedrockLanguageModelId | Pick<LanguageModelV4, 'modelId'>;
  /** A text, which counts as one user message, or a prompt as language models get it. */
  readonly prompt: string | LanguageModelV4CallOptions['prompt'];
  /** Defaults for `providerOptions.bedrock`, like the settings of a model, over which they win. */
  readonly settings?: LanguageModelSettings | undefined;
}

/** The same, with the settings of the model and those of the call in one. */
export interface CountedCall extends Omit<CountTokensOptions, 'settings'> {
  readonly defaults: BedrockLanguageModelOptions;
}

/** What `countTokens` returns: the count, the warnings, and the response id and headers. */
export interface CountedTokens {
  /** The tokens of the whole request: messages, system prompt and tools. */
  readonly inputTokens: number;
  /** What was left out of the request or changed. */
  readonly warnings: SharedV4Warning[];
  /** The id of the request, for which AWS's support asks, and the headers of the answer. */
  readonly response: { readonly id?: string; readonly headers: Record<string, string> };
}

/** @throws APICallError for a model that does not support counting: Bedrock's ValidationException */
export async function countTokens(
  { model, prompt, defaults, ...call }: CountedCall,
  { runtime, rules, generateId }: Connection,
): Promise<CountedTokens> {
  // Without a model, the error is about the missing id.
  const id = typeof model === 'string' ? model : ((model as typeof model | undefined)?.modelId as string);
  const whole: LanguageModelV4CallOptions = {
    ...call,
    prompt:
      typeof prompt === 'string' ? [{ role: 'user', content: [{ type: 'text', text: prompt }] }] : prompt,
  };
  const mapped = await checkedBefore(
    toUncheckedConverseRequest(whole, { modelId: id, settings: defaults }, { generateId }),
    rules,
    call.abortSignal,
  );
  const { request, warnings } = mapped;
  // Only settings and options know the model behind an ARN; a family that they name is no model that could be asked.
  const { bedrock, amazonBedrock } = call.providerOptions ?? {};
  // The mapping has checked it.
  const { baseModelId } = { ...bedrock, ...amazonBedrock } as BedrockLanguageModelOptions;
  const counted = toCountTokensRequest({ ...request, modelId: baseModelId ?? defaults.baseModelId ?? id });
  // Without the ARN the region that it names would be lost, and the prompt would go to another one.
  const { partition, region } = parseModelId(id);
  if (partition && region && !parseModelId(counted.modelId).isArn)
    counted.modelId = `arn:${partition}:bedrock:${region}::foundation-model/${counted.modelId}`;
  try {
    const { body, headers, requestId } = await countedBy(runtime.client, counted, {
      signal: call.abortSignal,
      headers: call.headers,
    });
    return {
      inputTokens: body.inputTokens,
      warnings,
      response: { ...(requestId !== undefined && { id: requestId }), headers: { ...headers } },
    };
  } catch (error) {
    throw await failureOf(error, mapped, rules, counted);
  }
}
