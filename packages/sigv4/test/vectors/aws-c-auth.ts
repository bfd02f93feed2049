/**
 * The signing suite of AWS's C library: what its cases say and the signatures they publish, written as data of our own.
 * https://github.com/awslabs/aws-c-auth tests/aws-signing-test-suite/v4 (Apache-2.0). Every case is signed by header and by
 * query, for an hour. Paths and values stand here as they stand in the request, not encoded.
 */

export const scope = { service: 'service', region: 'us-east-1' };
export const credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};
export const signingDate: Date = new Date('2015-08-30T12:36:00Z');
export const expiresIn = 3600;

const host = ['Host', 'example.amazonaws.com'] as const;
const token = '6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267';
const longToken =
  'AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==';

/** What is signed, how, and what came out. */
export interface SuiteCase {
  readonly name: string;
  readonly request: {
    readonly method?: string;
    readonly path: string;
    readonly headers: readonly (readonly [string, string])[];
    readonly body?: string;
  };
  readonly options: {
    readonly normalizePath?: boolean;
    readonly signBody?: boolean;
    readonly unsignedPayload?: boolean;
    readonly sessionToken?: 'appended';
  };
  /** The session token of the credentials. */
  readonly token?: string;
  readonly byHeader: string;
  readonly byQuery: string;
}

