/** The hash of the runtime: by `node:crypto` where there is one, portable elsewhere. The imports map of package.json chooses. */
export { type HmacKey, hmac, hmacHex, hmacKey, sha256Hex, sha256HexLater, utf8 } from '#hash';
