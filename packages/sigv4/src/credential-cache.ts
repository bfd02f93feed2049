/**
 * Keeps credentials that a function loads, and loads new ones before they expire, as the AWS SDKs do.
 * https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html
 */
import {
  type AwsCredentials,
  type CredentialProvider,
  type CredentialRequest,
  checkCredentials,
} from './credentials.ts';

/** How long loaded credentials are used. */
export interface CredentialCacheOptions {
  /** How long before their expiration new credentials are loaded, in seconds; 300 by default. */
  readonly refreshEarlySeconds?: number | undefined;
  /**
   * How long credentials without an expiration are kept, in seconds. 0 by default: the function is called each time, so
   * that a changed file is noticed.
   */
  readonly keepUndatedSeconds?: number | undefined;
  /** Returns the current time; the system's clock by default. */
  readonly clock?: (() => Date) | undefined;
}

/**
 * For how long further calls join a load, in milliseconds. It may never end: a Cloudflare Worker drops what was begun by a request that has
 * ended, and a process that was frozen finds its sockets dead. AWS's client for Java waits for five seconds (`CachedSupplier` in
 * https://github.com/aws/aws-sdk-java-v2); here somebody may be typing the code of a second factor, who should not be asked again meanwhile.
 */
const MAX_SHARED = 30_000;

/**
 * Caches the credentials that a function loads. Calls that wait at the same time share one call of the function; one that comes half a
 * minute later or more makes a new one. New credentials are loaded before the old ones expire; as long as the old ones are valid, nobody waits for
 * that or sees it fail. With `forceRefresh` the call waits for new ones. Rejects with what the function throws, or with a `SigV4Error` (`missing-credentials`).
 */
export function cacheCredentials(
  provider: CredentialProvider,
  options: CredentialCacheOptions = {},
): (request?: CredentialRequest) => Promise<AwsCredentials> {
  const { refreshEarlySeconds = 300, keepUndatedSeconds = 0, clock = () => new Date() } = options;
  let current: AwsCredentials | undefined;
  /** When the current ones expire, and how long before that new ones are loaded, in milliseconds. */
  let ends = 0;
  let early = 0;
  let pending: Promise<AwsCredentials> | undefined;
  let isForced = false;
  /** When the pending load began. */
  let began = 0;
  /** How many loads have begun, and which of them gave the current credentials. */
  let begun = 0;
  let kept = 0;

  function refresh(forced: boolean): Promise<AwsCredentials> {
    const now = clock().getTime();
    // Not only later: the clock may have been set back.
    if (!(Math.abs(now - began) < MAX_SHARED)) pending = undefined;
    // A call that is not forced may answer from the function's own cache, so a forced one follows it.
    if (pending && (isForced || !forced)) return pending;
    if (!pending) began = now;
    isForced = forced;
    return (pending = ask(forced, pending));
  }

  async function ask(forced: boolean, after: Promise<unknown> | undefined): Promise<AwsCredentials> {
    const turn = ++begun;
    try {
      await after?.catch(() => undefined); // its own callers are told if it fails
      const loaded = checkCredentials(await (forced ? provider({ forceRefresh: true }) : provider()));
      // JSON holds text in place of a date. An invalid date counts as none: it would never come.
      const expires = +new Date(loaded.expiration ?? NaN);
      const now = clock().getTime();
      // What has expired already, from a file that was not yet written anew, does not replace what still holds, nor does a load that
      // later ones no longer waited for.
      if (current && now < ends && (expires <= now || turn < kept)) return current;
      current = loaded;
      kept = turn;
      early = expires ? refreshEarlySeconds * 1000 : 0;
      ends = expires || now + keepUndatedSeconds * 1000;
      return loaded;
    } finally {
      // Not in a reaction to the promise: V8 goes on to the caller's line only from a promise for which one alone waits.
      // https://v8.dev/docs/stack-trace-api#async-stack-traces
      if (turn === begun) pending = undefined;
    }
  }

  return async (request) => {
    if (request?.forceRefresh) return refresh(true);
    const left = ends - clock().getTime();
    if (!current || left <= 0) return refresh(false);
    // A failure shows when the old ones have expired; until then each call tries again.
    if (left <= early) refresh(false).catch(() => undefined);
    return current;
  };
}
