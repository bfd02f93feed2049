// The request metadata of InvokeModel is JSON text of an object whose values are strings.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
import type { InvokeModelRequest } from '../../types/invoke.ts';
import type { Rule } from '../rule.ts';

function isStringRecord(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    return Object.values(value).every((entry) => typeof entry === 'string');
  } catch {
    return false;
  }
}

export const metadataJson: Rule<InvokeModelRequest> = {
  id: 'metadata-json',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html',
  check(request, refuse) {
    if (!request.requestMetadata || isStringRecord(request.requestMetadata)) return;
    refuse(
      'requestMetadata',
      'The value of X-Amzn-Bedrock-Request-Metadata is invalid. Provide a JSON object with string values and try again.',
    );
  },
};
