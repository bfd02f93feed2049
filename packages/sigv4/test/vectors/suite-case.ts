/** The form of a case of AWS's C library, and the host that all of them name. */

export const host = ['Host', 'example.amazonaws.com'] as const;

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
