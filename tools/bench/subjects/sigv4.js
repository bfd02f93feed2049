// Signature Version 4: one POST as Bedrock gets it, signed by everybody with the same key, and verified. Every signature is
// verified before its maker is measured.
import assert from 'node:assert/strict';
import { createHmac, createSecretKey, hash as oneShot, randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Sha256 as PortableSha256 } from '@aws-crypto/sha256-js';
import { createSigner, verifyRequest } from '@bedrock-kit/sigv4';
import { awsVerify } from '@filen/aws4-express';
import { Hash } from '@smithy/hash-node';
import { SignatureV4 } from '@smithy/signature-v4';
import aws4 from 'aws4';
import { AwsV4Signer } from 'aws4fetch';
import { signRequest } from 'aws-sigv4-sign';
import { build } from 'esbuild';

const credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};
const scope = { service: 'bedrock', region: 'us-east-1' };
const host = 'bedrock-runtime.us-east-1.amazonaws.com';
const path = '/model/anthropic.claude-3-haiku-20240307-v1%3A0/converse';
const url = `https://${host}${path}`;
const headers = { 'content-type': 'application/json' };

const ours = 'signSync';
const ourSign = 'sign';
const viaFetch = 'aws4fetch, key cached';
const smithy = '@smithy/signature-v4, hash-node';
const classic = 'aws4';
const another = 'aws-sigv4-sign';
const floor = 'floor: two hashes, one HMAC, the strings';

export const apart = true;

export default async function cases() {
  const portable = await portableLane();
  return [
    ...(await warmCases()),
    await inFlightCase(64),
    await coldKeyCase(),
    ...(await largeCases('bytes', randomBytes(5_000_000))),
    ...(await largeCases('text', 'a'.repeat(5_000_000))),
    ...(await Promise.all([2048, 4096, 32_768].map((size) => portableCase(portable, size)))),
    await verifyCase(),
  ];
}

/** Every contender as a function that signs `body`, each kept as it is meant to be used: set up once, then called. */
function contenders(body) {
  const signer = createSigner({ ...scope, credentials });
  const cache = new Map();
  const aws = new SignatureV4({
    ...scope,
    credentials,
    sha256: Hash.bind(null, 'sha256'),
    applyChecksum: false,
  });
  const request = {
    method: 'POST',
    protocol: 'https:',
    hostname: host,
    path,
    query: {},
    headers: { host, ...headers },
    body,
  };
  return {
    [ours]: () => signer.signSync({ method: 'POST', url, headers, body }),
    [ourSign]: () => signer.sign({ method: 'POST', url, headers, body }),
    // The constructor takes the request, so it is part of signing one.
    [viaFetch]: () =>
      new AwsV4Signer({
        method: 'POST',
        url,
        headers,
        body,
        ...credentials,
        ...scope,
        cache,
        singleEncode: false,
      }).sign(),
    [smithy]: () => aws.sign(request),
    [classic]: () =>
      aws4.sign({ method: 'POST', host, path, headers: { ...headers }, body, ...scope }, credentials),
    [another]: () => signRequest(url, { method: 'POST', headers, body }, { ...scope, credentials }),
  };
}

async function warmCases() {
  const body = text(2048);
  const all = contenders(body);
  await check(all, body);
  const { [another]: other, ...peers } = all;
  const sync = { [ours]: all[ours], [classic]: all[classic], [floor]: atTheFloor(body) };
  return [
    {
      title: 'signSync of a POST of 2 kB, warm key',
      contenders: sync,
      targets: { [classic]: 2, [floor]: 2 },
      sync: true,
    },
    {
      title: 'sign of a POST of 2 kB, warm key, one after the other',
      contenders: { [ourSign]: all[ourSign], ...only(peers, viaFetch, smithy), [another]: other },
      targets: { [viaFetch]: 25, [smithy]: 4 },
    },
  ];
}

async function inFlightCase(count) {
  const all = contenders(text(2048));
  const together = (call) => () => Promise.all(Array.from({ length: count }, call));
  return {
    title: `sign of a POST of 2 kB, warm key, ${count} in flight`,
    contenders: {
      [ourSign]: together(all[ourSign]),
      [viaFetch]: together(all[viaFetch]),
      [smithy]: together(all[smithy]),
    },
    targets: { [viaFetch]: 15, [smithy]: 4 },
    operations: count,
  };
}

/** Another secret each time, so that every signature derives its key. */
async function coldKeyCase() {
  const body = text(2048);
  const request = { method: 'POST', url, headers, body };
  let count = 0;
  const latest = () => `${credentials.secretAccessKey}${count}`;
  const fresh = () => {
    count += 1;
    return { ...credentials, secretAccessKey: latest() };
  };
  const all = {
    [ours]: () => createSigner({ ...scope, credentials: fresh() }).signSync(request),
    'aws4fetch, key not cached': () =>
      new AwsV4Signer({ ...request, ...fresh(), ...scope, singleEncode: false }).sign(),
    [classic]: () =>
      aws4.sign({ method: 'POST', host, path, headers: { ...headers }, body, ...scope }, fresh()),
  };
  await check(all, body, latest);
  return { title: 'sign of a POST of 2 kB, cold key', contenders: all };
}

