/**
 * The guardrail that a request asks for, found in the account.
 */
import type { ConverseRequest, GuardrailStreamConfiguration } from '@bedrock-kit/protocol';
import type { Bedrock } from '../bedrock.ts';
import { appliedGuardrail } from './applied.ts';
import type { RequestedGuardrail } from './conversation.ts';

/**
 * Undefined when the request names none.
 *
 * @throws {ServiceError} `ValidationException` for one that the account does not have
 */
export function requestedGuardrail(
  { guardrailConfig }: ConverseRequest,
  { guardrails, region, accountId }: Pick<Bedrock, 'guardrails' | 'region' | 'accountId'>,
): RequestedGuardrail | undefined {
  // ConverseStream's form has one member more.
  const config: GuardrailStreamConfiguration | undefined = guardrailConfig;
  if (config === undefined) return undefined;
  const { guardrailIdentifier = '', guardrailVersion = '', trace = 'disabled' } = config;
  // An empty text, which fits the pattern of the service model, names no guardrail.
  if (guardrailIdentifier === '') return undefined;
  const settings = guardrails.find(guardrailIdentifier, guardrailVersion, 'ValidationException');
  return {
    ...appliedGuardrail(guardrailIdentifier, guardrailVersion, { region, accountId }),
    settings,
    trace,
    mode: config.streamProcessingMode ?? 'sync',
  };
}
