import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import {
  createSigner,
  type CredentialProvider,
  SigV4Error,
  signSync,
  type SignerOptions,
} from '../src/index.ts';

const credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};
const options = {
  service: 'execute-api',
  region: 'us-east-1',
  credentials,
  signingDate: '2026-01-15T12:00:00Z',
};
const url = 'https://example.com/path';

function caught(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}

const codeAndField = (error: unknown) => (SigV4Error.isInstance(error) ? [error.code, error.field] : error);

describe('createSigner', () => {
  it('signs alike at once and with a promise', async () => {
    const signer = createSigner(options);
    expect(await signer.sign({ url, body: 'x' })).toEqual(signer.signSync({ url, body: 'x' }));
    expect(await signer.presign({ url, body: 'x' })).toEqual(signer.presignSync({ url, body: 'x' }));
  });

  it('lets a call say otherwise, and what a call leaves undefined stays', () => {
    const signer = createSigner({ ...options, expiresIn: 60, unsignedHeaders: ['accept'] });
    const request = { url, headers: { accept: '*/*' } };
    expect(signer.presignSync(request, { expiresIn: undefined }).url).toContain('X-Amz-Expires=60&');
    expect(signer.presignSync(request, { expiresIn: 61 }).url).toContain('X-Amz-Expires=61&');
    expect(signer.presignSync(request).url).toMatch(/X-Amz-SignedHeaders=host$/);
    expect(signer.presignSync(request, { unsignedHeaders: [] }).url).toMatch(
      /X-Amz-SignedHeaders=accept%3Bhost$/,
    );
  });

  it('takes the date as a date, as milliseconds or as text', () => {
    const signer = createSigner(options);
    for (const signingDate of [
      new Date('2026-02-01T00:00:00Z'),
      1_769_904_000_000,
      '2026-02-01T01:00:00+01:00',
    ]) {
      expect(signer.signSync({ url }, { signingDate }).headers['x-amz-date']).toBe('20260201T000000Z');
    }
  });

  it('signs with the time of its clock, anew for each request', () => {
    const times = ['2026-01-15T12:00:00Z', '2026-01-15T12:00:01Z'];
    const signer = createSigner({
      ...options,
      signingDate: undefined,
      clock: () => new Date(times.shift() ?? ''),
    });
    const [first, second] = [signer.signSync({ url }), signer.signSync({ url })];
    expect([first.headers['x-amz-date'], second.headers['x-amz-date']]).toEqual([
      '20260115T120000Z',
      '20260115T120001Z',
    ]);
    expect(first.signature).not.toBe(second.signature);
  });

  it('keeps the credentials that it was made with', () => {
    const given = { ...credentials };
    const signer = createSigner({ ...options, credentials: given });
    const before = signer.signSync({ url }).signature;
    given.secretAccessKey = 'changed';
    expect(signer.signSync({ url }).signature).toBe(before);
  });

  it('takes credentials that are getters of a class', () => {
    class Vault {
      readonly #keys = credentials;
      get accessKeyId() {
        return this.#keys.accessKeyId;
      }
      get secretAccessKey() {
        return this.#keys.secretAccessKey;
      }
    }
    const { signature } = createSigner({ ...options, credentials: new Vault() }).signSync({ url });
    expect(signature).toBe(createSigner(options).signSync({ url }).signature);
  });

  it('asks a function for credentials once, however many requests wait', async () => {
    const provider = vi.fn(() =>
      Promise.resolve({ ...credentials, expiration: new Date(Date.now() + 3_600_000) }),
    );
    const signer = createSigner({ ...options, credentials: provider });
    const signed = await Promise.all(Array.from({ length: 50 }, () => signer.sign({ url })));
    expect(provider).toHaveBeenCalledTimes(1);
    expect(new Set(signed.map(({ signature }) => signature)).size).toBe(1);
    expect(signed[0]).toEqual(createSigner(options).signSync({ url }));
  });

  it('hands on what such a function throws', async () => {
    const failing = createSigner({
      ...options,
      credentials: () => Promise.reject(new Error('no profile')),
    });
    await expect(failing.sign({ url })).rejects.toThrow('no profile');
  });

  it.each<[string, CredentialProvider]>([
    [
      'throws',
      async () => {
        await Promise.resolve();
        throw new Error('no profile');
      },
    ],
    ['gives', () => Promise.resolve({ accessKeyId: 'AKIDEXAMPLE', secretAccessKey: '' })],
  ])('leads from what such a function %s to the line that signs', async (_, load) => {
    const failing = createSigner({ ...options, credentials: load });
    async function caller(): Promise<void> {
      await failing.sign({ url });
    }
    await expect(caller()).rejects.toMatchObject({
      stack: expect.stringMatching(/at (async )?caller /) as string,
    });
  });

  it('ignores an empty session token', () => {
    const signer = createSigner({ ...options, credentials: { ...credentials, sessionToken: '' } });
    expect(Object.keys(signer.signSync({ url }).headers)).toEqual(['x-amz-date', 'authorization']);
    expect(signer.presignSync({ url }).url).not.toContain('Security-Token');
  });

  it('signs a signed request again as if for the first time', () => {
    const signer = createSigner({ ...options, credentials: { ...credentials, sessionToken: 'TOKEN' } });
    const first = signer.signSync({ url, body: 'x' });
    expect(signer.signSync(first)).toEqual(first);
    const presigned = signer.presignSync({ url });
    expect(signer.presignSync(presigned)).toEqual(presigned);
  });
});

