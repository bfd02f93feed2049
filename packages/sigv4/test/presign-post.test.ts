import { S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type PostUpload, presignPost, presignPostSync, SigV4Error } from '../src/index.ts';
import { credentials, signingDate } from './vectors/bedrock.ts';

const s3 = { service: 's3', region: 'eu-west-1', credentials, signingDate };
const url = 'https://bucket.s3.eu-west-1.amazonaws.com/';
const upload: PostUpload = { url, bucket: 'bucket', key: 'holiday.jpg' };

interface Policy {
  readonly expiration: string;
  readonly conditions: readonly unknown[];
}

function policyOf({ fields }: { readonly fields: Record<string, string> }): Policy {
  return JSON.parse(Buffer.from(fields['policy'] ?? fields['Policy'] ?? '', 'base64').toString()) as Policy;
}

/** Field names are the same in any case. */
function lowerCase(value: unknown): unknown {
  const members = Object.entries(value as object).map(([name, each]) => [
    name.toLowerCase(),
    each as unknown,
  ]);
  return Array.isArray(value) ? value : Object.fromEntries(members);
}

afterEach(() => {
  vi.useRealTimers();
});

describe("a form is that of AWS's own client", () => {
  const cases: readonly (readonly [name: string, options: Partial<PresignedPostOptions>, token?: string])[] =
    [
      ['with a key', { Key: 'holiday.jpg' }],
      ['with the name of the file', { Key: 'user/eric/${filename}' }],
      ['with temporary credentials', { Key: 'a' }, 'TOKEN/1='],
      [
        'with fields and conditions',
        {
          Key: 'über/日本 1.png',
          Expires: 60,
          Fields: { 'Content-Type': 'image/png', acl: 'public-read', 'x-amz-meta-who': 'Zoë' },
          Conditions: [
            ['content-length-range', 0, 10_485_760],
            ['starts-with', '$x-amz-meta-tag', ''],
            { success_action_status: '201' },
          ],
        },
      ],
    ];
  for (const [name, theirs, sessionToken] of cases)
    it(name, async () => {
      vi.useFakeTimers({ now: signingDate });
      const identity = { ...credentials, ...(sessionToken && { sessionToken }) };
      const client = new S3Client({ region: 'eu-west-1', credentials: identity });
      const { Key: key = '', Conditions: conditions, Fields: fields, Expires: expiresIn } = theirs;
      const expected = await createPresignedPost(client, { ...theirs, Bucket: 'bucket', Key: key });
      const ours = await presignPost(
        { url, bucket: 'bucket', key, fields, conditions: conditions as PostUpload['conditions'] },
        { ...s3, credentials: () => Promise.resolve(identity), expiresIn },
      );
      expect(ours.url).toBe(expected.url);
      const mask = { policy: expect.any(String) as string, 'x-amz-signature': expect.any(String) as string };
      expect(lowerCase(ours.fields)).toEqual({ ...(lowerCase(expected.fields) as object), ...mask });
      const [found, policy] = [policyOf(ours), policyOf(expected)];
      expect(Date.parse(found.expiration)).toBe(Date.parse(policy.expiration));
      const conditionsOf = ({ conditions: each }: Policy): unknown[] => each.map(lowerCase);
      expect(new Set(conditionsOf(found))).toEqual(new Set(conditionsOf(policy)));
    });
});

it('the signature is over the policy as it is sent', async () => {
  // By hand, from the description: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-UsingHTTPPOST.html
  const { createHmac } = await import('node:crypto');
  const { fields } = presignPostSync(upload, s3);
  const key = ['20260115', 'eu-west-1', 's3', 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${credentials.secretAccessKey}`,
  );
  expect(fields['x-amz-signature']).toBe(
    createHmac('sha256', key)
      .update(fields['policy'] ?? '')
      .digest('hex'),
  );
});

it('has the fields that were given, what is undefined left out', () => {
  const { fields } = presignPostSync(
    { ...upload, fields: { acl: 'private', 'x-amz-tagging': undefined } },
    s3,
  );
  expect(Object.keys(fields).sort()).toEqual([
    'acl',
    'bucket',
    'key',
    'policy',
    'x-amz-algorithm',
    'x-amz-credential',
    'x-amz-date',
    'x-amz-signature',
  ]);
});

it('holds for an hour by default, and by the clock of the signer', () => {
  const { expiration } = policyOf(
    presignPostSync(upload, { ...s3, signingDate: undefined, clock: () => signingDate }),
  );
  expect(expiration).toBe(new Date(signingDate.getTime() + 3_600_000).toISOString());
});

it('allows any key that begins as its own does before the name of the file', () => {
  const { conditions } = policyOf(presignPostSync({ ...upload, key: 'a/${filename}/b' }, s3));
  expect(conditions).toContainEqual(['starts-with', '$key', 'a/']);
});

it('refuses what would make a form that S3 refuses, or one that holds too widely', () => {
  const thrown = (given: Partial<PostUpload>, options: object = {}): unknown => {
    try {
      return presignPostSync({ ...upload, ...given }, { ...s3, ...options });
    } catch (error) {
      if (!SigV4Error.isInstance(error)) throw error;
      return `${error.code}: ${error.message}`;
    }
  };
  expect(thrown({ url: '/upload' })).toBe('invalid-request: url: is missing or not valid');
  expect(thrown({ bucket: '' })).toBe('invalid-request: bucket: is missing or not valid');
  expect(thrown({ key: '' })).toBe('invalid-request: key: is missing or not valid');
  for (const name of ['bucket', 'key'])
    for (const given of [Promise.resolve('a'), 5, null])
      expect(thrown({ [name]: given })).toBe(`invalid-request: ${name}: is missing or not valid`);
  expect(thrown({}, { expiresIn: 0 })).toBe(
    'invalid-option: expiresIn: is number 0, not whole seconds from 1 to 604800',
  );
  // As a variable of the environment gives it.
  expect(thrown({}, { expiresIn: '900' })).toBe(
    'invalid-option: expiresIn: is string 900, not whole seconds from 1 to 604800',
  );
  for (const region of ['', 'us/east', 7, () => Promise.resolve('us-east-1')])
    expect(thrown({}, { region })).toBe('invalid-option: region: is missing or not a name');
  expect(thrown({}, { credentials: () => credentials })).toBe(
    'asynchronous: credentials: are a function: call it, or use the form without Sync',
  );
});
