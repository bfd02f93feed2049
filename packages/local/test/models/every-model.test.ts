// Every model whose id is known answers in its own way, or says that nothing is built in for it.
import { readFileSync } from 'node:fs';
import { capabilitiesOf, type ModelCapabilities, parseModelId } from '@bedrock-kit/models';
import { describe, expect, it } from 'vitest';
import { encodePng } from '../../src/images/png.ts';
import { paint } from '../../src/images/painting.ts';
import { asking, messagesOf, openBedrock, readable, urlOf } from '../in-process.ts';

const source = readFileSync(new URL('../../../models/src/known-ids.ts', import.meta.url), 'utf8');
const ids = [...source.matchAll(/'([a-z][\w-]*\.[^']+)'/g)].flatMap(([, id = '']) =>
  parseModelId(id).geography === undefined ? [id] : [],
);
const models = ids.map((id) => capabilitiesOf(id));
const bedrock = openBedrock({ availability: 'ignore' });

function withOperation(operation: 'Converse' | 'ConverseStream'): ModelCapabilities[] {
  return models.filter(({ kind, operations }) => kind === 'language' && operations[operation] !== false);
}

async function invoke(id: string, body: object): Promise<Record<string, unknown>> {
  const init = { method: 'POST', body: JSON.stringify(body) };
  return (await (await bedrock.fetch(urlOf('invoke', id), init)).json()) as Record<string, unknown>;
}

it('the list has models of every kind', () => {
  expect(models.length).toBeGreaterThan(80);
  expect(new Set(models.map(({ kind }) => kind))).toEqual(
    new Set(['language', 'embedding', 'image', 'rerank', 'video', 'speech']),
  );
});

it.each(withOperation('Converse').map(({ id, family }) => [id, family]))(
  '%s (%s) answers Converse',
  async (id) => {
    const response = await bedrock.fetch(urlOf('converse', id), asking('count to 3'));
    const { output, stopReason } = (await response.json()) as {
      output?: { message: { content: { text?: string }[] } };
      stopReason?: string;
    };
    expect({ status: response.status, text: output?.message.content.at(-1)?.text, stopReason }).toEqual({
      status: 200,
      text: '1 2 3',
      stopReason: 'end_turn',
    });
  },
);

it.each(withOperation('ConverseStream').map(({ id, family }) => [id, family]))(
  '%s (%s) answers ConverseStream',
  async (id) => {
    const response = await bedrock.fetch(urlOf('converse-stream', id), asking('count to 3'));
    const events = (await messagesOf(response)).map((message) => readable(message).headers[':event-type']);
    expect(events.slice(0, 1)).toEqual(['messageStart']);
    expect(events.slice(-3)).toEqual(['contentBlockStop', 'messageStop', 'metadata']);
  },
);

const embeddingBodies: Readonly<Record<string, object>> = {
  'titan-text-v1': { inputText: 'x' },
  'titan-text-v2': { inputText: 'x' },
  'titan-multimodal': { inputText: 'x' },
  'cohere-v3': { texts: ['x'], input_type: 'search_query' },
  'cohere-v4': { texts: ['x'], input_type: 'search_query' },
  nova: {
    taskType: 'SINGLE_EMBEDDING',
    singleEmbeddingParams: { embeddingPurpose: 'CLUSTERING', text: { truncationMode: 'END', value: 'x' } },
  },
  'marengo-2.7': { inputType: 'text', inputText: 'x' },
  'marengo-3': { inputType: 'text', text: { inputText: 'x' } },
};

/** What the service needs, and nothing else. */
function editBody(id: string, image: string): object {
  if (/fast-upscale|remove-background|erase-object/.test(id)) return { image };
  if (id.includes('style-transfer')) return { init_image: image, style_image: image };
  if (id.includes('outpaint')) return { image, left: 8 };
  const prompt = 'a boat';
  if (id.includes('search-replace')) return { image, prompt, search_prompt: 'sea' };
  if (id.includes('search-recolor')) return { image, prompt, select_prompt: 'sea' };
  return { image, prompt };
}

/** The body that a language model is called with, by a pattern of ids; undefined where none is built in. */
function languageBody(id: string, text: string): object | undefined {
  const messages = [{ role: 'user', content: text }];
  if (/^anthropic/.test(id)) return { anthropic_version: 'bedrock-2023-05-31', max_tokens: 4000, messages };
  if (/^amazon\.nova/.test(id)) return { messages: [{ role: 'user', content: [{ text }] }] };
  if (/^amazon\.titan/.test(id)) return { inputText: text };
  if (/^meta|^mistral\.(?:mistral-7b|mixtral)|^deepseek\.r1/.test(id)) return { prompt: text };
  if (/^cohere\.command-r/.test(id)) return { message: text };
  if (/^(?:cohere|twelvelabs|xai\.grok-4\.3)/.test(id)) return undefined;
  return { messages };
}

describe('InvokeModel', () => {
  it.each(models.flatMap(({ id, kind, family }) => (kind === 'language' ? [[id, family]] : [])))(
    '%s (%s) answers with a text, or says that nothing is built in',
    async (id) => {
      const body = languageBody(id, 'echo granite');
      const answer = await invoke(id, body ?? { prompt: 'echo granite' });
      const words = body === undefined ? /^No built-in model of this local Bedrock answers/ : /granite"/;
      expect((answer['message'] as string | undefined) ?? JSON.stringify(answer)).toMatch(words);
    },
  );

  it.each(
    models.flatMap(({ id, embedding }) => (typeof embedding === 'object' ? [[id, embedding.body]] : [])),
  )('%s (%s) answers with a vector', async (id, body) => {
    const answer = await invoke(id, embeddingBodies[body] ?? {});
    expect(JSON.stringify(answer)).toMatch(/"embeddings?":\[{0,2}[^]*-?0?\.\d/);
  });

  it.each(models.flatMap(({ id, image }) => (typeof image === 'object' ? [[id, image.body]] : [])))(
    '%s (%s) answers with an image',
    async (id, body) => {
      const painting = paint({ width: 64, height: 64, prompt: '', seed: 1, variant: '' });
      const image = Buffer.from(await encodePng(painting)).toString('base64');
      const asked =
        body === 'stability'
          ? { prompt: 'a boat' }
          : body === 'stability-edit'
            ? editBody(id, image)
            : {
                taskType: 'TEXT_IMAGE',
                textToImageParams: { text: 'a boat' },
                imageGenerationConfig: { width: 512, height: 512 },
              };
      const { images } = await invoke(id, asked);
      expect(images).toEqual([expect.stringMatching(/^iVBORw0KGgo/)]);
    },
  );

  it.each(models.flatMap(({ id, rerank }) => (typeof rerank === 'object' ? [[id, rerank.body]] : [])))(
    '%s (%s) answers with an order',
    async (id, body) => {
      const version = body === 'cohere' ? { api_version: 2 } : {};
      const { results } = await invoke(id, { ...version, query: 'x', documents: ['y', 'x'] });
      expect((results as { index: number }[]).map(({ index }) => index)).toEqual([1, 0]);
    },
  );
});

it('models that make video say that nothing is built in', async () => {
  for (const { id } of models.filter(({ kind }) => kind === 'video')) {
    const body = {
      modelId: id,
      modelInput: { prompt: 'x' },
      outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://bucket/' } },
    };
    const init = { method: 'POST', body: JSON.stringify(body) };
    const { message } = (await (await bedrock.fetch('http://bedrock.test/async-invoke', init)).json()) as {
      message?: string;
    };
    expect(message).toBe(`No built-in model of this local Bedrock answers StartAsyncInvoke for ${id}.`);
  }
});
