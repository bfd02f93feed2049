/** What must hold on every runtime and in both lanes, without a test runner. */
import {
  cacheCredentials,
  createSignedFetch,
  createSigner,
  presignSync,
  SigV4Error,
  sign,
  signEventStream,
  signSync,
  verifyRequest,
} from '../src/index.ts';
import { createSigner as createSigV4aSigner, derivePublicKey } from '../src/sigv4a/index.ts';
import { credentials, expiresIn, scope, signingDate, suite } from './vectors/aws-c-auth.ts';
import * as bedrock from './vectors/bedrock.ts';

function equal(found: unknown, expected: unknown): void {
  const [left, right] = [JSON.stringify(found), JSON.stringify(expected)];
  if (left !== right) throw new Error(`found ${left}, expected ${right}`);
}

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const options = { ...scope, credentials, signingDate, expiresIn };
const lookupSecret = (): string => credentials.secretAccessKey;
const clock = (): Date => signingDate;
const url = 'https://example.amazonaws.com/path';

/** The SHA-256 of `size` bytes of `a`, as the signature has it. */
const hashes: readonly (readonly [size: number, hash: string])[] = [
  [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  [55, '9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318'],
  [56, 'b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a'],
  [64, 'ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb'],
  [1_000_000, 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
];

export const conformance: readonly (readonly [title: string, run: () => void | Promise<void>])[] = [
  ...suite.flatMap(({ name, request, options: call, token, byHeader, byQuery }) => {
    const signer = createSigner({ ...options, credentials: { ...credentials, sessionToken: token } });
    return [
      [
        `${name}, by header`,
        async (): Promise<void> => {
          equal(signer.signSync(request, call).signature, byHeader);
          equal((await signer.sign(request, call)).signature, byHeader);
        },
      ],
      [
        `${name}, by query`,
        async (): Promise<void> => {
          equal(signer.presignSync(request, call).signature, byQuery);
          equal((await signer.presign(request, call)).signature, byQuery);
        },
      ],
    ] as const;
  }),
  ...bedrock.vectors.map(
    ({ id, method, path, query, headers, body, sessionToken, signature }) =>
      [
        `a request to Bedrock, ${id}`,
        (): void => {
          const identity = { ...bedrock.credentials, sessionToken };
          const settings = {
            service: 'bedrock',
            region: 'us-east-1',
            credentials: identity,
            signingDate: bedrock.signingDate,
          };
          equal(
            signSync({ method, url: `https://${bedrock.host}${path}`, query, headers, body }, settings)
              .signature,
            signature,
          );
        },
      ] as const,
  ),
  ...hashes.map(
    ([size, hash]) =>
      [
        `a body of ${size} bytes is hashed alike at once and with a promise`,
        async (): Promise<void> => {
          const request = { method: 'POST', url, body: new Uint8Array(size).fill(97) };
          equal(signSync(request, options).canonicalRequest.slice(-64), hash);
          equal((await sign(request, options)).canonicalRequest.slice(-64), hash);
        },
      ] as const,
  ),
  [
    'event-stream messages are signed each over the one before',
    async () => {
      const [first, end] = bedrock.events;
      const times = [first.date, end.date];
      const clock = (): Date => times.shift() ?? new Date(0);
      const signer = createSigner({
        service: 'bedrock',
        region: 'us-east-1',
        credentials: bedrock.credentials,
        clock,
      });
      const priorSignature = bedrock.vectors[3]?.signature ?? '';
      const signatures: string[] = [];
      for await (const event of signEventStream(
        [bytesOf(first.payload)],
        signer.eventSigner({ priorSignature }),
      )) {
        signatures.push(event.signature);
      }
      equal(signatures, [first.signature, end.signature]);
    },
  ],
  [
    'the URL of a short-term API key comes out as AWS writes it',
    () => {
      const identity = { ...bedrock.credentials, sessionToken: bedrock.sessionToken };
      const settings = {
        service: 'bedrock',
        region: 'us-east-1',
        credentials: identity,
        signingDate: bedrock.signingDate,
        expiresIn: 43_200,
      };
      equal(
        presignSync(
          { method: 'POST', url: 'https://bedrock.amazonaws.com/?Action=CallWithBearerToken' },
          settings,
        ).url,
        bedrock.apiKeyUrl,
      );
    },
  ],
  [
    'what is signed is verified, and what is changed is not',
    async () => {
      for (const signed of [
        signSync({ url, body: 'ሴ' }, options),
        presignSync({ url, body: 'ሴ' }, options),
      ]) {
        equal((await verifyRequest(signed, { lookupSecret, clock })).ok, true);
        const changed = await verifyRequest({ ...signed, body: 'x' }, { lookupSecret, clock });
        equal(changed.ok || changed.code, 'signature-mismatch');
      }
    },
  ],
  [
    'a form, a Blob and parameters are signed as they are sent',
    async () => {
      const form = new FormData();
      form.set('name', 'value');
      for (const body of [form, new Blob(['x'], { type: 'text/css' }), new URLSearchParams({ a: 'b c' })]) {
        const signed = await sign({ method: 'POST', url, body }, options);
        equal((await verifyRequest(signed, { lookupSecret, clock })).ok, true);
        equal(typeof signed.headers['content-type'], 'string');
      }
    },
  ],
  [
    'a stream is refused, and passed through when its payload is not signed',
    async () => {
      const body = new ReadableStream();
      const code = await sign({ method: 'POST', url, body }, options).catch(
        (error: unknown) => SigV4Error.isInstance(error) && error.code,
      );
      equal(code, 'unsupported-body');
      equal(
        (await sign({ method: 'POST', url, body }, { ...options, unsignedPayload: true })).body === body,
        true,
      );
    },
  ],
  [
    'the signed fetch signs, and signs again with the clock of the service',
    async () => {
      const later = new Date(signingDate.getTime() + 3_600_000);
      const codes: string[] = [];
      const send = createSignedFetch({
        ...scope,
        credentials,
        clock,
        async fetch(input, init) {
          const { method, headers } = init ?? {};
          const given = Object.entries((headers ?? {}) as Record<string, string>); // a record is what is sent, to a text
          const request = {
            method: method ?? '',
            url: input as string,
            headers: given,
            body: init?.body,
          };
          const result = await verifyRequest(request, { lookupSecret, clock: () => later });
          codes.push(result.ok ? 'ok' : result.code);
          const answer = { status: result.ok ? 200 : 403, headers: { date: later.toUTCString() } };
          return new Response(result.ok ? '' : '{"__type":"RequestTimeTooSkewed"}', answer);
        },
      });
      equal((await send(url, { method: 'POST', body: 'x' })).status, 200);
      equal(codes, ['skewed', 'ok']);
    },
  ],
  [
    'a Request is signed and sent with its body',
    async () => {
      const send = createSignedFetch({
        ...scope,
        credentials,
        clock,
        async fetch(input) {
          const request = input as Request; // one passes on as one
          const headers = { host: new URL(request.url).host, ...Object.fromEntries(request.headers) };
          const body = new Uint8Array(await request.arrayBuffer());
          const sent = { method: request.method, url: request.url, headers, body };
          const result = await verifyRequest(sent, { lookupSecret, clock });
          return new Response(`${body.length} bytes: ${result.ok ? 'ok' : result.code}`);
        },
      });
      equal(await (await send(new Request(url, { method: 'POST', body: 'Grüße' }))).text(), '7 bytes: ok');
    },
  ],
  [
    'credentials are loaded once for many requests',
    async () => {
      let count = 0;
      const load = cacheCredentials(async () => {
        count += 1;
        await Promise.resolve();
        return { ...credentials, expiration: new Date(Date.now() + 3_600_000) };
      });
      await Promise.all(Array.from({ length: 10 }, () => load()));
      equal(count, 1);
    },
  ],
  [
    'a signature for several regions holds under the derived public key',
    async () => {
      const signed = await createSigV4aSigner({
        service: 'service',
        regionSet: '*',
        credentials,
        signingDate,
      }).sign({ url });
      const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
      const key = await crypto.subtle.importKey(
        'jwk',
        { ...derivePublicKey(credentials) },
        algorithm,
        false,
        ['verify'],
      );
      // r and s out of the DER sequence, each filled up to 32 bytes.
      const der = bytesOf(signed.signature);
      const end = 4 + (der[3] ?? 0);
      const raw = new Uint8Array(64);
      const r = der.subarray(4, end).slice(-32);
      const s = der.subarray(end + 2).slice(-32);
      raw.set(r, 32 - r.length);
      raw.set(s, 64 - s.length);
      equal(
        await crypto.subtle.verify(algorithm, key, raw, new TextEncoder().encode(signed.stringToSign)),
        true,
      );
    },
  ],
  [
    'an error has a code and a field, and shows no secret',
    () => {
      try {
        createSigner({ ...options, region: '' });
      } catch (error) {
        if (!SigV4Error.isInstance(error)) throw error;
        equal([error.code, error.field], ['invalid-option', 'region']);
        equal(`${String(error)}${JSON.stringify(error)}`.includes(credentials.secretAccessKey), false);
        return;
      }
      throw new Error('Nothing was thrown.');
    },
  ],
];
