// Which requests a fault hits: by model, by operation, by their number.
import { expect, it } from 'vitest';
import { modelId as signedModelId } from '../aws-clients.ts';
import { asking, openBedrock, urlOf } from '../in-process.ts';
import { holdTime } from './held-time.ts';

holdTime();

it('a fault hits the calls of its model and operation, which are counted by themselves', async () => {
  const local = openBedrock({
    faults: [{ kind: 'throttle', when: { call: [1, 3], model: 'amazon.*', operation: 'ConverseStream' } }],
  });
  const call = async (operation: string, model: string): Promise<number> =>
    (await local.fetch(urlOf(operation, model), asking('echo hi'))).status;
  expect(await call('converse-stream', signedModelId)).toBe(200);
  expect(await call('converse', 'amazon.nova-lite-v1:0')).toBe(200);
  expect(await call('converse-stream', 'amazon.nova-lite-v1:0')).toBe(429);
  expect(await call('converse-stream', 'amazon.nova-lite-v1:0')).toBe(200);
  expect(await call('converse-stream', 'amazon.nova-lite-v1:0')).toBe(429);
});

it('a fault finds its model also behind a profile, as a handler does', async () => {
  const statuses = async (model: string): Promise<number[]> => {
    const local = openBedrock({ faults: [{ kind: 'throttle', when: { model } }] });
    const ids = [signedModelId, 'amazon.nova-lite-v1:0'];
    return Promise.all(
      ids.map(async (id) => (await local.fetch(urlOf('converse', id), asking('hi'))).status),
    );
  };
  expect(await statuses('anthropic.*')).toEqual([429, 200]);
  expect(await statuses('us.*')).toEqual([429, 200]);
  expect(await statuses('claude*')).toEqual([200, 200]);
});

it('an expired token meets the first of the calls that it hits, also where their number is left undefined', async () => {
  const when = { operation: 'Converse', call: undefined } as const;
  const local = openBedrock({ faults: [{ kind: 'expired-token', when }] });
  const statuses: number[] = [];
  for (const operation of ['converse-stream', 'converse', 'converse'])
    statuses.push((await local.fetch(urlOf(operation), asking('hi'))).status);
  expect(statuses).toEqual([200, 403, 200]);
});
