// The AI SDK's embedMany when a call fails, is throttled or is aborted: what is told, and what goes out after it.
import { APICallError, embedMany } from 'ai';
import { describe, expect, it } from 'vitest';
import { createEmbeddingModel, embeddingInputs } from '../src/index.ts';
import { cohere, numberIn, texts, titan } from './numbered-texts.ts';
import { json, refusal, throttled, wire } from '../../invocation/test/wire.ts';

describe('embedMany', () => {
  it('names the values of a call that failed', async () => {
    const { client } = wire((body) => {
      const values = body['texts'] as string[];
      if (values.includes('text 96')) return refusal(400, 'ValidationException', 'Malformed input request.');
      return json({ embeddings: values.map(() => [1]) });
    });
    const error: unknown = await embedMany({
      model: createEmbeddingModel(cohere, { purpose: 'search_document' }, client),
      values: texts(200),
    }).then(undefined, (reason: unknown) => reason);
    expect(APICallError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      message: expect.stringMatching(/^values 96 to 191 of 200: .*Malformed input request\./) as string,
      statusCode: 400,
    });
  });

  it('names the values of an answer that cannot be used', async () => {
    const { client } = wire((body) =>
      json({ embeddings: (body['texts'] as string[]).map((_, at) => [at === 2 ? null : 1]) }),
    );
    const call = embedMany({
      model: createEmbeddingModel(cohere, { purpose: 'search_document', maxEmbeddingsPerCall: 3 }, client),
      values: texts(5),
    });
    await expect(call).rejects.toThrow(
      'values 0 to 2 of 5: Unusable answer of the embedding model: embeddings[2][0] is null, not a number',
    );
  });

  it('sends no more once a call failed for good', async () => {
    const { client, sent } = wire((_, index) =>
      index === 0
        ? refusal(403, 'AccessDeniedException', 'You may not.')
        : json({ embedding: [1], inputTextTokenCount: 1 }),
    );
    const model = createEmbeddingModel(titan, { maxParallelCalls: 1 }, client);
    const values = texts(50);
    await expect(embedMany({ model, values })).rejects.toThrow(/^value 0 of 50: .*You may not\./);
    // Whatever was waiting behind the first has had its turn by now.
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(sent).toHaveLength(1);
    // Another attempt with the very same values starts afresh.
    expect((await embedMany({ model, values })).embeddings).toHaveLength(50);
  });

  it('goes on beside another embedMany of the same values, with other options, that failed for good', async () => {
    const { client } = wire(async (body) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      return body['dimensions'] === 512
        ? refusal(400, 'ValidationException', 'Not today.')
        : json({ embedding: [numberIn(body['inputText'])], inputTextTokenCount: 1 });
    });
    const model = createEmbeddingModel(titan, {}, client);
    const values = texts(6);
    const [good, bad] = await Promise.allSettled(
      [256, 512].map((dimensions) =>
        embedMany({ model, values, maxParallelCalls: 1, providerOptions: { bedrock: { dimensions } } }),
      ),
    );
    expect(good).toMatchObject({ value: { embeddings: [[0], [1], [2], [3], [4], [5]] } });
    expect(bad).toMatchObject({
      reason: { message: expect.stringMatching(/^value 0 of 6: .*Not today\./) as string },
    });
  });

  it('goes on after a call that was throttled', async () => {
    const { client, sent } = wire((body, index) =>
      index === 0 ? throttled() : json({ embedding: [numberIn(body['inputText'])], inputTextTokenCount: 1 }),
    );
    const { embeddings } = await embedMany({
      model: createEmbeddingModel(titan, {}, client),
      values: texts(3),
    });
    expect(embeddings).toEqual([[0], [1], [2]]);
    expect(sent).toHaveLength(4);
  });

  it('sends nothing when one of the values is refused, so that no failure is left without a listener', async () => {
    const unheard: unknown[] = [];
    const listen = (reason: unknown): void => void unheard.push(reason);
    process.on('unhandledRejection', listen);
    const { client, sent } = wire(() => refusal(403, 'AccessDeniedException', 'You may not.'));
    const call = embedMany({
      model: createEmbeddingModel('cohere.embed-english-v3', { purpose: 'search_document' }, client),
      ...embeddingInputs(['a text', { text: 'a cat', image: { data: 'AAAA', mediaType: 'image/png' } }]),
    });
    await expect(call).rejects.toThrow('value 1: cohere.embed-english-v3 takes a text or one image.');
    // Whatever was under way has failed by now.
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.off('unhandledRejection', listen);
    expect({ sent, unheard }).toEqual({ sent: [], unheard: [] });
  });

  it('stops waiting when it is aborted', async () => {
    const controller = new AbortController();
    const { client, sent } = wire((_, index) => {
      if (index === 2) controller.abort();
      return json({ embedding: [1], inputTextTokenCount: 1 });
    });
    const call = embedMany({
      model: createEmbeddingModel(titan, { maxParallelCalls: 1 }, client),
      values: texts(100),
      abortSignal: controller.signal,
    });
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(sent.length).toBeLessThan(5);
  });

  // The message of a DOMException cannot be set.
  it.each(['AbortError', 'TimeoutError'])('that a signal ends with %s rejects with that', async (name) => {
    const controller = new AbortController();
    const reason = new DOMException('Enough.', name);
    const { client } = wire(() => {
      controller.abort(reason);
      throw reason;
    });
    const call = embedMany({
      model: createEmbeddingModel(titan, {}, client),
      values: texts(2),
      abortSignal: controller.signal,
    });
    await expect(call).rejects.toMatchObject({ name, message: reason.message });
  });
});
