import { capabilitiesOf, knownModelIds } from '@bedrock-kit/models';
import { describe, expect, it } from 'vitest';
import { asking, errorOf, openBedrock, urlOf } from '../in-process.ts';

async function call(model: string, options = {}, operation = 'converse') {
  const response = await openBedrock(options).fetch(urlOf(operation, model), asking('echo hi'));
  return response.status === 200 ? 200 : errorOf(response);
}

const invalid = (hint: RegExp) => ({
  status: 400,
  type: 'ValidationException',
  message: 'The provided model identifier is invalid.',
  hint: expect.stringMatching(hint) as string,
});

describe('a model', () => {
  it.each([
    'amazon.nova-lite-v1:0',
    'us.anthropic.claude-haiku-4-5-20251001-v1:0',
    'global.anthropic.claude-haiku-4-5-20251001-v1:0',
    'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0',
    'arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-haiku-4-5-20251001-v1:0',
    'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123def456',
  ])('%s is there', async (model) => {
    expect(await call(model)).toBe(200);
  });

  it('is found in a path with its colon and slashes as they are, too', async () => {
    const local = openBedrock();
    const arn =
      'arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-haiku-4-5-20251001-v1:0';
    for (const id of ['amazon.nova-lite-v1:0', arn]) {
      expect((await local.fetch(`http://bedrock.test/model/${id}/converse`, asking('echo hi'))).status).toBe(
        200,
      );
    }
    expect(local.requests.map(({ modelId }) => modelId)).toEqual(['amazon.nova-lite-v1:0', arn]);
  });

  it('that nobody knows is no valid identifier', async () => {
    expect(await call('acme.rocket-v1')).toEqual(
      invalid(
        /^acme\.rocket-v1 is not a known model, .* A handler for it, in the option models, lets it answer here\.$/,
      ),
    );
  });

  it.each([
    ['us.anthropic.claude-opus-4-6-v1:0', 'anthropic.claude-opus-4-6-v1'],
    ['us.anthropic.claude-opus-4-7-v1', 'anthropic.claude-opus-4-7'],
    ['us.anthropic.claude-haiku-4-5', 'anthropic.claude-haiku-4-5-20251001-v1:0'],
    ['us.anthropic.claude-haiku-4-5-20251001', 'anthropic.claude-haiku-4-5-20251001-v1:0'],
    ['amazon.nova-lite-v1', 'amazon.nova-lite-v1:0'],
    ['moonshotai.kimi-k2-thinking', 'moonshot.kimi-k2-thinking'],
    ['arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite', 'amazon.nova-lite-v1:0'],
  ])('with another version or vendor, %s, is no valid identifier', async (model, meant) => {
    expect(await call(model)).toEqual(invalid(new RegExp(`is not the id of .+: use ${meant}\\.$`)));
  });

  it('with another version is there once the options name the model behind it, and with a context variant', async () => {
    const id = 'us.anthropic.claude-opus-4-7-v1';
    expect(await call(id, { baseModels: { [id]: 'anthropic.claude-opus-4-7' } })).toBe(200);
    expect(await call('amazon.nova-lite-v1:0:24k')).toBe(200);
  });

  it('behind a profile that does not exist is no valid identifier', async () => {
    expect(await call('jp.anthropic.claude-opus-4-1-20250805-v1:0')).toEqual(
      invalid(/^There is no jp\. profile of anthropic\.claude-opus-4-1-20250805-v1:0\. It has us\.$/),
    );
    expect(await call('us.anthropic.claude-v2:1')).toEqual(
      invalid(/ of anthropic\.claude-v2:1\. It has none\.$/),
    );
  });

  it('behind a profile of another geography is no valid identifier', async () => {
    expect(await call('us.anthropic.claude-haiku-4-5-20251001-v1:0', { region: 'eu-west-1' })).toEqual(
      invalid(/^us\.anthropic\.claude-haiku-4-5-20251001-v1:0 cannot be called from eu-west-1\./),
    );
    expect(await call('eu.anthropic.claude-haiku-4-5-20251001-v1:0', { region: 'eu-west-1' })).toBe(200);
    expect(await call('in.moonshotai.kimi-k3')).toEqual(
      invalid(/^in\.moonshotai\.kimi-k3 cannot be called from us-east-1\./),
    );
    expect(await call('in.moonshotai.kimi-k3', { region: 'ap-south-2' })).toBe(200);
  });

  // https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-anthropic-claude-haiku-4-5.html and those of the others
  it.each([
    [
      'us.anthropic.claude-haiku-4-5-20251001-v1:0',
      ['us-west-1', 'ca-central-1'],
      ['ca-west-1', 'us-gov-west-1'],
    ],
    ['us.anthropic.claude-opus-5', ['us-east-2', 'ca-west-1'], ['eu-west-1', 'us-gov-west-1']],
    ['au.anthropic.claude-haiku-4-5-20251001-v1:0', ['ap-southeast-4', 'ap-southeast-6'], ['ap-southeast-1']],
    ['au.anthropic.claude-opus-5', ['ap-southeast-2', 'ap-southeast-4'], ['ap-southeast-6']],
    ['eu.anthropic.claude-sonnet-4-20250514-v1:0', ['eu-west-1', 'il-central-1'], ['eu-west-2']],
    ['eu.anthropic.claude-opus-5', ['eu-west-2', 'eu-central-2'], ['il-central-1']],
    ['eu.amazon.nova-lite-v1:0', ['eu-west-1', 'il-central-1'], ['eu-west-2']],
    ['us.meta.llama3-3-70b-instruct-v1:0', ['us-east-2'], ['ca-central-1']],
    ['apac.amazon.nova-lite-v1:0', ['ap-south-1', 'me-central-1'], ['me-south-1']],
    ['global.anthropic.claude-opus-5', ['sa-east-1', 'ap-southeast-6'], []],
  ])('%s is called from %j and not from %j', async (model, from, notFrom) => {
    const called = (region: string) => call(model, { region, availability: 'ignore' });
    for (const region of from) expect(await called(region)).toBe(200);
    for (const region of notFrom) expect(await called(region)).toEqual(invalid(/ cannot be called from /));
  });

  it('in an ARN of another Region is no valid identifier', async () => {
    expect(await call('arn:aws:bedrock:us-west-2::foundation-model/amazon.nova-lite-v1:0')).toEqual(
      invalid(/^The ARN names us-west-2, but this endpoint is in us-east-1\./),
    );
  });

  it('without on-demand throughput asks for an inference profile', async () => {
    const model = 'anthropic.claude-haiku-4-5-20251001-v1:0';
    expect(await call(model)).toMatchObject({
      status: 400,
      type: 'ValidationException',
      message:
        `Invocation of model ID ${model} with on-demand throughput isn’t supported. Retry your request with the ID or ` +
        'ARN of an inference profile that contains this model.',
    });
    expect(await call(model, { availability: 'ignore' })).toBe(200);
  });

  it('at the end of its life is not found', async () => {
    const model = 'us.anthropic.claude-3-7-sonnet-20250219-v1:0';
    expect(await call(model)).toMatchObject({
      status: 404,
      type: 'ResourceNotFoundException',
      message:
        'This model version has reached the end of its life. Please refer to the AWS documentation for more details.',
    });
    expect(await call(model, { availability: 'ignore' })).toBe(200);
  });

  it.each(['us.anthropic.claude-3-7-sonnet-20250219-v1:0', 'ai21.jamba-1-5-large-v1:0'])(
    'that AWS serves no more answers by a handler of one’s own: %s',
    async (model) => {
      expect(
        await call(model, { models: { '*claude-3-7*': () => 'I am here.', 'ai21.*': () => 'I too.' } }),
      ).toBe(200);
      expect(await call(model, { models: { 'amazon.*': () => 'Another.' } })).toMatchObject({ status: 404 });
      // How it is addressed is still the request's affair.
      const bare = await call('anthropic.claude-haiku-4-5-20251001-v1:0', { models: { '*': () => '' } });
      expect(bare).toMatchObject({ status: 400, type: 'ValidationException' });
    },
  );

  it('is at the end of its life after the day that AWS named, though it was legacy when the table was checked', async () => {
    const model = 'amazon.nova-lite-v1:0';
    const until = (endOfLife: string) => ({
      capabilities: { [model]: { lifecycle: { status: 'legacy', endOfLife } } },
    });
    expect(await call(model, until('9999-12-31'))).toMatchObject({
      message: expect.stringContaining('marked by provider as Legacy') as string,
    });
    expect(await call(model, until('2000-01-01'))).toMatchObject({
      status: 404,
      message:
        'This model version has reached the end of its life. Please refer to the AWS documentation for more details.',
    });
    expect(await call(model, { ...until('2000-01-01'), availability: 'ignore' })).toBe(200);
  });

  it('that has ended is told with the day, with the next one where the table has it, and with the way to call it all the same', async () => {
    const rule =
      'modelId: model-end-of-life (https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html). ';
    const way = 'The option availability: "ignore" lets it answer here.';
    const model = 'amazon.nova-lite-v1:0';
    const ending = (lifecycle: object) => call(model, { capabilities: { [model]: { lifecycle } } });
    expect(await ending({ status: 'end-of-life' })).toMatchObject({
      hint: `${rule}Nova Lite has ended. ${way}`,
    });
    expect(await ending({ status: 'legacy', endOfLife: '2000-01-01', replacement: 'a.b' })).toMatchObject({
      hint: `${rule}Nova Lite has ended. Its last day was 2000-01-01. Use a.b. ${way}`,
    });
  });

  it('goes on after its end of life where the options say that it is active', async () => {
    const model = 'amazon.titan-text-express-v1';
    expect(await call(model)).toMatchObject({ status: 404 });
    expect(await call(model, { capabilities: { [model]: { lifecycle: { status: 'active' } } } })).toBe(200);
    // By the table alone there is none.
    const lifecycles = Object.values(knownModelIds).flatMap((ids) =>
      ids.map((id) => capabilitiesOf(id).lifecycle),
    );
    expect(lifecycles.filter(({ status, endOfLife }) => status === 'active' && endOfLife)).toEqual([]);
  });

  it('that is legacy is not found, unless availability is ignored', async () => {
    const model = 'amazon.nova-lite-v1:0';
    const capabilities = { [model]: { lifecycle: { status: 'legacy' } } };
    expect(await call(model, { capabilities })).toMatchObject({
      status: 404,
      type: 'ResourceNotFoundException',
      message:
        'Access denied. This Model is marked by provider as Legacy and you have not been actively using the model in ' +
        'the last 30 days. Please upgrade to an active model on Amazon Bedrock',
    });
    expect(await call(model, { capabilities, availability: 'ignore' })).toBe(200);
  });

  it('that became legacy goes on for three months, for those who use it', async () => {
    const model = 'amazon.nova-lite-v1:0';
    const on = (day: string, status: string) => ({
      clock: () => new Date(`${day}T23:59:59Z`),
      capabilities: { [model]: { lifecycle: { status, legacySince: '2027-01-31' } } },
    });
    for (const status of ['legacy', 'active']) {
      expect(await call(model, on('2027-01-31', status))).toBe(200);
      expect(await call(model, on('2027-04-30', status))).toBe(200);
      expect(await call(model, on('2027-05-01', status))).toMatchObject({
        status: 404,
        message: expect.stringContaining('marked by provider as Legacy') as string,
      });
    }
  });

  it('behind an opaque ARN is the one that the options name', async () => {
    const arn = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123def456';
    const body = JSON.stringify({
      messages: [
        { role: 'user', content: [{ image: { format: 'png', source: { bytes: 'AAAA' } } }, { text: 'x' }] },
      ],
    });
    const say = (baseModels: Record<string, string>) =>
      openBedrock({ baseModels }).fetch(urlOf('converse', arn), { method: 'POST', body });
    expect((await say({})).status).toBe(200);
    expect(await errorOf(await say({ [arn]: 'amazon.nova-micro-v1:0' }))).toMatchObject({
      status: 400,
      type: 'ValidationException',
      message: expect.stringContaining('image') as string,
    });
  });

  it('behind an opaque ARN is asked for where a body of its own comes', async () => {
    const arn = 'arn:aws:bedrock:us-east-1:123456789012:imported-model/abc123def456';
    const invoke = (baseModels: Record<string, string>) =>
      openBedrock({ availability: 'ignore', baseModels }).fetch(urlOf('invoke', arn), {
        method: 'POST',
        body: JSON.stringify({ prompt: 'echo hi', max_gen_len: 100 }),
      });
    expect(await errorOf(await invoke({}))).toMatchObject({
      status: 400,
      hint: `Name the model behind it: createLocalBedrock({ baseModels: { '${arn}': 'vendor.model' } }). Or give it a handler: createLocalBedrock({ models: { '${arn}': ({ body }) => ({ body: ... }) } }).`,
    });
    const answer = await invoke({ [arn]: 'meta.llama3-1-8b-instruct-v1:0' });
    expect(await answer.json()).toMatchObject({ generation: 'hi' });
  });
});
