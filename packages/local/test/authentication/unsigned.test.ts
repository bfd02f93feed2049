// Requests without a signature, or with one that cannot be read.
import { describe, expect, it } from 'vitest';
import { createLocalBedrock } from '../../src/index.ts';
import { asking, type ErrorAnswer, errorOf, openBedrock, urlOf } from '../in-process.ts';

async function refusal(headers: Record<string, string>, query = ''): Promise<Partial<ErrorAnswer>> {
  const response = await createLocalBedrock().fetch(`${urlOf('converse')}?${query}`, asking('hi', headers));
  const { status, type, message } = await errorOf(response);
  return { status, type, message };
}

const unreadable = /^The signature cannot be read: the credential is not <access key id>/;

describe('a request', () => {
  it('without a signature is refused as missing its token', async () => {
    expect(await refusal({})).toEqual({
      status: 403,
      type: 'MissingAuthenticationTokenException',
      message: 'Missing Authentication Token',
    });
  });

  it('without a signature is let in when authentication is off', async () => {
    expect((await openBedrock().fetch(urlOf('converse'), asking('hi'))).status).toBe(200);
  });

  it.each([
    [
      'Credential=x',
      "Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter.",
    ],
    ['Credential=x, SignedHeaders=host', "Authorization header requires 'Signature' parameter."],
    ['SignedHeaders=host, Signature=0', "Authorization header requires 'Credential' parameter."],
    ['Credential=x, SignedHeaders=host, Signature=0', unreadable],
  ])('whose header has %s is told what it lacks, or what is wrong', async (parts, message) => {
    const headers = { authorization: `AWS4-HMAC-SHA256 ${parts}`, 'x-amz-date': '20260115T120000Z' };
    expect(await refusal(headers)).toEqual({
      status: 400,
      type: 'IncompleteSignature',
      message: typeof message === 'string' ? message : (expect.stringMatching(message) as string),
    });
  });

  it.each([
    [
      'X-Amz-Credential=x&X-Amz-Date=20260115T120000Z&X-Amz-Signature=',
      "AWS query-string parameters must include 'X-Amz-Signature'. AWS query-string parameters must include " +
        "'X-Amz-SignedHeaders'. Re-examine the query-string parameters.",
    ],
    [
      'X-Amz-SignedHeaders=host&X-Amz-Signature=0',
      "AWS query-string parameters must include 'X-Amz-Credential'. AWS query-string parameters must include " +
        "'X-Amz-Date'. Re-examine the query-string parameters.",
    ],
    ['X-Amz-Credential=x&X-Amz-Date=20260115T120000Z&X-Amz-SignedHeaders=host&X-Amz-Signature=0', unreadable],
  ])('whose presigned URL has %s is told what it lacks, or what is wrong', async (parts, message) => {
    expect(await refusal({}, `X-Amz-Algorithm=AWS4-HMAC-SHA256&${parts}`)).toEqual({
      status: 400,
      type: 'IncompleteSignature',
      message: typeof message === 'string' ? message : (expect.stringMatching(message) as string),
    });
  });
});
