// A call of any operation on a model, as the rules about models look at it.
// https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html
import { type ModelCapabilities, type ParsedModelId, parseModelId } from '@bedrock-kit/models';
import type { OperationName } from '../operation.ts';

export interface Call {
  readonly operation: OperationName;
  /** `undefined` for an empty id, which the service model's least length refuses already. */
  readonly model: ParsedModelId | undefined;
  readonly capabilities: ModelCapabilities;
  /** Where it is called, if that is told: a message may name it. */
  readonly region?: string | undefined;
}

export function readModelId(modelId: string): ParsedModelId | undefined {
  return modelId === '' ? undefined : parseModelId(modelId);
}
