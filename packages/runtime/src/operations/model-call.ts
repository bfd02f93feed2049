// A call of a model by the JSON of its request: what the operations below `/model/{modelId}` have in common.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Amazon_Bedrock_Runtime.html
import type { BlobTree } from '@bedrock-kit/protocol/client';
import type { Call } from '../client.ts';
import { jsonBody } from '../json-operation.ts';
import { label } from './path.ts';

/** The id goes into the path, the rest of the request is the body. */
export function modelCall(
  { modelId, ...body }: { readonly modelId: string },
  operation: string,
  blobs: BlobTree,
): Call {
  return {
    target: `/model/${label(modelId, 'modelId')}/${operation}`,
    arn: modelId,
    ...jsonBody(body, blobs),
  };
}
