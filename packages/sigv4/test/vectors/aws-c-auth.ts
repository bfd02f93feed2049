/**
 * Cases of AWS's C library, https://github.com/awslabs/aws-c-auth tests/aws-signing-test-suite/v4, with their published
 * signatures: by header, and by query for an hour. Paths and values stand here as they stand in the request, not encoded.
 */

export const scope = { service: 'service', region: 'us-east-1' };
export const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
export const signingDate: Date = new Date('2015-08-30T12:36:00Z');
export const expiresIn = 3600;

const host = ['Host', 'example.amazonaws.com'] as const;
const token = '6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267';
const longToken =
  'AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==';
const form = { method: 'POST', path: '/', body: 'Param1=value1' };

export interface SuiteCase {
  readonly name: string;
  readonly method?: string;
  readonly path: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string;
  readonly normalizePath?: boolean;
  readonly signBody?: boolean;
  readonly sessionToken?: string;
  readonly byHeader?: string;
  readonly byQuery?: string;
}

const cases: readonly SuiteCase[] = [
  {
    name: 'get-header-key-duplicate',
    path: '/',
    headers: [
      ['My-Header1', 'value2'],
      ['My-Header1', 'value2'],
      ['My-Header1', 'value1'],
    ],
    byHeader: 'c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea',
    byQuery: '3349ee0b81b4b589da0ff28a395c3591e04de515651dd74f298fa992d1507a97',
  },
  {
    name: 'get-header-value-multiline',
    path: '/',
    headers: [['My-Header1', 'value1\n  value2\n     value3']],
    byHeader: 'cfd34249e4b1c8d6b91ef74165d41a32e5fab3306300901bb65a51a73575eefd',
    byQuery: 'e6f5def831211aca02987a44b96826706278c7bc078112ae0263659c5b2f2d56',
  },
  {
    name: 'get-header-value-order',
    path: '/',
    headers: [
      ['My-Header1', 'value4'],
      ['My-Header1', 'value1'],
      ['My-Header1', 'value3'],
      ['My-Header1', 'value2'],
    ],
    byHeader: '08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01',
  },
  {
    name: 'get-header-value-trim',
    path: '/',
    headers: [
      ['My-Header1', ' value1'],
      ['My-Header2', ' "a   b   c"'],
    ],
    byHeader: 'acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736',
    byQuery: 'e7bb0fd515e125e1aec2ecc4c0c17484fb06f6846b927c35e46005dd3df3acd4',
  },
  {
    name: 'get-relative-normalized',
    path: '/example/..',
    normalizePath: true,
    byHeader: '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
  },
  {
    name: 'get-relative-unnormalized',
    path: '/example/..',
    normalizePath: false,
    byHeader: 'eca7ead57bb5aa5c8e28007acd4ff04e1ff9a0ff3b237ec1554a184887ff9282',
  },
  {
    name: 'get-relative-relative-unnormalized',
    path: '/example1/example2/../..',
    normalizePath: false,
    byHeader: 'dc33e0856fd4baca4d7aa2146c38958283844764f38c74252a333df5e613003b',
  },
  {
    name: 'get-slash-dot-slash-unnormalized',
    path: '/./',
    normalizePath: false,
    byHeader: '68714168e6557f8f2de0ef956fc24dc2593a4bd2961f8df51898d8a134695145',
  },
  {
    name: 'get-slash-pointless-dot-normalized',
    path: '/./example',
    normalizePath: true,
    byHeader: 'ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5',
  },
  {
    name: 'get-slash-pointless-dot-unnormalized',
    path: '/./example',
    normalizePath: false,
    byHeader: 'beb03f223f7deae4146464f06e29eebbee9c8afbe15c290cf07aa8b119e14cff',
  },
  {
    name: 'get-slash-normalized',
    path: '//',
    normalizePath: true,
    byQuery: 'e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d',
  },
  {
    name: 'get-slash-unnormalized',
    path: '//',
    normalizePath: false,
    byHeader: 'c88bcd3d312d75078c0cd961d6deae3f4c754924b01669efcfcb439fd5e5b76e',
  },
  {
    name: 'get-slashes-normalized',
    path: '//example//',
    normalizePath: true,
    byHeader: '9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84',
  },
  {
    name: 'get-slashes-unnormalized',
    path: '//example//',
    normalizePath: false,
    byHeader: '87cca117541a147f6df867677d98a7d80dff226d2bfca9e4ffa899665623c7e5',
    byQuery: '822a5a9ba28072c5ab2bb4a6307d0c88276d40e49fec6b724c03fb4d4ba60fc2',
  },
  {
    name: 'get-space-normalized',
    path: '/example space/',
    normalizePath: true,
    byHeader: '652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741',
    byQuery: '7a1f416954786484c9824d93c1f26ef64acb9b1b6c9154d08c9f07d0e394abf6',
  },
  {
    name: 'get-space-unnormalized',
    path: '/example space/',
    normalizePath: false,
    byHeader: '652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741',
  },
  {
    name: 'get-utf8',
    path: '/ሴ',
    byQuery: '10eae3f14a260bd3911cc6d008d3c576d143b05b62f09782a7a4b37f52178e44',
  },
  {
    name: 'get-vanilla-empty-query-key',
    path: '/?Param1=value1',
    byQuery: '49096700cbbaa5753443850f40df10f904fc2fdb544dc9512203cc77c471a9de',
  },
  {
    name: 'get-vanilla-query-order-encoded',
    path: '/?Param-3=Value3&Param=Value2&%E1%88%B4=Value1',
    byHeader: '371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac',
    byQuery: 'c5f1848ceec943ac2ca68ee720460c23aaae30a2300586597ada94c4a65e4787',
  },
  {
    name: 'get-vanilla-utf8-query',
    path: '/?ሴ=bar',
    byQuery: '0bdd809b1519ac4f0c1dc3540e2cc46bd0c7f778eda408b2ebf3b913d21ff600',
  },
  {
    name: 'get-vanilla-with-session-token',
    path: '/',
    sessionToken: token,
    byHeader: '07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8',
    byQuery: '7ff2b50b376cb4d151970630573d6291dc128cc5c2a12ffb237f73cc53f67b6c',
  },
  {
    name: 'post-sts-header-before',
    method: 'POST',
    path: '/',
    headers: [['X-Amz-Security-Token', longToken]],
    byHeader: '85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead',
    byQuery: 'aca67b49ed321f377645504bccbd5a65f9085c536ff1961bc49c835d30827b16',
  },
  {
    name: 'post-x-www-form-urlencoded',
    ...form,
    headers: [
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['Content-Length', '13'],
    ],
    signBody: true,
    byHeader: 'd3875051da38690788ef43de4db0d8f280229d82040bfac253562e56c3f20e0b',
  },
  {
    name: 'post-x-www-form-urlencoded-parameters',
    ...form,
    headers: [
      ['Content-Type', 'application/x-www-form-urlencoded; charset=utf-8'],
      ['Content-Length', '13'],
    ],
    signBody: true,
    byHeader: '328d1b9eaadca9f5818ef05e8392801e091653bafec24fcab71e7344e7f51422',
  },
];

export const suite: readonly SuiteCase[] = cases.map((each) => ({ ...each, headers: [host, ...(each.headers ?? [])] }));
