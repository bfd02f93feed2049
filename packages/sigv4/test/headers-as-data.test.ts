import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { describe, expect, it } from 'vitest';
import { createSigner, type HeadersInput, type ReceivedRequest, verifyRequest } from '../src/index.ts';

const credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  sessionToken: 'TOKEN/1=',
};
const region = 'us-east-1';
const signingDate = new Date('2026-11-29T12:00:00Z');

function signerOf(service: string) {
  return createSigner({ service, region, credentials, signingDate });
}

function witness(service: string) {
  return new SignatureV4({ service, region, credentials, sha256: Sha256, applyChecksum: false });
}

function verified(request: ReceivedRequest, service: string) {
  const clock = () => signingDate;
  return verifyRequest(request, { service, clock, lookupSecret: () => credentials.secretAccessKey });
}

describe('signed, and sent as data', () => {
  // https://docs.aws.amazon.com/neptune/latest/userguide/access-graph-opencypher-bolt.html
  it('a login to Neptune over Bolt, which names the port of the host', async () => {
    const host = 'mydb.cluster-1.us-east-1.neptune.amazonaws.com:8182';
    const { method, headers } = signerOf('neptune-db').signSync({
      url: `https://${host}/opencypher`,
      headers: { host },
    });
    const theirs = await witness('neptune-db').sign(
      {
        method: 'GET',
        protocol: 'https:',
        hostname: host.replace(':8182', ''),
        path: '/opencypher',
        headers: { host },
      },
      { signingDate },
    );
    expect({ method, headers }).toEqual({ method: 'GET', headers: theirs.headers });
    expect(Object.keys(headers).sort()).toEqual([
      'authorization',
      'host',
      'x-amz-date',
      'x-amz-security-token',
    ]);
  });

  // https://cloud.google.com/iam/docs/samples/iam-workload-identity-aws-credential
  it('an identity for Google Cloud, with the resource that it is for', async () => {
    const host = 'sts.us-east-1.amazonaws.com';
    const { url, method, headers } = signerOf('sts').signSync({
      method: 'POST',
      url: `https://${host}?Action=GetCallerIdentity&Version=2011-06-15`,
      headers: { host, 'x-goog-cloud-target-resource': '//iam.googleapis.com/projects/1' },
    });
    const pairs = Object.entries(headers).map(([key, value]) => ({ key, value }));
    const token = encodeURIComponent(JSON.stringify({ url, method, headers: pairs }));
    const read = JSON.parse(decodeURIComponent(token)) as Omit<ReceivedRequest, 'headers'> & {
      headers: typeof pairs;
    };
    const received = read.headers.map(({ key, value }) => [key, value] as const);
    expect(await verified({ ...read, headers: received }, 'sts')).toMatchObject({
      ok: true,
      signedHeaders: ['host', 'x-amz-date', 'x-amz-security-token', 'x-goog-cloud-target-resource'],
    });
  });

  // As the driver snowflake-sdk 3.3 makes it: lib/authentication/auth_workload_identity/attestation_aws
  it('an identity for Snowflake, with the audience that it is for', async () => {
    const host = 'sts.us-east-1.amazonaws.com';
    const query = { Action: 'GetCallerIdentity', Version: '2011-06-15' };
    const own = { host, 'x-snowflake-audience': 'snowflakecomputing.com' };
    const { url, method, headers } = signerOf('sts').signSync({
      method: 'POST',
      url: `https://${host}/`,
      query,
      headers: own,
    });
    const theirs = await witness('sts').sign(
      { method: 'POST', protocol: 'https', hostname: host, path: '/', headers: own, query },
      { signingDate },
    );
    expect({ url, method, headers }).toEqual({
      url: 'https://sts.us-east-1.amazonaws.com/?Action=GetCallerIdentity&Version=2011-06-15',
      method: 'POST',
      headers: theirs.headers,
    });
  });

  // https://github.com/mongodb/specifications/blob/master/source/auth/auth.md#mongodb-aws; the signature is that of the driver mongodb 7.9
  it('a login to MongoDB by MONGODB-AWS, with the length of the body among what is signed', () => {
    const body = 'Action=GetCallerIdentity&Version=2011-06-15';
    const { headers } = signerOf('sts').signSync(
      {
        method: 'POST',
        url: 'https://sts.us-east-1.amazonaws.com/',
        headers: {
          'content-length': String(body.length),
          'content-type': 'application/x-www-form-urlencoded',
          'x-mongodb-server-nonce': Buffer.alloc(64, 7).toString('base64'),
          'x-mongodb-gs2-cb-flag': 'n',
        },
        body,
      },
      { signedHeaders: ['content-length'] },
    );
    expect(headers['authorization']).toBe(
      'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261129/us-east-1/sts/aws4_request, SignedHeaders=content-length;content-type;host;x-amz-date;x-amz-security-token;x-mongodb-gs2-cb-flag;x-mongodb-server-nonce, Signature=798187758f1c04060d9f9e22a2a21f2e2616478e1a595196a81c03d0e1223203',
    );
  });

  // https://github.com/aws/aws-msk-iam-auth#details
  it('a login to a broker of MSK by AWS_MSK_IAM, whose names are in lower case', async () => {
    const host = 'b-1.mycluster.kafka.us-east-1.amazonaws.com';
    const query = { Action: 'kafka-cluster:Connect' };
    const { url, signature } = signerOf('kafka-cluster').presignSync(
      { url: `https://${host}/`, query },
      { expiresIn: 900 },
    );
    const theirs = await witness('kafka-cluster').presign(
      { method: 'GET', protocol: 'https:', hostname: host, path: '/', query, headers: { host } },
      { signingDate, expiresIn: 900 },
    );
    expect(signature).toBe(theirs.query?.['X-Amz-Signature']);
    const parameters = Array.from(new URL(url).searchParams, ([name, value]) => [name.toLowerCase(), value]);
    expect(Object.fromEntries(parameters)).toEqual({
      action: 'kafka-cluster:Connect',
      'x-amz-algorithm': 'AWS4-HMAC-SHA256',
      'x-amz-credential': 'AKIDEXAMPLE/20261129/us-east-1/kafka-cluster/aws4_request',
      'x-amz-date': '20261129T120000Z',
      'x-amz-expires': '900',
      'x-amz-security-token': 'TOKEN/1=',
      'x-amz-signature': signature,
      'x-amz-signedheaders': 'host',
    });
  });
});

