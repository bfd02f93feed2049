import { createHash, createHmac } from 'node:crypto';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { describe, expect, it } from 'vitest';
import { signString, signStringSync, signSync } from '../src/index.ts';

const credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};
const signingDate = new Date('2026-11-29T12:00:00Z');
const options = { service: 'codecommit', region: 'us-east-1', credentials, signingDate };

describe('a text is signed', () => {
  it('as a request is, whose string to sign it may be', () => {
    const { stringToSign, signature } = signSync(
      { url: 'https://codecommit.us-east-1.amazonaws.com/' },
      options,
    );
    expect(signStringSync(stringToSign, options)).toBe(signature);
  });

  it.each(['', 'a', 'AWS4-HMAC-SHA256\n20261129T120000\nscope\nhash', 'Zoë 日本 👍', 'x'.repeat(70_000)])(
    "as AWS's own client signs one (%#)",
    async (text) => {
      const { service, region } = options;
      const theirs = new SignatureV4({ service, region, credentials, sha256: Sha256 });
      expect(await signString(text, options)).toBe(await theirs.sign(text, { signingDate }));
    },
  );

  it('with credentials that have to be loaded, and at the time of a clock', async () => {
    const later = { ...options, credentials: () => Promise.resolve(credentials) };
    const at = { ...options, signingDate: undefined, clock: () => signingDate };
    const expected = signStringSync('a', options);
    expect(await signString('a', later)).toBe(expected);
    expect(signStringSync('a', at)).toBe(expected);
    expect(signStringSync('a', { ...options, signingDate: '2026-11-30' })).not.toBe(expected);
    expect(() => signStringSync('a', later)).toThrow(expect.objectContaining({ code: 'asynchronous' }));
    expect(() => signStringSync('a', { ...options, region: '' })).toThrow(
      expect.objectContaining({ code: 'invalid-option', field: 'region' }),
    );
  });

  // https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html#smtp-credentials-convert
  it('as the password of SES, whose key is that of a day long ago', () => {
    let key: Buffer | string = `AWS4${credentials.secretAccessKey}`;
    for (const part of ['11111111', 'us-east-1', 'ses', 'aws4_request', 'SendRawEmail'])
      key = createHmac('sha256', key).update(part).digest();
    const signature = signStringSync('SendRawEmail', {
      ...options,
      service: 'ses',
      signingDate: '1111-11-11',
    });
    expect(signature).toBe(Buffer.from(key).toString('hex'));
  });

  // https://docs.aws.amazon.com/codecommit/latest/userguide/setting-up-https-unixes.html, whose helper signs so
  it('as the password of CodeCommit for git', () => {
    const path = '/v1/repos/code';
    const host = 'git-codecommit.us-east-1.amazonaws.com';
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    const canonical = `GIT\n${path}\n\nhost:${host}\n\nhost\n`;
    const text = `AWS4-HMAC-SHA256\n20261129T120000\n20261129/us-east-1/codecommit/aws4_request\n${hash(canonical)}`;
    let key: Buffer | string = `AWS4${credentials.secretAccessKey}`;
    for (const part of ['20261129', 'us-east-1', 'codecommit', 'aws4_request', text])
      key = createHmac('sha256', key).update(part).digest();
    expect(signStringSync(text, options)).toBe(Buffer.from(key).toString('hex'));
  });

  // The example in https://github.com/aws/aws-sigv4-auth-cassandra-nodejs-driver-plugin
  it('as a login of Keyspaces, whose date has milliseconds', () => {
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    const time = '2020-06-09T22:41:51.000Z';
    const scope = '20200609/us-west-2/cassandra/aws4_request';
    const query = new URLSearchParams({
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Credential': `UserID-1/${scope}`,
      'X-Amz-Date': time,
      'X-Amz-Expires': '900',
    });
    const nonce = '91703fdc2ef562e19fbdab0f58e42fe5';
    const canonical = `PUT\n/authenticate\n${query.toString()}\nhost:cassandra\n\nhost\n${hash(nonce)}`;
    const signature = signStringSync(`AWS4-HMAC-SHA256\n${time}\n${scope}\n${hash(canonical)}`, {
      service: 'cassandra',
      region: 'us-west-2',
      signingDate: time,
      credentials: { accessKeyId: 'UserID-1', secretAccessKey: 'UserSecretKey-1' },
    });
    expect(signature).toBe('7f3691c18a81b8ce7457699effbfae5b09b4e0714ab38c1292dbdf082c9ddd87');
  });
});
