import { createSigner } from '@bedrock-kit/sigv4';
import { describe, expect, it } from 'vitest';
import { createLocalBedrock, defaultCredentials, type LocalBedrockOptions } from '../../src/index.ts';
import { modelId } from '../aws-clients.ts';

const now = new Date('2026-01-15T12:00:00Z');
const path = `/model/${encodeURIComponent(modelId)}/converse`;
const url = `http://bedrock.test${path}`;
const body = JSON.stringify({ messages: [{ role: 'user', content: [{ text: 'echo hi' }] }] });

interface Signing {
  readonly region?: string;
  readonly service?: string;
  readonly date?: Date;
  readonly credentials?: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
  readonly signBody?: boolean;
}

async function signed(signing: Signing = {}): Promise<{ url: string; headers: Record<string, string> }> {
  const signer = createSigner({
    region: signing.region ?? 'us-east-1',
    service: signing.service ?? 'bedrock',
    credentials: signing.credentials ?? defaultCredentials,
  });
  const request = await signer.sign(
    { method: 'POST', url, headers: { 'content-type': 'application/json' }, body },
    { signingDate: signing.date ?? now, signBody: signing.signBody ?? false },
  );
  return { url: request.url, headers: request.headers };
}

function local(options: LocalBedrockOptions = {}) {
  return createLocalBedrock({ clock: () => now, ...options });
}

interface Refusal {
  readonly status: number;
  readonly type: string | null;
  readonly message: string;
}

async function refusal(response: Response): Promise<Refusal> {
  const { message } = (await response.json()) as { message: string };
  return {
    status: response.status,
    type: response.headers.get('x-amzn-errortype')?.split(':')[0] ?? null,
    message,
  };
}

