// Requests without authorization of ours: for a gateway that adds its own, and for headers that the caller sets.
import type { Authorize } from './authorize.ts';

/** Adds no authorization: requests are sent with the caller's own headers. */
export const noAuth: Authorize = ({ headers }) => ({
  headers: { ...headers },
  // A server may quote the token without the scheme before it.
  secrets: headers['authorization']?.split(' ') ?? [],
});
