// The request metadata of InvokeModel is JSON text of an object whose values are strings, within the limits that Converse has for it, too.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
// https://docs.aws.amazon.com/bedrock/latest/userguide/cost-mgmt-request-metadata.html
import { checkLimits } from '../../limits.ts';
import type { Shape } from '../../shape.ts';
import { requestMetadataKeyString, requestMetadataValueString } from '../../shapes/scalars.ts';
import type { Invocation } from '../invocation.ts';
import { objectIn } from '../json.ts';
import type { Rule } from '../rule.ts';

// Converse's, but for the least number of entries, which the page does not have.
const limits: Shape = {
  type: 'map',
  key: requestMetadataKeyString,
  value: requestMetadataValueString,
  max: 16,
};

export const metadataJson: Rule<Invocation> = {
  id: 'metadata-json',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html',
  check({ request: { requestMetadata } }, refuse) {
    if (!requestMetadata) return;
    const record = objectIn(requestMetadata);
    const isOfTexts = record && Object.values(record).every((entry) => typeof entry === 'string');
    if (isOfTexts && checkLimits(limits, record).length === 0) return;
    const wanted = isOfTexts
      ? 'at most 16 entries, whose keys and values have at most 256 letters, digits, spaces and :_@$#=/+,-.,'
      : 'a JSON object with string values';
    refuse(
      'requestMetadata',
      `The value of X-Amzn-Bedrock-Request-Metadata is invalid. Provide ${wanted} and try again.`,
    );
  },
};