describe('a signed request', () => {
  it('is refused in time that grows as its headers', { timeout: 10_000 }, async () => {
    const long = 'Credential='.repeat(20_000);
    const signer = createSigner({ region: 'us-east-1', service: 'bedrock', credentials: defaultCredentials });
    const { headers } = await signer.sign(
      { method: 'POST', url, headers: { long }, body },
      { signingDate: now },
    );
    const other = await local().fetch(url, { method: 'POST', headers, body: '{}' });
    expect((await refusal(other)).message).toContain(long);
    const authorization = `AWS4-HMAC-SHA256 ${long}`;
    const malformed = await local().fetch(url, { method: 'POST', headers: { authorization }, body });
    expect((await refusal(malformed)).type).toBe('IncompleteSignature');
  });

  it.each([false, true])('is let in, its body hash in a header: %s', async (signBody) => {
    const { url, headers } = await signed({ signBody });
    const response = await local().fetch(url, { method: 'POST', headers, body });
    expect(response.status).toBe(200);
  });

  it('with another body is refused with the strings that AWS calculates from what arrived', async () => {
    const other = body.replace('hi', 'ho');
    const hash = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(other))).toString('hex');
    for (const signBody of [false, true]) {
      const { url, headers } = await signed({ signBody });
      const { status, type, message } = await refusal(
        await local().fetch(url, { method: 'POST', headers, body: other }),
      );
      expect({ status, type }).toEqual({ status: 403, type: 'InvalidSignatureException' });
      const canonical = [
        'POST',
        path.replaceAll('%', '%25'),
        '',
        'content-type:application/json',
        'host:bedrock.test',
        ...(signBody ? [`x-amz-content-sha256:${headers['x-amz-content-sha256'] ?? ''}`] : []),
        'x-amz-date:20260115T120000Z',
        '',
        signBody ? 'content-type;host;x-amz-content-sha256;x-amz-date' : 'content-type;host;x-amz-date',
        hash,
      ].join('\n');
      const canonicalHash = Buffer.from(
        await crypto.subtle.digest('SHA-256', Buffer.from(canonical)),
      ).toString('hex');
      expect(message).toBe(
        'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access ' +
          'Key and signing method. Consult the service documentation for details.\n\n' +
          `The Canonical String for this request should have been\n'${canonical}'\n\n` +
          `The String-to-Sign should have been\n'AWS4-HMAC-SHA256\n20260115T120000Z\n` +
          `20260115/us-east-1/bedrock/aws4_request\n${canonicalHash}'\n`,
      );
    }
  });

  it('is refused with request metadata that it does not cover', async () => {
    const { url, headers } = await signed();
    const metadata = { 'x-amzn-bedrock-request-metadata': '{"team":"a"}' };
    const response = await local().fetch(url, { method: 'POST', headers: { ...headers, ...metadata }, body });
    expect(await refusal(response)).toEqual({
      status: 403,
      type: 'InvalidSignatureException',
      message: 'The header x-amzn-bedrock-request-metadata is not among the signed headers.',
    });
  });

  it('sent to another path is refused', async () => {
    const { url, headers } = await signed();
    const response = await local().fetch(`${url}-stream`, { method: 'POST', headers, body });
    const { status, type, message } = await refusal(response);
    expect({ status, type }).toEqual({ status: 403, type: 'InvalidSignatureException' });
    expect(message).toContain(`'POST\n${path.replaceAll('%', '%25')}-stream\n`);
  });

  it.each([
    [{ region: 'us-west-2' }, 'Credential should be scoped to a valid region. '],
    [{ service: 's3' }, /does not match|correct service: 'bedrock'/],
    [{ service: 'bedrock-runtime' }, "Credential should be scoped to correct service: 'bedrock'. "],
    [
      { date: new Date('2026-01-15T11:54:59Z') },
      'Signature expired: 20260115T115459Z is now earlier than 20260115T115500Z (20260115T120000Z - 5 min.)',
    ],
    [
      { date: new Date('2026-01-15T12:05:01Z') },
      'Signature not yet current: 20260115T120501Z is still later than 20260115T120500Z (20260115T120000Z + 5 min.)',
    ],
  ])('signed with %j is refused with status 403', async (signing, message) => {
    const { url, headers } = await signed(signing);
    const refused = await refusal(await local().fetch(url, { method: 'POST', headers, body }));
    expect(refused).toEqual({
      status: 403,
      type: 'InvalidSignatureException',
      message: typeof message === 'string' ? message : (expect.stringMatching(message) as string),
    });
  });

  it.each(['us-west-2', 'eu-west-1'])(
    'whose scope was changed to %s afterwards is refused',
    async (region) => {
      const { url, headers } = await signed();
      const authorization = headers['authorization']?.replace('us-east-1', region) ?? '';
      const response = await local().fetch(url, {
        method: 'POST',
        headers: { ...headers, authorization },
        body,
      });
      expect((await refusal(response)).status).toBe(403);
    },
  );

  it.each([
    ['20260115T120001Z', /^The request signature we calculated does not match/],
    [
      '20260116T000000Z',
      /^Date in Credential scope does not match .*: '20260115' != '20260116', from '20260116T000000Z'\.$/,
    ],
  ])('whose date was changed to %s afterwards is refused', async (date, message) => {
    const { url, headers } = await signed();
    const response = await local().fetch(url, {
      method: 'POST',
      headers: { ...headers, 'x-amz-date': date },
      body,
    });
    expect(await refusal(response)).toEqual({
      status: 403,
      type: 'InvalidSignatureException',
      message: expect.stringMatching(message) as string,
    });
  });

  it.each([
    ['http://bedrock.test:4280', 'The host was signed without its port'],
    ['http://other.test:4280', 'The signature is not that of the canonical request'],
  ])('sent to %s is refused, and told what of the host was signed', async (origin, hint) => {
    const { headers } = await signed();
    const response = await local().fetch(`${origin}${path}`, { method: 'POST', headers, body });
    expect(response.headers.get('x-bedrock-local-hint')).toMatch(new RegExp(`^${hint}`));
    const { type, message } = await refusal(response);
    expect(type).toBe('InvalidSignatureException');
    expect(message).toContain(`\nhost:${new URL(origin).host}\n`);
  });

  it('with the wrong secret is refused, and the answer does not hold the right one', async () => {
    const { url, headers } = await signed({
      credentials: { ...defaultCredentials, secretAccessKey: 'wrong' },
    });
    const refused = await refusal(await local().fetch(url, { method: 'POST', headers, body }));
    expect(refused.status).toBe(403);
    expect(refused.type).toBe('InvalidSignatureException');
    expect(refused.message).not.toContain(defaultCredentials.secretAccessKey);
  });

  it.each([
    ['an unknown key', { accessKeyId: 'AKIDUNKNOWN', secretAccessKey: 'x' }, {}],
    [
      'a session token that is not the key’s',
      { ...defaultCredentials, sessionToken: 'other' },
      { credentials: { ...defaultCredentials, sessionToken: 'right' } },
    ],
    ['a session token where the key has none', { ...defaultCredentials, sessionToken: 'other' }, {}],
    [
      'a session token where that of the key is empty',
      { ...defaultCredentials, sessionToken: 'other' },
      { credentials: { ...defaultCredentials, sessionToken: '' } },
    ],
    [
      'no session token where the key has one',
      defaultCredentials,
      { credentials: { ...defaultCredentials, sessionToken: 'right' } },
    ],
  ])('with %s is refused as an unrecognized client', async (_title, credentials, options) => {
    const { url, headers } = await signed({ credentials });
    expect(await refusal(await local(options).fetch(url, { method: 'POST', headers, body }))).toEqual({
      status: 403,
      type: 'UnrecognizedClientException',
      message: 'The security token included in the request is invalid.',
    });
  });

  it.each(['first', 'second'])('of the %s of two sessions that share a key id is let in', async (name) => {
    const sessions = ['first', 'second'].map((sessionToken) => ({
      accessKeyId: 'ASIASHARED',
      secretAccessKey: `secret of the ${sessionToken}`,
      sessionToken,
    }));
    const credentials = sessions.find(({ sessionToken }) => sessionToken === name) ?? defaultCredentials;
    const { url, headers } = await signed({ credentials });
    const response = await local({ credentials: sessions }).fetch(url, { method: 'POST', headers, body });
    expect(response.status).toBe(200);
  });

  it('with a session token that has expired is refused, and let in while it has not', async () => {
    const credentials = {
      ...defaultCredentials,
      sessionToken: 'token',
      expiration: new Date('2026-01-15T13:00:00Z'),
    };
    const { url, headers } = await signed({ credentials });
    const before = await local({ credentials }).fetch(url, { method: 'POST', headers, body });
    expect(before.status).toBe(200);
    const expired = { ...credentials, expiration: now };
    expect(
      await refusal(await local({ credentials: expired }).fetch(url, { method: 'POST', headers, body })),
    ).toEqual({
      status: 403,
      type: 'ExpiredTokenException',
      message: 'The security token included in the request is expired',
    });
  });

  it('in a presigned URL is let in until it expires', async () => {
    const signer = createSigner({ region: 'us-east-1', service: 'bedrock', credentials: defaultCredentials });
    const presigned = await signer.presign(
      { method: 'POST', url, body },
      { signingDate: new Date('2026-01-15T11:50:00Z'), expiresIn: 601 },
    );
    expect((await local().fetch(presigned.url, { method: 'POST', body })).status).toBe(200);
    const later = local({ clock: () => new Date('2026-01-15T12:00:02Z') });
    expect(await refusal(await later.fetch(presigned.url, { method: 'POST', body }))).toEqual({
      status: 403,
      type: 'InvalidSignatureException',
      message:
        'Signature expired: 20260115T115000Z is now earlier than 20260115T115001Z (20260115T120002Z - 601 s)',
    });
  });
});
