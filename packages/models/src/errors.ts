/**
 * The one error of this package: an argument that cannot be a model id at all.
 * @module
 */

/** What is wrong with an id. `empty-model-id`: it is an empty string. `not-a-string`: it is not a string. */
export type ModelIdErrorCode = 'empty-model-id' | 'not-a-string';

const marker = Symbol.for('@bedrock-kit/models.ModelIdError');

/** The error for an argument that cannot be a model id: an empty string, or a value that is not a string. Any other text is accepted. */
export class ModelIdError extends TypeError {
  override readonly name = 'ModelIdError';
  /** What is wrong: switch on it. */
  readonly code: ModelIdErrorCode;
  /** Which argument is wrong: `modelId` or `options.baseModelId`. */
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
