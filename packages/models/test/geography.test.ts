// Whether the first word of an id is a geography or a vendor.
import { expect, test } from 'vitest';
import { parseModelId } from '../src/index.ts';

test.each(['us', 'eu', 'apac', 'jp', 'au', 'ca', 'in', 'us-gov', 'global', 'amer'])(
  'before any vendor %s is a geography, but not as the end of a name',
  (geography) => {
    expect(parseModelId(`${geography}.a-vendor.1`)).toMatchObject({ geography, vendor: 'a-vendor' });
    expect(parseModelId(`x-${geography}.a-vendor.1`)).toMatchObject({ vendor: `x-${geography}` });
  },
);

test.each(['sa', 'eu-gov', 'us-iso', 'us-isob'])(
  'before what looks like vendor and model, %s is a geography',
  (geography) => {
    const found = ['v1.model', 'a-vendor.model', 'vendor.1', '1.model', 'model'].map(
      (id) => parseModelId(`${geography}.${id}`).geography,
    );
    expect(found).toEqual([geography, undefined, undefined, undefined, undefined]);
    expect(parseModelId(`x1-${geography}.vendor.model`).geography).toBeUndefined();
  },
);

test.each(['emea', 'eusc', 'eu-west', 'apac2'])(
  'before a vendor that is known, %s is a geography',
  (geography) => {
    for (const vendor of ['amazon', 'anthropic', 'meta', 'openai']) {
      expect(parseModelId(`${geography}.${vendor}.model`)).toMatchObject({
        kind: 'inference-profile',
        geography,
        baseModelId: `${vendor}.model`,
      });
    }
    expect(parseModelId(`${geography}.model.name`).geography).toBeUndefined();
    expect(parseModelId(`${geography}.my-meta.name`).geography).toBeUndefined();
  },
);

test.each(['xai.grok-4.7', 'zai.glm-5.3', 'qwen.qwen3.5-plus', 'deepseek.v3.2', 'ab.model-1.5', 'ab.v3.2'])(
  'a short vendor is no geography: %s',
  (id) => {
    expect(parseModelId(id)).toMatchObject({ geography: undefined, vendor: id.split('.')[0] });
  },
);
