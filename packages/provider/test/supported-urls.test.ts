import { expect, test } from 'vitest';
import { supportedUrlsOf } from '../src/supported-urls.ts';

const arn = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abcdef123456';
const s3 = { '*/*': [/^s3:\/\//] };

test('files on S3 are left to models that may read them, and downloaded for those that do not', () => {
  expect(supportedUrlsOf('us.amazon.nova-lite-v1:0', undefined)).toEqual(s3);
  expect(supportedUrlsOf('us.amazon.nova-micro-v1:0', undefined)).toEqual({});
  // github.com/aws/aws-sdk-js-v3/issues/7732, github.com/strands-agents/harness-sdk/pull/3647
  expect(supportedUrlsOf('global.anthropic.claude-sonnet-4-6', undefined)).toEqual({});
});

test('behind an ARN they are those of the model that is named for it, and of an unknown one where none is', () => {
  expect(supportedUrlsOf(arn, 'amazon.nova-micro-v1:0')).toEqual({});
  expect(supportedUrlsOf(arn, undefined)).toEqual(s3);
});
