import { describe, expect, it } from 'vitest';
import { createSigner, type ReceivedRequest, verifyRequest } from '../src/index.ts';

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
    const transcribe = createSigner({ ...options, service: 'transcribe' }).presignSync({
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

  it('GetCallerIdentity of STS, as a form', async () => {
    const signer = createSigner({ service: 'sts', region: 'us-east-1', credentials });
    const body = new URLSearchParams({ Action: 'GetCallerIdentity', Version: '2011-06-15' });
    const signed = await signer.sign({ method: 'POST', url: 'https://sts.us-east-1.amazonaws.com/', body });
    expect(signed.headers['content-type']).toBe('application/x-www-form-urlencoded;charset=UTF-8');
    expect(await verified(signed, 'sts')).toMatchObject({ ok: true, service: 'sts' });
  });
});
