// How a call that no model could answer is refused, in the AI SDK's words.
// https://ai-sdk.dev/docs/reference/ai-sdk-errors
import { InvalidArgumentError, UnsupportedFunctionalityError } from '@ai-sdk/provider';

/** @throws InvalidArgumentError always */
export function invalid(argument: string, message: string): never {
  throw new InvalidArgumentError({ argument, message: `${message}.` });
}

/** @throws UnsupportedFunctionalityError always */
export function unsupported(functionality: string, message: string): never {
  throw new UnsupportedFunctionalityError({ functionality, message: `${message}.` });
}
