// The AI SDK's own errors for what Bedrock cannot be asked.

import {
  InvalidPromptError,
  type LanguageModelV4Prompt,
  UnsupportedFunctionalityError,
} from '@ai-sdk/provider';

export function invalidPrompt(
  prompt: LanguageModelV4Prompt,
  message: string,
  cause?: unknown,
): InvalidPromptError {
  return new InvalidPromptError({ prompt, message, cause });
}

export function notSupported(functionality: string, message: string): UnsupportedFunctionalityError {
  return new UnsupportedFunctionalityError({ functionality, message });
}
