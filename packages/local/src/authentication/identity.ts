/**
 * Who calls, once the signature or the key has been checked.
 */

export type Identity = SignedIdentity | KeyIdentity | Anonymous;

/** A request signed with Signature Version 4. */
export interface SignedIdentity {
  readonly kind: 'sigv4';
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of the request, in hexadecimal: the first link of a chain of event signatures. */
  readonly signature: string;
  readonly service: string;
  readonly region: string;
}

/** A request with an API key. */
export interface KeyIdentity {
  readonly kind: 'api-key';
  readonly term: 'long' | 'short';
}

/** Nobody was asked: authentication is off. */
export interface Anonymous {
  readonly kind: 'none';
}
