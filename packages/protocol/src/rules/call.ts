// A call of any operation on a model, as the rules about models look at it.
// https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html
import type { ModelCapabilities, ParsedModelId } from '@bedrock-kit/models';
import type { OperationName } from '../operation.ts';

export interface Call {
  readonly operation: OperationName;
  readonly model: ParsedModelId;
  readonly capabilities: ModelCapabilities;
}