// In two cases, so that ours and the floor do not pay for collecting the copies of megabytes that the others make.
async function largeCases(kind, body) {
  const all = only(contenders(body), ours, viaFetch, smithy);
  await check(all, body);
  const { [ours]: sign, [viaFetch]: fetching, [smithy]: client } = all;
  const title = `signSync of a POST of 5 MB of ${kind}, warm key`;
  return [
    {
      title,
      contenders: { [ours]: sign, 'floor: the hash alone': () => oneShot('sha256', body) },
      targets: { 'floor: the hash alone': 1.05 },
      sync: true,
    },
    {
      title: `${title}, beside others`,
      contenders: { [ours]: sign, [viaFetch]: fetching, [smithy]: client },
    },
  ];
}

/** The lane for runtimes without node:crypto, beside what works there. */
async function portableCase(portable, size) {
  const body = text(size);
  const signer = portable.createSigner({ ...scope, credentials });
  const js = new SignatureV4({ ...scope, credentials, sha256: PortableSha256 });
  const request = {
    method: 'POST',
    protocol: 'https:',
    hostname: host,
    path,
    query: {},
    headers: { host, ...headers },
    body,
  };
  const all = {
    'sign, portable': () => signer.sign({ method: 'POST', url, headers, body }),
    ...only(contenders(body), viaFetch),
    '@smithy/signature-v4, sha256-js': () => js.sign(request),
  };
  await check(all, body);
  return {
    title: `sign of a POST of ${size / 1024} kB without node:crypto, warm key`,
    contenders: all,
    targets: size <= 4096 ? { [viaFetch]: 8 } : {},
  };
}

async function verifyCase() {
  const body = text(2048);
  const target = `https://${host}/model/echo/converse`;
  const signed = createSigner({ ...scope, credentials }).signSync({
    method: 'POST',
    url: target,
    headers,
    body,
  });
  const received = {
    method: 'POST',
    url: '/model/echo/converse',
    headers: { host, ...signed.headers },
    body,
  };
  const express = {
    method: 'POST',
    url: received.url,
    headers: received.headers,
    header: (name) => received.headers[name.toLowerCase()],
    rawBody: body,
  };
  const lookupSecret = () => credentials.secretAccessKey;
  const now = () => new Date();
  const verify = () => verifyRequest(received, { lookupSecret, clock: () => signedAt });
  const signedAt = now();
  const byExpress = () =>
    new Promise((resolve, reject) => {
      const onSignatureMismatch = () => reject(new Error('mismatch'));
      awsVerify({ secretKey: lookupSecret, onSignatureMismatch, onExpired: reject, onSuccess: resolve })(
        express,
        {},
        reject,
      );
    });
  assert.equal((await verify()).ok, true);
  await byExpress();
  return {
    title: 'verifyRequest of a POST of 2 kB, warm key',
    contenders: { verifyRequest: verify, '@filen/aws4-express': byExpress },
    targets: { '@filen/aws4-express': 5 },
  };
}

/** What cannot be left out, with everything else known beforehand: the date, the scope, the path and the order of headers. */
function atTheFloor(body) {
  let key = Buffer.from(`AWS4${credentials.secretAccessKey}`);
  for (const part of ['20260115', 'us-east-1', 'bedrock', 'aws4_request'])
    key = createHmac('sha256', key).update(part).digest();
  const secret = createSecretKey(key);
  const canonicalPath = path.replaceAll('%', '%25');
  return () => {
    const canonical = `POST\n${canonicalPath}\n\ncontent-type:application/json\nhost:${host}\nx-amz-date:20260115T120000Z\n\ncontent-type;host;x-amz-date\n${oneShot('sha256', body)}`;
    const toSign = `AWS4-HMAC-SHA256\n20260115T120000Z\n20260115/us-east-1/bedrock/aws4_request\n${oneShot('sha256', canonical)}`;
    const signature = createHmac('sha256', secret).update(toSign).digest('hex');
    return {
      authorization: `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260115/us-east-1/bedrock/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=${signature}`,
      'content-type': 'application/json',
      'x-amz-date': '20260115T120000Z',
    };
  };
}

/** Bundled as a browser would get it, so that the imports map chooses the portable hash. */
async function portableLane() {
  const resolveDir = dirname(fileURLToPath(import.meta.url));
  const outfile = join(resolveDir, '../out/sigv4-portable.js');
  await build({
    stdin: { contents: "export * from '@bedrock-kit/sigv4';", resolveDir },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'browser',
  });
  return import(pathToFileURL(outfile));
}

/** Whoever is measured must have signed: each signature is verified. */
async function check(all, body, lookupSecret = () => credentials.secretAccessKey) {
  for (const [name, call] of Object.entries(all)) {
    const { headers: signed } = await call();
    const received = { method: 'POST', url, headers: [...new Headers(signed)], body };
    const result = await verifyRequest(received, { lookupSecret });
    assert.ok(result.ok, `${name}: ${result.message}\n${result.canonicalRequest}`);
  }
}

function only(all, ...names) {
  return Object.fromEntries(names.map((name) => [name, all[name]]));
}

function text(size) {
  return JSON.stringify({ messages: [{ role: 'user', content: [{ text: 'a'.repeat(size - 60) }] }] });
}