export const suite: readonly SuiteCase[] = [
  {
    name: 'get-header-key-duplicate',
    request: {
      path: '/',
      headers: [host, ['My-Header1', 'value2'], ['My-Header1', 'value2'], ['My-Header1', 'value1']],
    },
    options: {},
    byHeader: 'c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea',
    byQuery: '3349ee0b81b4b589da0ff28a395c3591e04de515651dd74f298fa992d1507a97',
  },
  {
    name: 'get-header-value-multiline',
    request: { path: '/', headers: [host, ['My-Header1', 'value1\n  value2\n     value3']] },
    options: {},
    byHeader: 'cfd34249e4b1c8d6b91ef74165d41a32e5fab3306300901bb65a51a73575eefd',
    byQuery: 'e6f5def831211aca02987a44b96826706278c7bc078112ae0263659c5b2f2d56',
  },
  {
    name: 'get-header-value-order',
    request: {
      path: '/',
      headers: [
        host,
        ['My-Header1', 'value4'],
        ['My-Header1', 'value1'],
        ['My-Header1', 'value3'],
        ['My-Header1', 'value2'],
      ],
    },
    options: {},
    byHeader: '08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01',
    byQuery: '313720e71ca6202fdcfa9b20f88de01a4eb0638a83c833b1c184359a4eda864e',
  },
  {
    name: 'get-header-value-trim',
    request: { path: '/', headers: [host, ['My-Header1', ' value1'], ['My-Header2', ' "a   b   c"']] },
    options: {},
    byHeader: 'acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736',
    byQuery: 'e7bb0fd515e125e1aec2ecc4c0c17484fb06f6846b927c35e46005dd3df3acd4',
  },
  {
    name: 'get-relative-normalized',
    request: { path: '/example/..', headers: [host] },
    options: { normalizePath: true },
    byHeader: '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
    byQuery: 'e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d',
  },
  {
    name: 'get-relative-unnormalized',
    request: { path: '/example/..', headers: [host] },
    options: { normalizePath: false },
    byHeader: 'eca7ead57bb5aa5c8e28007acd4ff04e1ff9a0ff3b237ec1554a184887ff9282',
    byQuery: 'cbcb213b928a077e43275df47b500f1dfaa864ab3f5a18f6b95f4ff0938167ee',
  },
  {
    name: 'get-relative-relative-normalized',
    request: { path: '/example1/example2/../..', headers: [host] },
    options: { normalizePath: true },
    byHeader: '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
    byQuery: 'e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d',
  },
  {
    name: 'get-relative-relative-unnormalized',
    request: { path: '/example1/example2/../..', headers: [host] },
    options: { normalizePath: false },
    byHeader: 'dc33e0856fd4baca4d7aa2146c38958283844764f38c74252a333df5e613003b',
    byQuery: 'b45db0bfd1cf15003493b733e33aa208dd981bd0e63037a6ed953f71d2118a16',
  },
  {
    name: 'get-slash-dot-slash-normalized',
    request: { path: '/./', headers: [host] },
    options: { normalizePath: true },
    byHeader: '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
    byQuery: 'e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d',
  },
  {
    name: 'get-slash-dot-slash-unnormalized',
    request: { path: '/./', headers: [host] },
    options: { normalizePath: false },
    byHeader: '68714168e6557f8f2de0ef956fc24dc2593a4bd2961f8df51898d8a134695145',
    byQuery: 'a9b13e8f3484d9505bf1a6f347219f8f35b0fe8f128ceea597efc146a3dfe90c',
  },
  {
    name: 'get-slash-normalized',
    request: { path: '//', headers: [host] },
    options: { normalizePath: true },
    byHeader: '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
    byQuery: 'e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d',
  },
  {
    name: 'get-slash-unnormalized',
    request: { path: '//', headers: [host] },
    options: { normalizePath: false },
    byHeader: 'c88bcd3d312d75078c0cd961d6deae3f4c754924b01669efcfcb439fd5e5b76e',
    byQuery: 'b2a9542809db687769200f56a844a03f2bd0291d6eb90232d5101c6a579446cd',
  },
  {
    name: 'get-slash-pointless-dot-normalized',
    request: { path: '/./example', headers: [host] },
    options: { normalizePath: true },
    byHeader: 'ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5',
    byQuery: '35034b1a0bdd969f346975386daf8aedfd4976573b8348cf4f67eaa41c5857de',
  },
  {
    name: 'get-slash-pointless-dot-unnormalized',
    request: { path: '/./example', headers: [host] },
    options: { normalizePath: false },
    byHeader: 'beb03f223f7deae4146464f06e29eebbee9c8afbe15c290cf07aa8b119e14cff',
    byQuery: '72b11f16d9530b18204bfb71f2d6ab085894c0ed8d352730a6e76234c58b5e10',
  },
  {
    name: 'get-slashes-normalized',
    request: { path: '//example//', headers: [host] },
    options: { normalizePath: true },
    byHeader: '9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84',
    byQuery: 'c1834e8fb0307243711f0f907f6ab7311ed300d87f13792d7ee4da89ab93e082',
  },
  {
    name: 'get-slashes-unnormalized',
    request: { path: '//example//', headers: [host] },
    options: { normalizePath: false },
    byHeader: '87cca117541a147f6df867677d98a7d80dff226d2bfca9e4ffa899665623c7e5',
    byQuery: '822a5a9ba28072c5ab2bb4a6307d0c88276d40e49fec6b724c03fb4d4ba60fc2',
  },
  {
    name: 'get-space-normalized',
    request: { path: '/example space/', headers: [host] },
    options: { normalizePath: true },
    byHeader: '652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741',
    byQuery: '7a1f416954786484c9824d93c1f26ef64acb9b1b6c9154d08c9f07d0e394abf6',
  },
  {
    name: 'get-space-unnormalized',
    request: { path: '/example space/', headers: [host] },
    options: { normalizePath: false },
    byHeader: '652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741',
    byQuery: '7a1f416954786484c9824d93c1f26ef64acb9b1b6c9154d08c9f07d0e394abf6',
  },
  {
    name: 'get-unreserved',
    request: { path: '/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', headers: [host] },
    options: {},
    byHeader: '07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f',
    byQuery: '95968482db1b9e0fadef6efc1bd24689f77c77d9ef56919c96a28cc92e0d6005',
  },
  {
    name: 'get-utf8',
    request: { path: '/ሴ', headers: [host] },
    options: {},
    byHeader: '8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85',
    byQuery: '10eae3f14a260bd3911cc6d008d3c576d143b05b62f09782a7a4b37f52178e44',
  },
  {
    name: 'get-vanilla',
    request: { path: '/', headers: [host] },
    options: {},
    byHeader: '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
    byQuery: 'e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d',
  },
  {
    name: 'get-vanilla-empty-query-key',
    request: { path: '/?Param1=value1', headers: [host] },
    options: {},
    byHeader: 'a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb',
    byQuery: '49096700cbbaa5753443850f40df10f904fc2fdb544dc9512203cc77c471a9de',
  },
  {
    name: 'get-vanilla-query',
    request: { path: '/', headers: [host] },
    options: {},
    byHeader: '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
    byQuery: 'e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d',
  },
  {
    name: 'get-vanilla-query-order-encoded',
    request: { path: '/?Param-3=Value3&Param=Value2&%E1%88%B4=Value1', headers: [host] },
    options: {},
    byHeader: '371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac',
    byQuery: 'c5f1848ceec943ac2ca68ee720460c23aaae30a2300586597ada94c4a65e4787',
  },
  {
    name: 'get-vanilla-query-order-key-case',
    request: { path: '/?Param2=value2&Param1=value1', headers: [host] },
    options: {},
    byHeader: 'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
    byQuery: '86012e2c9ad4d77369f5d81c11f75158aae4f895a085212cc6d3f923d300bed5',
  },
  {
    name: 'get-vanilla-query-unreserved',
    request: {
      path: '/?-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz=-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
      headers: [host],
    },
    options: {},
    byHeader: '9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197',
    byQuery: '8e76a88a7433637b12778d5592799b29ad21ecd6cf6325051c21d86f0acda2bf',
  },
  {
    name: 'get-vanilla-utf8-query',
    request: { path: '/?ሴ=bar', headers: [host] },
    options: {},
    byHeader: '2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04',
    byQuery: '0bdd809b1519ac4f0c1dc3540e2cc46bd0c7f778eda408b2ebf3b913d21ff600',
  },
  {
    name: 'get-vanilla-with-session-token',
    request: { path: '/', headers: [host] },
    options: {},
    token: token,
    byHeader: '07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8',
    byQuery: '7ff2b50b376cb4d151970630573d6291dc128cc5c2a12ffb237f73cc53f67b6c',
  },
  {
    name: 'post-header-key-case',
    request: { method: 'POST', path: '/', headers: [host] },
    options: {},
    byHeader: '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
    byQuery: '2ce6e6d2e0cf2f9d1b55fafec88cd20574c31dc2e7631979f71ba2310083e95b',
  },
  {
    name: 'post-header-key-sort',
    request: { method: 'POST', path: '/', headers: [host, ['My-Header1', 'value1']] },
    options: {},
    byHeader: 'c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c',
    byQuery: 'c09d07e0d55871f10f2a6d350d994acf6825a3cae70673d7def55616e6119dd7',
  },
  {
    name: 'post-header-value-case',
    request: { method: 'POST', path: '/', headers: [host, ['My-Header1', 'VALUE1']] },
    options: {},
    byHeader: 'cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d',
    byQuery: '0698bc9e4f7f9139065ba2909c0e99da257e8e2a42492a097bcd46d792391fed',
  },
  {
    name: 'post-sts-header-after',
    request: { method: 'POST', path: '/', headers: [host] },
    options: { sessionToken: 'appended' },
    token: longToken,
    byHeader: '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
    byQuery: '2ce6e6d2e0cf2f9d1b55fafec88cd20574c31dc2e7631979f71ba2310083e95b',
  },
  {
    name: 'post-sts-header-before',
    request: { method: 'POST', path: '/', headers: [host, ['X-Amz-Security-Token', longToken]] },
    options: {},
    byHeader: '85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead',
    byQuery: 'aca67b49ed321f377645504bccbd5a65f9085c536ff1961bc49c835d30827b16',
  },
  {
    name: 'post-unsigned-payload',
    request: { method: 'POST', path: '/', headers: [host, ['Content-Length', '13']], body: 'Param1=value1' },
    options: { signBody: true, unsignedPayload: true },
    byHeader: '9fb60e8938d2178a7d63b49e055d1e65d8f6226f38846e8e0293bf43ce29050c',
    byQuery: 'd5b951b200c7f96f239466b3e1978083ccd08678d4aea2b0bebaa6b2cf3d8c13',
  },
  {
    name: 'post-vanilla',
    request: { method: 'POST', path: '/', headers: [host] },
    options: {},
    byHeader: '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
    byQuery: '2ce6e6d2e0cf2f9d1b55fafec88cd20574c31dc2e7631979f71ba2310083e95b',
  },
  {
    name: 'post-vanilla-empty-query-value',
    request: { method: 'POST', path: '/?Param1=value1', headers: [host] },
    options: {},
    byHeader: '28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11',
    byQuery: 'a9ef26247f293bffe40eeff86a0480ba8c14d31503b2e0c3399e3a16bf1a3682',
  },
  {
    name: 'post-vanilla-query',
    request: { method: 'POST', path: '/?Param1=value1', headers: [host] },
    options: {},
    byHeader: '28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11',
    byQuery: 'a9ef26247f293bffe40eeff86a0480ba8c14d31503b2e0c3399e3a16bf1a3682',
  },
  {
    name: 'post-x-www-form-urlencoded',
    request: {
      method: 'POST',
      path: '/',
      headers: [host, ['Content-Type', 'application/x-www-form-urlencoded'], ['Content-Length', '13']],
      body: 'Param1=value1',
    },
    options: { signBody: true },
    byHeader: 'd3875051da38690788ef43de4db0d8f280229d82040bfac253562e56c3f20e0b',
    byQuery: 'c2348f57d08c84939944d6c878b3f7be56316f8e7fd6817e81eded279a362d69',
  },
  {
    name: 'post-x-www-form-urlencoded-parameters',
    request: {
      method: 'POST',
      path: '/',
      headers: [
        host,
        ['Content-Type', 'application/x-www-form-urlencoded; charset=utf-8'],
        ['Content-Length', '13'],
      ],
      body: 'Param1=value1',
    },
    options: { signBody: true },
    byHeader: '328d1b9eaadca9f5818ef05e8392801e091653bafec24fcab71e7344e7f51422',
    byQuery: '1b8d9ac4ab8553a224622753bae7714608a7c61f8994dbd385150e6da12114df',
  },
];
