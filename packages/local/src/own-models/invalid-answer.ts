/**
 * The error for a handler whose answer cannot be sent.
 */
import { LocalBedrockError } from '../errors.ts';

export function invalidAnswer(modelId: string, message: string): LocalBedrockError {
  return new LocalBedrockError('invalid-answer', message, { place: `models['${modelId}']` });
}
