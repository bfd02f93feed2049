// Malformed requests of any kind are answered with an error.
import { type Operation, operations } from '@bedrock-kit/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asking, modelId, openBedrock, urlOf } from '../in-process.ts';
import { bytes, json } from './arbitrary-values.ts';
import { valid } from './valid-bodies.ts';

const local = openBedrock({ availability: 'ignore', guardrails: { gr1: { words: ['x'] } } });

/** Answered, not crashed: any status but that of a failure of the server's own. */
async function expectAnswer(response: Response): Promise<void> {
  const text = await response.text();
  expect({ status: response.status, text }).not.toMatchObject({ status: 500 });
  expect(response.headers.get('x-amzn-requestid')).not.toBeNull();
  if (response.status >= 300) expect(response.headers.get('x-amzn-errortype')).not.toBeNull();
}

const model = fc.constantFrom(
  modelId,
  'amazon.nova-lite-v1:0',
  'mistral.mistral-7b-instruct-v0:2',
  'cohere.embed-v4:0',
);

describe('in process, the answer is no failure of the server for', () => {
  it('any path, method and body', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.webPath(),
          fc.string().map((path) => `/model/${path}/converse`),
        ),
        fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
        bytes,
        async (path, method, body) => {
          const url = new URL('http://bedrock.test');
          url.pathname = path;
          await expectAnswer(await local.fetch(url, { method, ...(method === 'GET' ? {} : { body }) }));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('any JSON as the body of every operation, for models of every kind', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(operations)),
        model,
        json,
        async (operation, id, body) => {
          await expectAnswer(
            await local.fetch(addressOf(operation, id), sent(operation, JSON.stringify(body))),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each(Object.keys(valid))('a right body of %s with one value replaced by any other', async (name) => {
    const operation = operations[name as Operation['name']];
    // Of a body that is refused as it stands, no value but those before its fault would be looked at.
    const unchanged = await local.fetch(
      addressOf(operation, modelId),
      sent(operation, JSON.stringify(valid[name])),
    );
    expect({ status: unchanged.status, text: await unchanged.text() }).toMatchObject({ status: 200 });
    await fc.assert(
      fc.asyncProperty(fc.nat(), json, async (place, value) => {
        const body = replaceOne(structuredClone(valid[name]), place, value);
        await expectAnswer(
          await local.fetch(addressOf(operation, modelId), sent(operation, JSON.stringify(body))),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('a body that is nested without end', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const nested = `{"messages":[{"role":"user","content":[{"text":"x"}]}],"additionalModelRequestFields":${deep}}`;
    const response = await local.fetch(urlOf('converse'), { method: 'POST', body: nested });
    expect(response.headers.get('x-amzn-errortype')).toMatch(/^SerializationException:/);
    await expectAnswer(response);
    await expectAnswer(await local.fetch(urlOf('invoke'), { method: 'POST', body: nested }));
  });

  it('a body that is too long, which is refused before it is read whole', async () => {
    const small = openBedrock({ maxRequestBytes: 1000 });
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(100));
      },
    });
    const init: RequestInit = { method: 'POST', body, duplex: 'half' };
    const response = await small.fetch(urlOf('converse'), init);
    expect(response.status).toBe(413);
    expect(response.headers.get('x-amzn-errortype')).toMatch(/^RequestEntityTooLargeException:/);
    expect(pulled).toBeLessThan(20);
  });

  it('any Authorization header', async () => {
    const checked = openBedrock({ auth: 'verify' });
    const header = fc.oneof(
      fc.string({ unit: 'grapheme-ascii' }),
      fc
        .string({ unit: 'grapheme-ascii' })
        .map((text) => `AWS4-HMAC-SHA256 Credential=${text}, SignedHeaders=host, Signature=0`),
      fc.base64String().map((text) => `Bearer bedrock-api-key-${text}`),
    );
    await fc.assert(
      fc.asyncProperty(header, async (authorization) => {
        const response = await checked.fetch(
          urlOf('converse'),
          asking('x', { authorization, 'x-amz-date': '20260115T120000Z' }),
        );
        expect([400, 403]).toContain(response.status);
        await expectAnswer(response);
      }),
      { numRuns: 150 },
    );
  });
});

function addressOf(operation: Operation, id: string): string {
  const path = operation.path
    .replace('{modelId}', encodeURIComponent(id))
    .replace('{guardrailIdentifier}', 'gr1')
    .replace('{guardrailVersion}', 'DRAFT')
    .replace(
      '{invocationArn}',
      encodeURIComponent('arn:aws:bedrock:us-east-1:123456789012:async-invoke/abcdefabcdef'),
    );
  return `http://bedrock.test${path}`;
}

function sent(operation: Operation, body: string): RequestInit {
  return operation.method === 'GET' ? { method: 'GET' } : { method: operation.method, body };
}

/** Replaces the n-th value of the tree, counted round and round. */
function replaceOne(tree: unknown, place: number, value: unknown): unknown {
  const places: { readonly holder: Record<string, unknown>; readonly key: string }[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const holder = node as Record<string, unknown>;
    for (const key of Object.keys(holder)) {
      places.push({ holder, key });
      walk(holder[key]);
    }
  };
  walk(tree);
  const chosen = places[place % places.length];
  if (chosen !== undefined) chosen.holder[chosen.key] = value;
  return tree;
}
