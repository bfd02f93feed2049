// What must hold on every runtime: imports no test runner and no module of a runtime.
import {
  capabilitiesOf,
  embeddingCapabilitiesOf,
  imageCapabilitiesOf,
  inferenceProfilesFor,
  ModelIdError,
  parseModelId,
  rerankCapabilitiesOf,
} from '../src/index.ts';

function equal(actual: unknown, expected: unknown): void {
  const [found, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (found !== wanted) throw new Error(`expected ${wanted}, found ${found}`);
}

function thrown(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('expected an error, none was thrown');
}

const profile = 'us-gov.anthropic.claude-3-7-sonnet-20250219-v1:0';

/** Facts about this package, each with the function that checks it. */
export const conformance: readonly (readonly [title: string, run: () => void | Promise<void>])[] = [
  [
    'a plain id is taken apart',
    () => {
      const { kind, vendor, model, version, variant, baseModelId } = parseModelId(
        'cohere.embed-english-v3:0:512',
      );
      equal(
        [kind, vendor, model, version, variant, baseModelId],
        ['foundation-model', 'cohere', 'embed-english', 'v3:0', '512', 'cohere.embed-english-v3:0'],
      );
    },
  ],
  [
    'an inference profile shows its geography',
    () => {
      const { kind, geography, baseModelId } = parseModelId(profile);
      equal(
        [kind, geography, baseModelId],
        ['inference-profile', 'us-gov', 'anthropic.claude-3-7-sonnet-20250219-v1:0'],
      );
    },
  ],
  [
    'an ARN shows partition, Region, account and model',
    () => {
      const arn = parseModelId(
        `arn:aws-us-gov:bedrock:us-gov-west-1:123456789012:inference-profile/${profile}`,
      );
      equal(
        [arn.kind, arn.partition, arn.region, arn.accountId, arn.resourceId],
        ['inference-profile', 'aws-us-gov', 'us-gov-west-1', '123456789012', profile],
      );
    },
  ],
  [
    'text of no known form is legal',
    () => {
      equal(
        ['x', '🦜', 'arn:', '..'].map((id) => parseModelId(id).kind),
        Array(4).fill('unknown'),
      );
    },
  ],
  [
    'an empty id is refused by an error with a code',
    () => {
      const error = thrown(() => parseModelId(''));
      equal(
        [ModelIdError.isInstance(error), ModelIdError.isInstance(error) && error.code],
        [true, 'empty-model-id'],
      );
    },
  ],
  [
    'a listed model has its own record',
    () => {
      const { match, name, kind } = capabilitiesOf('global.anthropic.claude-opus-5-5');
      equal([match, name, kind], ['model', 'Claude Opus 5.5', 'language']);
    },
  ],
  [
    'a model that does not exist yet has the newest rules of its family',
    () => {
      const newest = capabilitiesOf('anthropic.claude-opus-5-5');
      const next = capabilitiesOf('anthropic.claude-opus-7-20280101-v1:0');
      equal([next.match, next.reasoning, next.sampling], ['family', newest.reasoning, newest.sampling]);
    },
  ],
  [
    'an unheard-of model has a record of unknowns',
    () => {
      const { match, toolUse, promptCaching, reasoning } = capabilitiesOf('acme.thing-v1:0');
      equal([match, toolUse, promptCaching, reasoning], ['none', 'unknown', 'unknown', { kind: 'unknown' }]);
    },
  ],
  [
    'a name of every object is no vendor',
    () => {
      equal(
        ['__proto__.a', 'constructor.b', 'hasOwnProperty.c'].map((id) => capabilitiesOf(id).match),
        Array(3).fill('none'),
      );
    },
  ],
  [
    'an opaque ARN has the record of the model that the caller names',
    () => {
      const arn = 'arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/a1b2c3d4e5f6';
      equal(
        [arn, capabilitiesOf(arn).match, capabilitiesOf(arn, { baseModelId: 'amazon.nova-pro-v1:0' }).name],
        [arn, 'none', 'Nova Pro'],
      );
    },
  ],
  [
    'a record cannot be changed',
    () => {
      const { inputs } = capabilitiesOf('amazon.nova-pro-v1:0');
      thrown(() => Object.assign(inputs, { text: false }));
      equal(capabilitiesOf('amazon.nova-pro-v1:0').inputs.text, true);
    },
  ],
  [
    'the lookups of one kind answer like the whole',
    () => {
      for (const [lookup, id] of [
        [embeddingCapabilitiesOf, 'cohere.embed-v4:0'],
        [imageCapabilitiesOf, 'stability.stable-image-ultra-v1:1'],
        [rerankCapabilitiesOf, 'amazon.rerank-v1:0'],
      ] as const) {
        const whole: object = capabilitiesOf(id);
        for (const [member, value] of Object.entries(lookup(id))) equal(value, Reflect.get(whole, member));
      }
    },
  ],
  [
    'the profiles of a Region come nearest first',
    () => {
      equal(inferenceProfilesFor('amazon.nova-2-lite-v1:0', 'ap-northeast-1'), [
        'jp.amazon.nova-2-lite-v1:0',
        'global.amazon.nova-2-lite-v1:0',
      ]);
    },
  ],
];
