/**
 * The signing suite of AWS's C library: what its cases say and the signatures they publish, written as data of our own.
 * https://github.com/awslabs/aws-c-auth tests/aws-signing-test-suite/v4 (Apache-2.0). Every case is signed by header and by
 * query, for an hour. Paths and values stand here as they stand in the request, not encoded.
 */
import { getCases } from './aws-c-auth-get.ts';
import { postCases } from './aws-c-auth-post.ts';
import type { SuiteCase } from './suite-case.ts';

export type { SuiteCase } from './suite-case.ts';

export const scope = { service: 'service', region: 'us-east-1' };
export const credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};
export const signingDate: Date = new Date('2015-08-30T12:36:00Z');
export const expiresIn = 3600;

export const suite: readonly SuiteCase[] = [...getCases, ...postCases];
