/** The cases of aws-c-auth.ts that post something: what becomes of headers, session tokens and bodies. */
import { host, type SuiteCase } from './suite-case.ts';

const longToken =
  'AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==';

export const postCases: readonly SuiteCase[] = [
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
