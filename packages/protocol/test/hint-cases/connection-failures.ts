// Failures of the connection as the client words them, on several runtimes, each with what its hint must speak of.
import type { HintCase } from './service-errors.ts';

export const connectionFailures: readonly HintCase[] = [
  // Measured of a stream whose bytes came in base64, and of one that was taken for UTF-8.
  [
    'MalformedStream',
    'The stream cannot be read: prelude-checksum: expected 3533404500, found 1095125847 at byte 8',
    /changed on the way.*as binary.*API Gateway/,
  ],
  [
    'NetworkError',
    'The connection to http://bedrock.test failed: fetch failed',
    /a proxy.*user and password/,
  ],
  [
    'NetworkError',
    'The connection to https://bedrock.test failed: Proxy response (407) !== 200 when HTTP Tunneling',
    /a proxy.*user and password/,
  ],
  [
    'NetworkError',
    'The connection to https://127.0.0.1:4280 failed: 403DA69A627F0000:error:0A00010B:SSL routines:tls_validate_record_header:wrong version number:../deps/openssl/openssl/ssl/record/methods/tlsany_meth.c:77:\n',
    /no.* TLS.*http:/,
  ],
  [
    'NetworkError',
    'The connection to https://bedrock-runtime.us-east1.amazonaws.com failed: getaddrinfo ENOTFOUND bedrock-runtime.us-east1.amazonaws.com',
    /the region letter by letter/,
  ],
  // Measured on Node 24: of a server that sends the certificate of its issuer, of one that does not, and of one that signs for itself.
  [
    'NetworkError',
    'The connection to https://localhost:4280 failed: self-signed certificate in certificate chain',
    /proxy.*NODE_EXTRA_CA_CERTS.*--use-system-ca/,
  ],
  [
    'NetworkError',
    'The connection to https://localhost:4280 failed: unable to verify the first certificate; if the root CA is installed locally, try running Node.js with --use-system-ca',
    /NODE_EXTRA_CA_CERTS/,
  ],
  [
    'NetworkError',
    'The connection to https://localhost:4280 failed: self-signed certificate; if the root CA is installed locally, try running Node.js with --use-system-ca',
    /NODE_EXTRA_CA_CERTS/,
  ],
  // The words of OpenSSL for the first of them, and those of Deno: https://github.com/denoland/deno/issues/11482
  [
    'NetworkError',
    'The connection to https://bedrock.test failed: error sending request for url (https://bedrock.test/x): client error (Connect): invalid peer certificate: UnknownIssuer',
    /DENO_CERT/,
  ],
  [
    'NetworkError',
    'The connection to https://localhost:4280 failed: unable to get local issuer certificate; if the root CA is installed locally, try running Node.js with --use-system-ca',
    /NODE_EXTRA_CA_CERTS/,
  ],
  // undici's words after ten seconds.
  [
    'NetworkError',
    'The connection to https://bedrock-runtime.us-east-1.amazonaws.com failed: Connect Timeout Error (attempted addresses: 10.0.0.1:443, timeout: 10000ms)',
    /VPC.*interface endpoint.*NAT gateway.*HTTPS_PROXY/,
  ],
  // The system's, of a connection that was made in vain or broke.
  ...['connect ETIMEDOUT 10.0.0.1:443', 'ETIMEDOUT'].map(
    (says): HintCase => ['NetworkError', `The connection to https://bedrock.test failed: ${says}`, /VPC/],
  ),
  ['NetworkError', 'The connection to http://127.0.0.1:45789 failed: Protocol error', /HTTP\/2/],
  [
    'NetworkError',
    'The connection to https://127.0.0.1:44613 failed: 404D298BAB7F0000:error:0A000460:SSL routines:ssl3_read_bytes:tlsv1 alert no application protocol:../deps/openssl/openssl/ssl/record/rec_layer_s3.c:918:SSL alert number 120\n',
    /HTTP\/2/,
  ],
  ['UnknownError', 'The server answered with status 464 and no message.', /HTTP\/2/],
  // The words of Node's fetch after 300 seconds, with 600 of firstEventTimeoutMs.
  ['NetworkError', 'The connection to http://127.0.0.1:42589 failed: Body Timeout Error', /bodyTimeout/],
  ['NetworkError', 'The connection to http://127.0.0.1:42589 failed: Headers Timeout Error', /use a stream/],
  // The same of Bun 1.4 and of Deno 2.9.
  [
    'NetworkError',
    'The connection to https://bedrock.test failed: Proxy refused to open a tunnel: 407 Proxy Authentication Required',
    /a proxy.*user and password/,
  ],
  [
    'NetworkError',
    'The connection to https://bedrock.test failed: error sending request for url (https://bedrock.test/x): client error (Connect): proxy authentication required',
    /a proxy.*user and password/,
  ],
  [
    'NetworkError',
    'The connection to https://127.0.0.1:4280 failed: error sending request for url (https://127.0.0.1:4280/x): client error (Connect): received corrupt message of type InvalidContentType',
    /no.* TLS.*http:/,
  ],
  [
    'NetworkError',
    'The connection to https://bedrock-runtime.us-east1.amazonaws.com failed: error sending request for url (https://bedrock-runtime.us-east1.amazonaws.com/x): client error (Connect): dns error: failed to lookup address information: Name or service not known',
    /the region letter by letter/,
  ],
];