describe('what cannot be signed is refused', () => {
  const cases: [string, () => unknown, [string, string]][] = [
    [
      'an empty access key id',
      () => createSigner({ ...options, credentials: { ...credentials, accessKeyId: '' } }),
      ['missing-credentials', 'credentials'],
    ],
    [
      'an empty secret access key',
      () => createSigner({ ...options, credentials: { ...credentials, secretAccessKey: '' } }),
      ['missing-credentials', 'credentials'],
    ],
    [
      'credentials that were left out, as JavaScript may',
      // The types refuse it, JavaScript does not.
      () => createSigner({ ...options, credentials: undefined } as unknown as SignerOptions),
      ['missing-credentials', 'credentials'],
    ],
    ['an empty region', () => createSigner({ ...options, region: '' }), ['invalid-option', 'region']],
    [
      'a service with a slash',
      () => createSigner({ ...options, service: 's3/x' }),
      ['invalid-option', 'service'],
    ],
    [
      'a service that is missing',
      () => createSigner({ ...options, service: undefined } as unknown as SignerOptions),
      ['invalid-option', 'service'],
    ], // as JavaScript may
    ['a relative URL', () => createSigner(options).signSync({ url: '/path' }), ['invalid-request', 'url']],
    [
      'a URL that is not of HTTP',
      () => createSigner(options).signSync({ url: 'ftp://example.com/' }),
      ['invalid-request', 'url'],
    ],
    [
      'a URL that nobody can read',
      () => createSigner(options).signSync({ url: 'https://[' }),
      ['invalid-request', 'url'],
    ],
    [
      'a path without a host',
      () => createSigner(options).signSync({ path: '/' }),
      ['invalid-request', 'headers.host'],
    ],
    [
      'a date that is none',
      () => createSigner(options).signSync({ url }, { signingDate: 'soon' }),
      ['invalid-option', 'signingDate'],
    ],
    [
      'a date beyond those that there are',
      () => createSigner(options).signSync({ url }, { signingDate: 1e20 }),
      ['invalid-option', 'signingDate'],
    ],
    [
      'an expiry of nothing',
      () => createSigner(options).presignSync({ url }, { expiresIn: 0 }),
      ['invalid-option', 'expiresIn'],
    ],
    [
      'an expiry of more than a week',
      () => createSigner(options).presignSync({ url }, { expiresIn: 604_801 }),
      ['invalid-option', 'expiresIn'],
    ],
    [
      'an expiry in parts of seconds',
      () => createSigner(options).presignSync({ url }, { expiresIn: 1.5 }),
      ['invalid-option', 'expiresIn'],
    ],
    [
      'a function for credentials, at once',
      () => createSigner({ ...options, credentials: () => Promise.resolve(credentials) }).signSync({ url }),
      ['asynchronous', 'credentials'],
    ],
    [
      'the same without a signer',
      () => signSync({ url }, { ...options, credentials: () => Promise.resolve(credentials) }),
      ['asynchronous', 'credentials'],
    ],
    [
      'a Blob, at once',
      () => createSigner(options).signSync({ url, body: new Blob(['x']) }),
      ['unsupported-body', 'body'],
    ],
    [
      'a stream',
      () => createSigner(options).signSync({ url, body: new Blob(['x']).stream() }),
      ['unsupported-body', 'body'],
    ],
  ];
  for (const [title, action, expected] of cases) {
    it(title, () => {
      expect(codeAndField(caught(action))).toEqual(expected);
    });
  }

  it('with a promise by a rejection', async () => {
    const signer = createSigner(options);
    expect(codeAndField(await signer.sign({ url: 'x' }).catch((error: unknown) => error))).toEqual([
      'invalid-request',
      'url',
    ]);
    expect(
      codeAndField(await signer.presign({ url }, { expiresIn: 0 }).catch((error: unknown) => error)),
    ).toEqual(['invalid-option', 'expiresIn']);
    // A plain object is not in the types; JavaScript may pass one.
    const body = { a: 1 } as unknown as string;
    expect(codeAndField(await signer.sign({ url, body }).catch((error: unknown) => error))).toEqual([
      'unsupported-body',
      'body',
    ]);
  });
});

describe('the secret is shown by nothing', () => {
  const secret = credentials.secretAccessKey;
  const shown = (value: unknown) =>
    `${inspect(value, { depth: 10, showHidden: true, getters: true })}${JSON.stringify(value)}${String(value)}`;

  it('not by a signer, an event signer or a signed request', () => {
    const signer = createSigner(options);
    const events = signer.eventSigner({ priorSignature: '0'.repeat(64) });
    const values = [
      signer,
      events,
      events.signSync(new Uint8Array(1)),
      signer.signSync({ url }),
      signer.presignSync({ url }),
    ];
    for (const value of values) expect(shown(value)).not.toContain(secret);
  });

  it('not by an error, nor by its cause', () => {
    const errors = [
      caught(() => createSigner({ ...options, region: '' })),
      caught(() => createSigner({ ...options, credentials: { ...credentials, accessKeyId: '' } })),
      caught(() => createSigner(options).presignSync({ url }, { expiresIn: 0 })),
    ];
    for (const error of errors) expect(shown(error)).not.toContain(secret);
  });
});
