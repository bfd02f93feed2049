import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { describe, expect, it } from 'vitest';
import { createSigner, type HeadersInput, type ReceivedRequest, verifyRequest } from '../src/index.ts';

const credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};

function verified(request: ReceivedRequest, service: string) {
  return verifyRequest(request, { service, lookupSecret: () => credentials.secretAccessKey });
}

describe('what people sign most', () => {
  it('a JSON call, as DynamoDB takes it', async () => {
    const signer = createSigner({ service: 'dynamodb', region: 'eu-west-1', credentials });
    const signed = signer.signSync({
      method: 'POST',
      url: 'https://dynamodb.eu-west-1.amazonaws.com/',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'DynamoDB_20120810.ListTables',
      },
      body: '{}',
    });
    expect(await verified(signed, 'dynamodb')).toMatchObject({
      ok: true,
      region: 'eu-west-1',
      signedHeaders: ['content-type', 'host', 'x-amz-date', 'x-amz-target'],
    });
  });

  it('a presigned download from S3', async () => {
    const signer = createSigner({ service: 's3', region: 'us-east-1', credentials });
    const { url } = signer.presignSync(
      { url: "https://bucket.s3.us-east-1.amazonaws.com/my photo (1)'s.jpg" },
      { expiresIn: 900 },
    );
    expect(await verified({ method: 'GET', url, headers: {} }, 's3')).toMatchObject({
      ok: true,
      presigned: true,
      payloadHash: 'UNSIGNED-PAYLOAD',
    });
  });

  it('a WebSocket, of Transcribe and of IoT', async () => {
    const temporary = { ...credentials, sessionToken: 'TOKEN/1=' };
    const options = { region: 'us-east-1', credentials: temporary };
    const received = (address: string): ReceivedRequest => {
      const { host, pathname, search } = new URL(address);
      return { method: 'GET', url: pathname + search, headers: { host } };
    };
    // 300 seconds at most: https://docs.aws.amazon.com/transcribe/latest/dg/streaming-websocket.html
    const transcribe = createSigner({ ...options, service: 'transcribe', expiresIn: 300 }).presignSync({
      url: 'wss://transcribestreaming.us-east-1.amazonaws.com:8443/stream-transcription-websocket',
      query: { 'sample-rate': 16_000 },
    });
    expect(transcribe.url).toMatch(
      /^wss:\/\/transcribestreaming\.us-east-1\.amazonaws\.com:8443\/stream-transcription-websocket\?X-Amz-.*&sample-rate=16000$/,
    );
    expect(await verified(received(transcribe.url), 'transcribe')).toMatchObject({
      ok: true,
      sessionToken: 'TOKEN/1=',
    });
    const iot = createSigner({ ...options, service: 'iotdevicegateway', sessionToken: 'appended' });
    const mqtt = iot.presignSync({ url: 'wss://abc-ats.iot.us-east-1.amazonaws.com/mqtt' });
    expect(mqtt.url).toMatch(/^wss:\/\/abc-ats\.iot\.us-east-1\.amazonaws\.com\/mqtt\?/);
    const verification = {
      lookupSecret: () => credentials.secretAccessKey,
      sessionToken: 'appended',
    } as const;
    expect(await verifyRequest(received(mqtt.url), verification)).toMatchObject({
      ok: true,
      sessionToken: 'TOKEN/1=',
    });
  });

  it('a session of S3 Express, by header and in a URL', async () => {
    const signer = createSigner({ service: 's3express', region: 'us-west-2', credentials });
    const url = 'https://b--usw2-az1--x-s3.s3express-usw2-az1.us-west-2.amazonaws.com/a//b';
    const signed = signer.signSync({ url, headers: { 'x-amz-s3session-token': 'SESSION' } });
    expect(await verified(signed, 's3express')).toMatchObject({
      ok: true,
      signedHeaders: ['host', 'x-amz-content-sha256', 'x-amz-date', 'x-amz-s3session-token'],
    });
    const presigned = signer.presignSync({ url, query: { 'X-Amz-S3session-Token': 'SESSION' } });
    expect(new URL(presigned.url).searchParams.get('X-Amz-S3session-Token')).toBe('SESSION');
    expect(await verified(presigned, 's3express')).toMatchObject({ ok: true, signedHeaders: ['host'] });
  });

  it('a token for a cluster of EKS, with a header that its STS must find signed', async () => {
    const signer = createSigner({ service: 'sts', region: 'eu-west-1', credentials });
    const headers = { 'x-k8s-aws-id': 'my-cluster' };
    const signed = signer.presignSync({
      ...{ url: 'https://sts.eu-west-1.amazonaws.com', headers },
      query: { Action: 'GetCallerIdentity', Version: '2011-06-15' },
    });
    expect(signed.headers).toEqual(headers);
    expect(signed.url).toMatch(
      /^https:\/\/sts\.eu-west-1\.amazonaws\.com\/\?Action=GetCallerIdentity&Version=2011-06-15&X-Amz-/,
    );
    expect(await verified(signed, 'sts')).toMatchObject({
      ok: true,
      signedHeaders: ['host', 'x-k8s-aws-id'],
    });
  });

  // As aws/aws-msk-iam-sasl-signer-js makes it, src/getMSKAuthToken.ts.
  it('a token for a cluster of MSK, which names the client behind the signature', async () => {
    const temporary = { ...credentials, sessionToken: 'TOKEN/1=' };
    const [service, region, host] = ['kafka-cluster', 'us-east-1', 'kafka.us-east-1.amazonaws.com'];
    const query = { Action: 'kafka-cluster:Connect' };
    const signingDate = new Date('2026-11-29T12:00:00Z');
    const { url, signature } = createSigner({ service, region, credentials: temporary }).presignSync(
      { url: `https://${host}/`, query },
      { expiresIn: 900, signingDate },
    );
    const token = Buffer.from(`${url}&User-Agent=my-app`).toString('base64url');
    expect(Object.fromEntries(new URL(Buffer.from(token, 'base64url').toString()).searchParams)).toEqual({
      Action: 'kafka-cluster:Connect',
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Credential': 'AKIDEXAMPLE/20261129/us-east-1/kafka-cluster/aws4_request',
      'X-Amz-Date': '20261129T120000Z',
      'X-Amz-Expires': '900',
      'X-Amz-Security-Token': 'TOKEN/1=',
      'X-Amz-Signature': signature,
      'X-Amz-SignedHeaders': 'host',
      'User-Agent': 'my-app',
    });
    const theirs = new SignatureV4({ service, region, credentials: temporary, sha256: Sha256 });
    const request = {
      method: 'GET',
      protocol: 'https:',
      hostname: host,
      path: '/',
      query,
      headers: { host },
    };
    expect((await theirs.presign(request, { expiresIn: 900, signingDate })).query?.['X-Amz-Signature']).toBe(
      signature,
    );
  });

  it('the headers of AppSync, which travel as data and have the host among them', async () => {
    const signer = createSigner({ service: 'appsync', region: 'us-east-1', credentials });
    const host = 'abc.appsync-api.us-east-1.amazonaws.com';
    const { headers } = signer.signSync({
      method: 'POST',
      url: `https://${host}/event`,
      headers: { host, accept: 'application/json, text/javascript', 'content-encoding': 'amz-1.0' },
      body: '{}',
    });
    expect(Object.keys(headers)).toEqual([
      'host',
      'accept',
      'content-encoding',
      'x-amz-date',
      'authorization',
    ]);
    expect(await verified({ method: 'POST', url: '/event', headers, body: '{}' }, 'appsync')).toMatchObject({
      ok: true,
      signedHeaders: ['accept', 'content-encoding', 'host', 'x-amz-date'],
    });
  });

  // https://developer.hashicorp.com/vault/docs/auth/aws#iam-auth-method
  it('a login of Vault, which sends the request on to STS and wants its own header signed', async () => {
    const signer = createSigner({ service: 'sts', region: 'us-east-1', credentials });
    const signed = await signer.sign({
      method: 'POST',
      url: 'https://sts.us-east-1.amazonaws.com/',
      headers: { 'X-Vault-AWS-IAM-Server-ID': 'vault.example.com' },
      body: new URLSearchParams({ Action: 'GetCallerIdentity', Version: '2011-06-15' }),
    });
    const login = [signed.url, signed.body as Uint8Array, JSON.stringify(signed.headers)].map((part) =>
      Buffer.from(part as string).toString('base64'),
    );
    const [url = '', body = '', headers = ''] = login.map((part) => Buffer.from(part, 'base64').toString());
    expect(
      await verified({ method: 'POST', url, headers: JSON.parse(headers) as HeadersInput, body }, 'sts'),
    ).toMatchObject({
      ok: true,
      signedHeaders: ['content-type', 'host', 'x-amz-date', 'x-vault-aws-iam-server-id'],
    });
  });

  it('R2 of Cloudflare, whose region is auto', async () => {
    const signer = createSigner({ service: 's3', region: 'auto', credentials });
    const signed = signer.signSync({ url: 'https://account.r2.cloudflarestorage.com/bucket/a key+1.txt' });
    expect(signed.url).toBe('https://account.r2.cloudflarestorage.com/bucket/a%20key%2B1.txt');
    expect(await verified(signed, 's3')).toMatchObject({
      ok: true,
      region: 'auto',
      signedHeaders: ['host', 'x-amz-content-sha256', 'x-amz-date'],
    });
  });

  it('GetCallerIdentity of STS, as a form', async () => {
    const signer = createSigner({ service: 'sts', region: 'us-east-1', credentials });
    const body = new URLSearchParams({ Action: 'GetCallerIdentity', Version: '2011-06-15' });
    const signed = await signer.sign({ method: 'POST', url: 'https://sts.us-east-1.amazonaws.com/', body });
    expect(signed.headers['content-type']).toBe('application/x-www-form-urlencoded;charset=UTF-8');
    expect(await verified(signed, 'sts')).toMatchObject({ ok: true, service: 'sts' });
  });
});

