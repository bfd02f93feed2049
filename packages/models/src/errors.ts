/**
 * The one error of this package: an argument that cannot be a model id at all.
 * @module
 */

/** `empty-model-id`: a string without characters. `not-a-string`: anything that is no string. */
export type ModelIdErrorCode = 'empty-model-id' | 'not-a-string';

const marker = Symbol.for('@bedrock-kit/models.ModelIdError');

/** Thrown by `parseModelId` and `capabilitiesOf`. Any text of at least one character is a legal id and never throws. */
export class ModelIdError extends TypeError {
  override readonly name = 'ModelIdError';
  readonly code: ModelIdErrorCode;
  /** Which argument was wrong: `modelId`, or `options.baseModelId`. */
  readonly path: string;

  constructor(code: ModelIdErrorCode, path: string, message: string) {
    super(message);
    this.code = code;
    this.path = path;
    Object.defineProperty(this, marker, { value: true });
  }

  /** True for an error of this class, also from another copy of this package. */
  static isInstance(value: unknown): value is ModelIdError {
    return marker in Object(value);
  }
}