describe('headers that come as data', () => {
  // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-event-structure.html
  it('of an event of Lambda@Edge are made into lists of values', async () => {
    // As @types/aws-lambda has it: without a key that is sure.
    const event: Record<string, { key?: string; value: string }[]> = {
      host: [{ key: 'Host', value: 'abc.lambda-url.us-east-1.on.aws' }],
      'user-agent': [{ key: 'User-Agent', value: 'Amazon CloudFront' }],
      'x-forwarded-for': [{ key: 'X-Forwarded-For', value: '203.0.113.178' }],
      'x-order': [
        { key: 'X-Order', value: '1' },
        { key: 'X-Order', value: '2' },
      ],
    };
    const headers: HeadersInput = Object.fromEntries(
      Object.entries(event).map(([name, all]) => [name, all.map(({ value }) => value)]),
    );
    const signed = signerOf('lambda').signSync({ path: '/orders?page=2', headers });
    expect(await verified({ ...signed, url: '/orders?page=2' }, 'lambda')).toMatchObject({
      ok: true,
      signedHeaders: ['host', 'x-amz-date', 'x-amz-security-token', 'x-order'],
    });
    expect(signed.headers).toMatchObject({ 'user-agent': 'Amazon CloudFront', 'x-order': '1,2' });
  });
});