describe('what others have published comes out the same', () => {
  const region = 'us-east-1';

  // https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html and .../sigv4-streaming-trailers.html
  it("the requests of S3's documentation that open a chunked upload", () => {
    const signer = createSigner({
      ...{ service: 's3', region, signingDate: '2013-05-24T00:00:00Z' },
      credentials: {
        accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
        secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      },
    });
    const opened = (payloadHash: string, headers: Record<string, string>) =>
      signer.signSync(
        {
          method: 'PUT',
          url: 'https://s3.amazonaws.com/examplebucket/chunkObject.txt',
          headers: {
            ...headers,
            'x-amz-storage-class': 'REDUCED_REDUNDANCY',
            'content-encoding': 'aws-chunked',
            'x-amz-decoded-content-length': '66560',
          },
        },
        { payloadHash, signedHeaders: ['content-length'] },
      ).signature;
    expect(opened('STREAMING-AWS4-HMAC-SHA256-PAYLOAD', { 'content-length': '66824' })).toBe(
      '4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9',
    );
    expect(
      opened('STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER', { 'x-amz-trailer': 'x-amz-checksum-crc32c' }),
    ).toBe('106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e');
  });

  // https://github.com/boto/botocore/blob/develop/tests/unit/test_signers.py
  it('the token for a database in the tests of botocore', () => {
    const { signature } = createSigner({
      ...{ service: 'rds-db', region, signingDate: '2016-11-07T17:39:33Z' },
      credentials: { accessKeyId: 'akid', secretAccessKey: 'skid' },
    }).presignSync({
      url: 'https://prod-instance.us-east-1.rds.amazonaws.com:3306/?Action=connect&DBUser=someusername&X-Amz-Expires=900',
    });
    expect(signature).toBe('d1138cdbc0ca63eec012ec0fc6c2267e03642168f5884a7795320d4c18374c61');
  });

  // https://github.com/awslabs/amazon-kinesis-video-streams-webrtc-sdk-js/blob/master/src/SigV4RequestSigner.spec.ts
  it('the WebSocket of Kinesis Video in the tests of its own client', () => {
    const signer = createSigner({
      ...{
        service: 'kinesisvideo',
        region: 'us-west-2',
        signingDate: '2019-12-01T00:00:00Z',
        expiresIn: 299,
      },
      credentials: {
        accessKeyId: 'AKIA4F7WJQR7FMMWMNXI',
        secretAccessKey: 'FakeSecretKey',
        sessionToken: 'FakeSessionToken',
      },
    });
    const query = { 'X-Amz-TestParam': 'test-param-value' };
    expect(signer.presignSync({ url: 'wss://kvs.awsamazon.com', query }).url).toBe(
      'wss://kvs.awsamazon.com/?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA4F7WJQR7FMMWMNXI%2F20191201%2Fus-west-2%2Fkinesisvideo%2Faws4_request&X-Amz-Date=20191201T000000Z&X-Amz-Expires=299&X-Amz-Security-Token=FakeSessionToken&X-Amz-Signature=fc268038be276315822b4f73eafd28ee3a5632a2a35fdb0a88db9a42b13d6c92&X-Amz-SignedHeaders=host&X-Amz-TestParam=test-param-value',
    );
    expect(signer.presignSync({ url: 'wss://kvs.awsamazon.com/path/path/path', query }).signature).toBe(
      '0bf3df6ca23d8d82f688e8dbfb90d69e74843d40038541b1721c545eef7612a4',
    );
  });
});
