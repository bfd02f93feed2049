import { operations } from '@bedrock-kit/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { route } from '../../src/service/router.ts';
import { errorOf, openBedrock } from '../in-process.ts';

describe('the router', () => {
  it('finds every operation by its template, with any label', () => {
    const label = fc.string({ unit: 'binary', minLength: 1 });
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(operations)), label, label, (operation, first, second) => {
        const values = [first, second];
        const names = [...operation.path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
        const path = names.reduce(
          (text, name, index) => text.replace(`{${name}}`, () => encodeURIComponent(values[index] ?? '')),
          operation.path,
        );
        const found = route(operation.method, path);
        expect(found.operation.name).toBe(operation.name);
        expect(found.labels).toEqual(Object.fromEntries(names.map((name, index) => [name, values[index]])));
      }),
    );
  });

  it('reads a query apart from the path', () => {
    const { operation, query } = route('GET', '/async-invoke?maxResults=5&nextToken=a%2Bb%2F%3D%3D');
    expect([operation.name, query.get('nextToken')]).toEqual(['ListAsyncInvokes', 'a+b/==']);
  });

  it.each([
    ['POST', '/model/x/unknown', /^No operation of Bedrock Runtime has the path \/model\/x\/unknown;/],
    ['GET', '/model/x/converse', /^Converse is POST \/model\/\{modelId\}\/converse, not GET\.$/],
    ['POST', '/', /^No operation/],
  ])('refuses %s %s as an unknown operation', async (method, path, hint) => {
    const response = await openBedrock().fetch(`http://bedrock.test${path}`, { method });
    const body = (await response.clone().json()) as object;
    expect(await errorOf(response)).toEqual({
      status: 404,
      type: 'UnknownOperationException',
      message: 'The requested operation is not known to this service.',
      hint: expect.stringMatching(hint) as string,
    });
    expect(body).toMatchObject({
      Output: { __type: 'com.amazon.coral.service#UnknownOperationException' },
      Version: '1.0',
    });
  });

  it('refuses a path that is longer than any may be, and takes the longest', async () => {
    const endless = `/guardrail${'/version/'.repeat(7000)}`;
    expect(
      await errorOf(await openBedrock().fetch(`http://bedrock.test${endless}`, { method: 'POST' })),
    ).toMatchObject({
      status: 414,
      message: 'The path is longer than 8192 characters.',
    });
    const id = ':'.repeat(2048);
    expect(route('POST', `/model/${encodeURIComponent(id)}/converse`).labels).toEqual({ modelId: id });
  });

  it('refuses a path that is not UTF-8', () => {
    expect(() => route('POST', '/model/%ff/converse')).toThrow(
      expect.objectContaining({ code: 'SerializationException' }) as Error,
    );
  });
});
