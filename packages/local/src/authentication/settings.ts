/**
 * Whom the service knows, for what a request must be signed, and how exact its time must be.
 */

/** A pair of keys that may sign requests. */
export interface KnownCredentials {
  /** The id of the key, which every request carries. */
  readonly accessKeyId: string;
  /** The secret that signs. */
  readonly secretAccessKey: string;
  /** The session token that every request must carry. Without one, no request may carry any. */
  readonly sessionToken?: string | undefined;
  /** The time from which every request is refused with an ExpiredTokenException. Never by default. */
  readonly expiration?: Date | undefined;
}

export interface AuthenticationSettings {
  readonly mode: 'verify' | 'off';
  readonly region: string;
  readonly credentials: readonly KnownCredentials[];
  /** Long-term API keys. Short-term ones are checked by the signature that they carry. */
  readonly apiKeys: readonly string[];
}

/** The service name that Bedrock Runtime and Agent Runtime are signed for. */
export const signingService = 'bedrock';

/** How many minutes the clocks of the two sides may be apart. */
export const toleranceMinutes = 5;
