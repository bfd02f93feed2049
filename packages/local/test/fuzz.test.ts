// Malformed requests of any kind are answered with an error, and the server goes on.
import { connect } from 'node:net';
import { type Operation, operations } from '@bedrock-kit/protocol';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, startBench } from './aws-clients.ts';
import { asking, modelId, openBedrock, urlOf } from './in-process.ts';

const local = openBedrock({ availability: 'ignore', guardrails: { gr1: { words: ['x'] } } });

/** Answered, not crashed: any status but that of a failure of the server's own. */
async function expectAnswer(response: Response): Promise<void> {
  const text = await response.text();
  expect({ status: response.status, text }).not.toMatchObject({ status: 500 });
  expect(response.headers.get('x-amzn-requestid')).not.toBeNull();
  if (response.status >= 300) expect(response.headers.get('x-amzn-errortype')).not.toBeNull();
}

const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => new Uint8Array(array));
const model = fc.constantFrom(
  modelId,
  'amazon.nova-lite-v1:0',
  'mistral.mistral-7b-instruct-v0:2',
  'cohere.embed-v4:0',
);
const word = fc.constantFrom(
  ...[
    'text',
    'role',
    'user',
    'content',
    'messages',
    'image',
    'bytes',
    'source',
    'toolUse',
    'input',
    'json',
    'format',
  ],
);
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(fc.string(), word, fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(word, fc.string()), tie('value'), { maxKeys: 4 }),
  ),
})).value;

describe('in process', () => {
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

  it('nesting without end', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const nested = `{"messages":[{"role":"user","content":[{"text":"x"}]}],"additionalModelRequestFields":${deep}}`;
    const response = await local.fetch(urlOf('converse'), { method: 'POST', body: nested });
    expect(response.headers.get('x-amzn-errortype')).toMatch(/^SerializationException:/);
    await expectAnswer(response);
    await expectAnswer(await local.fetch(urlOf('invoke'), { method: 'POST', body: nested }));
  });

  it('a body that is too long is refused before it is read whole', async () => {
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

describe('on the socket', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await startBench({ auth: 'off' });
  });
  afterAll(() => bench.close());

  const stillAnswers = async (): Promise<void> => {
    const response = await fetch(urlOf('converse', undefined, bench.url), asking('echo hi'));
    expect(response.status).toBe(200);
    await response.arrayBuffer();
  };

  const preface = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';
  const opening = fc.constantFrom(
    '',
    'P',
    'PR',
    preface,
    'POST /model/x/converse HTTP/1.1\r\n',
    '\x16\x03\x01',
  );

  it('any bytes: over HTTP/1.1, after the preface of HTTP/2, as TLS', async () => {
    await fc.assert(
      fc.asyncProperty(opening, bytes, async (text, rest) => {
        await talk(bench.url, [Buffer.from(text, 'latin1'), rest]);
      }),
      { numRuns: 100 },
    );
    await stillAnswers();
  });

  it('a request cut off at any place', async () => {
    const { pathname, host } = new URL(urlOf('converse', undefined, bench.url));
    const body = asking('echo hi').body as string;
    const whole = Buffer.from(
      `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    for (let end = 0; end < whole.length; end += 7) await talk(bench.url, [whole.subarray(0, end)]);
    await stillAnswers();
  });

  it('a head without end is refused', async () => {
    const answer = await talk(bench.url, [Buffer.from(`GET / HTTP/1.1\r\nx: ${'y'.repeat(100_000)}`)]);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    await stillAnswers();
  });

  it('TLS is told that this is a plain port', async () => {
    const answer = await talk(bench.url, [Buffer.from('\x16\x03\x01\x02\x00\x01', 'latin1')]);
    expect(answer).toMatch(/^HTTP\/1\.1 400 [^]*use an http:\/\/ endpoint/);
  });

  it('any input stream of the bidirectional operation', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, async (body) => {
        const url = urlOf('invoke-with-bidirectional-stream', 'amazon.nova-2-sonic-v1:0');
        const response = await openBedrock().fetch(url, { method: 'POST', body });
        expect(response.status).toBe(200);
        await response.arrayBuffer();
      }),
      { numRuns: 100 },
    );
  });
});

/** Writes, ends, and reads whatever comes back. */
function talk(url: string, writes: readonly Uint8Array[]): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.on('data', (data) => (answer += data.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(answer);
    });
    for (const bytes of writes) socket.write(bytes);
    socket.end();
  });
}

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

const conversation = {
  system: [{ text: 'be brief' }],
  messages: [
    {
      role: 'user',
      content: [{ text: 'weather in Oslo' }, { image: { format: 'png', source: { bytes: 'AAAA' } } }],
    },
    {
      role: 'assistant',
      content: [{ toolUse: { toolUseId: 't1', name: 'weather', input: { city: 'Oslo' } } }],
    },
    {
      role: 'user',
      content: [{ toolResult: { toolUseId: 't1', content: [{ json: { c: 1 } }, { text: 'x' }] } }],
    },
  ],
  inferenceConfig: { maxTokens: 10, stopSequences: ['x'], temperature: 0.5 },
  toolConfig: {
    tools: [
      {
        toolSpec: {
          name: 'weather',
          description: 'weather',
          inputSchema: {
            json: {
              type: 'object',
              properties: { city: { type: 'string', enum: ['a'] }, n: { $ref: '#/$defs/n' } },
              $defs: { n: {} },
            },
          },
        },
      },
    ],
    toolChoice: { auto: {} },
  },
  outputConfig: {
    textFormat: { type: 'json_schema', structure: { jsonSchema: { schema: '{"type":"object"}' } } },
  },
};

const valid: Readonly<Record<string, unknown>> = {
  Converse: conversation,
  ConverseStream: conversation,
  CountTokens: { input: { converse: { messages: conversation.messages } } },
  InvokeModel: {
    anthropic_version: 'bedrock-2023-05-31',
    max_tokens: 10,
    system: [{ type: 'text', text: 'brief' }],
    stop_sequences: ['x'],
    tools: [{ name: 'a', input_schema: { type: 'object' } }],
    tool_choice: { type: 'auto' },
    messages: [
      { role: 'user', content: 'hi' },
      { role: 'assistant', content: [{ type: 'tool_use', id: 'a', name: 'a', input: {} }] },
      {
        role: 'user',
        content: [{ type: 'tool_result', tool_use_id: 'a', content: [{ type: 'text', text: 'x' }] }],
      },
      {
        role: 'user',
        content: [{ type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'AAAA' } }],
      },
    ],
  },
  ApplyGuardrail: { source: 'INPUT', content: [{ text: { text: 'x', qualifiers: ['query'] } }] },
  InvokeGuardrailChecks: {
    messages: [{ role: 'user', content: [{ text: 'hi' }] }],
    checks: { contentFilter: { categories: [{ category: 'HATE' }] } },
  },
  Rerank: {
    queries: [{ type: 'TEXT', textQuery: { text: 'x' } }],
    sources: [{ type: 'INLINE', inlineDocumentSource: { type: 'JSON', jsonDocument: { a: 1 } } }],
    rerankingConfiguration: {
      type: 'BEDROCK_RERANKING_MODEL',
      bedrockRerankingConfiguration: {
        modelConfiguration: { modelArn: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.rerank-v1:0' },
      },
    },
  },
};

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
