// The request metadata of InvokeModel is JSON text of an object whose values are strings.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
import type { Invocation } from '../invocation.ts';
import { objectIn } from '../json.ts';
import type { Rule } from '../rule.ts';

export const metadataJson: Rule<Invocation> = {
  id: 'metadata-json',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html',
  check({ request: { requestMetadata } }, refuse) {
    if (!requestMetadata) return;
    const record = objectIn(requestMetadata);
    if (record && Object.values(record).every((entry) => typeof entry === 'string')) return;
    refuse(
      'requestMetadata',
      'The value of X-Amzn-Bedrock-Request-Metadata is invalid. Provide a JSON object with string values and try again.',
    );
  },
};
