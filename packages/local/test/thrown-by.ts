import { LocalBedrockError } from '../src/index.ts';

/** The error of this package that an action throws; anything else comes through. */
export function thrownBy(action: () => unknown): LocalBedrockError {
  try {
    action();
  } catch (error) {
    if (LocalBedrockError.isInstance(error)) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}
