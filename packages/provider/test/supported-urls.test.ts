import { type ModelFamily, resolveBaseModelId } from '@bedrock-kit/converse-mapping';
import { expect, test } from 'vitest';
import { supportedUrlsOf } from '../src/supported-urls.ts';

const arn = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abcdef123456';
const s3 = { '*/*': [/^s3:\/\//] };

test('files on S3 are left to models that may read them, and downloaded for those that do not', () => {
  expect(supportedUrlsOf('us.amazon.nova-lite-v1:0', undefined)).toEqual(s3);
  expect(supportedUrlsOf('us.amazon.nova-micro-v1:0', undefined)).toEqual({});
});

test('behind an ARN they are those of the model that is named for it, and of an unknown one where none is', () => {
  expect(supportedUrlsOf(arn, 'amazon.nova-micro-v1:0')).toEqual({});
  expect(supportedUrlsOf(arn, undefined)).toEqual(s3);
});

const families = {
  anthropic: true,
  nova: true,
  openai: true,
  mistral: true,
  meta: true,
  deepseek: true,
  qwen: true,
  cohere: true,
} satisfies Record<ModelFamily, true>;

test.each(Object.keys(families))('that the ARN is one of the family %s makes no difference', (name) => {
  const modelFamily = name as ModelFamily; // a key of the table
  expect(supportedUrlsOf(arn, resolveBaseModelId({ modelFamily }))).toEqual(s3);
});
