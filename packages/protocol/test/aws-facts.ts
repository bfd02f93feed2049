// What AWS's JavaScript clients say of themselves: their schemas, enumerations, declarations and endpoint rules.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { AwsMember, AwsOperation, AwsShape } from './aws-schema.ts';

export interface ClientFacts {
  readonly shapes: Readonly<
    Record<string, Omit<AwsShape, 'members'> & { readonly members: Record<string, AwsMember> }>
  >;
  readonly operations: Readonly<Record<string, AwsOperation>>;
  /** Operation → the errors that it is documented to throw. */
  readonly throws: Readonly<Record<string, readonly string[]>>;
  readonly enums: Readonly<Record<string, readonly string[]>>;
  /** `Shape.member` → the enumeration. */
  readonly enumMembers: Readonly<Record<string, string>>;
}

export interface AwsFacts {
  readonly runtime: ClientFacts;
  readonly agent: ClientFacts;
  /** Service → `region fips dualStack` → URL. */
  readonly endpoints: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Asks the clients, with their endpoints in these regions. */
export function readAwsFacts(regions: readonly string[] = []): AwsFacts {
  const script = fileURLToPath(new URL('./print-aws-facts.ts', import.meta.url));
  const text = execFileSync(process.execPath, ['--no-warnings', script, ...regions], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
    maxBuffer: 2 ** 26,
  });
  // The script prints these facts.
  return JSON.parse(text) as AwsFacts;
}
