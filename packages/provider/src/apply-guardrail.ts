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
 * Which guardrail (`guardrailIdentifier` and `guardrailVersion`) looks at what. `source` tells who wrote it: a user (`INPUT`) or a model
 * (`OUTPUT`).
 */
export interface ApplyGuardrailOptions extends Omit<ApplyGuardrailRequest, 'content'> {
  /** A text, several texts, or AWS's own content blocks. */
  readonly content: string | readonly string[] | ApplyGuardrailRequest['content'];
  /** Ends the call when it is aborted. */
  readonly abortSignal?: AbortSignal | undefined;
  /** Sent with this request; win over those of the provider. */
  readonly headers?: Record<string, string | undefined> | undefined;
}

/** AWS's answer (`action` is `GUARDRAIL_INTERVENED` where something was found), and the headers. */
export interface AppliedGuardrail extends ApplyGuardrailResponse {
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
