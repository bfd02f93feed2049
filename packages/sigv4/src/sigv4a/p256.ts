/**
 * The public point of a private key on the curve P-256 (FIPS 186-5, SP 800-186 §3.2.1.3), and no other arithmetic: what
 * is signed is signed by WebCrypto, which takes a private key only together with its public point.
 *
 * The time this takes depends on the key, as with any arithmetic on BigInt. It runs once for each key, not for each signature,
 * so that an observer has nothing to average over.
 */

const P = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const GX = 0x6b17d1f2_e12c4247_f8bce6e5_63a440f2_77037d81_2deb33a0_f4a13945_d898c296n;
const GY = 0x4fe342e2_fe1a7f9b_8ee7eb4a_7c0f9e16_2bce3357_6b315ece_cbb64068_37bf51f5n;
/** How many points there are: the order of the base point. */
export const ORDER = 0xffffffff_00000000_ffffffff_ffffffff_bce6faad_a7179e84_f3b9cac2_fc632551n;

/** In Jacobian coordinates, x = X/Z², y = Y/Z³; Z is 0 at infinity. */
type Point = readonly [x: bigint, y: bigint, z: bigint];

const INFINITY: Point = [1n, 1n, 0n];

/** `key` is from 1 to ORDER - 1. */
export function publicPoint(key: bigint): readonly [x: bigint, y: bigint] {
  let point = INFINITY;
  for (let bit = 255n; bit >= 0n; bit--) {
    point = double(point);
    // Added for every bit, so that at least the number of steps does not tell how many are set.
    const added = addBase(point);
    if ((key >> bit) & 1n) point = added;
  }
  const [x, y, z] = point;
  const inverse = power(z, P - 2n);
  const square = mod(inverse * inverse);
  return [mod(x * square), mod(y * square * inverse)];
}

/** "dbl-2001-b" for a = -3, https://hyperelliptic.org/EFD/g1p/auto-shortw-jacobian-3.html */
function double([x, y, z]: Point): Point {
  const delta = mod(z * z);
  const gamma = mod(y * y);
  const beta = mod(x * gamma);
  const alpha = mod(3n * (x - delta) * (x + delta));
  const x3 = mod(alpha * alpha - 8n * beta);
  return [x3, mod(alpha * (4n * beta - x3) - 8n * gamma * gamma), mod(2n * y * z)];
}

/** "madd" with the base point, whose Z is 1; the same page. A point of a key below ORDER never meets itself here. */
function addBase([x, y, z]: Point): Point {
  if (z === 0n) return [GX, GY, 1n];
  const square = mod(z * z);
  const h = mod(GX * square - x);
  const r = mod(GY * square * z - y);
  const h2 = mod(h * h);
  const h3 = mod(h2 * h);
  const v = mod(x * h2);
  const x3 = mod(r * r - h3 - 2n * v);
  return [x3, mod(r * (v - x3) - y * h3), mod(z * h)];
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let square = base, rest = exponent; rest > 0n; rest >>= 1n, square = mod(square * square)) {
    if (rest & 1n) result = mod(result * square);
  }
  return result;
}

function mod(value: bigint): bigint {
  const rest = value % P;
  return rest < 0n ? rest + P : rest;
}
