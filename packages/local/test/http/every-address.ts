// The hosts with which a server listens on every address of its machine, each with what its clients call that machine.
import { networkInterfaces } from 'node:os';

/** A container often has no IPv6: a server cannot listen on `::` there, and the tests are about `0.0.0.0` alone. */
const hasIpv6 = Object.values(networkInterfaces())
  .flat()
  .some((address) => address?.family === 'IPv6');

export const everyAddress: readonly (readonly [host: string, called: string])[] = [
  ['0.0.0.0', '127.0.0.1'],
  ...(hasIpv6 ? [['::', '[::1]'] as const] : []),
];
