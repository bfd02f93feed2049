/**
 * A guardrail without a model: whether a text or an image may pass.
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html
 *
 * @module
 */
import { InvalidArgumentError } from '@ai-sdk/provider';
import type { ApplyGuardrailRequest, ApplyGuardrailResponse } from '@bedrock-kit/protocol';
import { apiCallError } from '@bedrock-kit/invocation/api-call-error';
import type { Connection } from './connection.ts';

/**
 * The guardrail (`guardrailIdentifier` and `guardrailVersion`) and the content to check. `source` says who wrote the content: `INPUT` for a
 * user, `OUTPUT` for a model.
 */
export interface ApplyGuardrailOptions extends Omit<ApplyGuardrailRequest, 'content'> {
  /** The content to check: a text, or a list of texts and of AWS's content blocks. */
  readonly content: string | readonly string[] | ApplyGuardrailRequest['content'];
  /** Aborts the call. */
  readonly abortSignal?: AbortSignal | undefined;
  /** Headers for this request. They win over those of the provider. */
  readonly headers?: Record<string, string | undefined> | undefined;
}

/** AWS's response, whose `action` is `GUARDRAIL_INTERVENED` if the guardrail blocked or masked something, and the response id and headers. */
export interface AppliedGuardrail extends ApplyGuardrailResponse {
  /** The id of the request, for which AWS's support asks, and the headers of the answer. */
  readonly response: { readonly id?: string; readonly headers: Record<string, string> };
}

export async function applyGuardrail(
  { content, abortSignal, headers: sent, ...rest }: ApplyGuardrailOptions,
  { runtime }: Connection,
): Promise<AppliedGuardrail> {
  const blocks = typeof content === 'string' ? [content] : content;
  if (!Array.isArray(blocks)) {
    const message = 'content must be a text, or a list of texts and content blocks.';
    throw new InvalidArgumentError({ argument: 'content', message });
  }
  const request: ApplyGuardrailRequest = {
    ...rest,
    content: blocks.map((block) => (typeof block === 'string' ? { text: { text: block } } : block)),
  };
  try {
    const { body, headers, requestId } = await runtime.applyGuardrail(request, {
      signal: abortSignal,
      headers: sent,
    });
    return {
      ...body,
      response: { ...(requestId !== undefined && { id: requestId }), headers: { ...headers } },
    };
  } catch (error) {
    throw apiCallError(error, request);
  }
}
