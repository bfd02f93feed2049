import { operations } from '@bedrock-kit/protocol';
import { describe, expect, it } from 'vitest';
import { createLocalBedrock, type LocalBedrockOptions } from '../src/index.ts';
import { optionProblems } from '../src/option-checks.ts';
import { settingsOf } from '../src/options.ts';
import { thrownBy } from './thrown-by.ts';

describe('the options', () => {
  it('all have a default', () => {
    const { clock, onRequest, ...settings } = settingsOf({});
    expect(settings).toMatchObject({
      region: 'us-east-1',
      accountId: '123456789012',
      auth: 'verify',
      rules: 'aws',
      availability: 'aws',
      models: {},
      baseModels: {},
      faults: [],
      pace: {},
      maxRequestBytes: 33_554_432,
      keepRequests: 1000,
    });
    expect(clock()).toBeInstanceOf(Date);
    expect(() => {
      onRequest({} as never); // it looks at nothing
    }).not.toThrow();
  });

  it('are read once: what is written into them later changes nothing', () => {
    const pair = { accessKeyId: 'AKIDFIRST', secretAccessKey: 'first' };
    const options = {
      credentials: pair,
      apiKeys: ['first'],
      baseModels: { arn: 'first' },
      capabilities: { '*': { toolUse: false as const } },
      guardrails: { gr: { words: ['first'] } },
      pace: { firstEventMs: 1 },
    };
    const settings = settingsOf(options);
    const before = JSON.stringify(settings);
    pair.secretAccessKey = 'second';
    options.apiKeys.push('second');
    options.baseModels.arn = 'second';
    Object.assign(options.capabilities, { 'a.*': {} });
    options.guardrails.gr.words.push('second');
    options.pace.firstEventMs = 2;
    expect(JSON.stringify(settings)).toBe(before);
  });

  it('that are undefined count as left out', () => {
    expect(settingsOf({ region: undefined, faults: undefined }).region).toBe('us-east-1');
  });

  it.each(['us-east-1', 4280, null, []])('that are no object are refused as that: %j', (given) => {
    const error = thrownBy(() => createLocalBedrock(given as LocalBedrockOptions)); // the types refuse it
    expect([error.code, error.message]).toEqual([
      'invalid-option',
      `The options must be an object, not ${JSON.stringify(given)}.`,
    ]);
  });

  it('that are wrong are named, all of them at once', () => {
    const wrong = { region: 'here', clock: 5, acountId: '1' } as unknown as LocalBedrockOptions; // the types refuse it
    const error = thrownBy(() => createLocalBedrock(wrong));
    expect([error.code, error.place, error.message]).toEqual([
      'invalid-option',
      'region',
      'region must be a Region such as "us-east-1", not "here".\n' +
        'clock must be a function, not 5.\n' +
        'acountId is not an option (did you mean accountId?).',
    ]);
  });

  it.each([{ expiration: '2026-01-15T12:00:00Z' }, { expiration: new Date('never') }, { sessionToken: 5 }])(
    'hold credentials whose end can be told: %j',
    (wrong) => {
      const pair = { accessKeyId: 'a', secretAccessKey: 'b' };
      const right = { ...pair, sessionToken: 'c', expiration: new Date() };
      expect(optionProblems({ credentials: [right, { ...pair, sessionToken: undefined }] })).toEqual([]);
      expect(optionProblems({ credentials: [right, { ...pair, ...wrong }] })).toEqual([
        {
          place: 'credentials',
          message:
            'credentials must have a string as sessionToken and a Date as expiration, if they have them.',
        },
      ]);
    },
  );

  it('change only what a model’s record has', () => {
    const capabilities = { 'anthropic.*': { toolUse: false }, '*': { toolUsed: false } };
    expect(optionProblems({ capabilities })).toEqual([
      {
        place: 'capabilities',
        message:
          'capabilities has toolUsed for "*", which is no member of a model\'s record (did you mean toolUse?).',
      },
    ]);
    const none = optionProblems({ capabilities: { '*': { favouriteColour: 'red' } } });
    expect(none[0]?.message).toMatch(
      /^capabilities has favouriteColour for "\*", .* \(choose from family, name, .*, match, vendor\)\.$/,
    );
  });

  it.each<[object, string | undefined]>([
    [{ toolUse: { choises: { any: false } } }, 'toolUse.choises for .* \\(did you mean choices\\?\\)'],
    [
      { toolUse: { choices: { none: true } } },
      'toolUse.choices.none for .* \\(choose from auto, any, tool\\)',
    ],
    [{ operations: { converse: false } }, 'operations.converse for .* \\(did you mean Converse\\?\\)'],
    [{ inputs: { image: { maxSize: 1 } } }, 'inputs.image.maxSize for .* \\(choose from formats, s3, .*\\)'],
    [{ image: { sizes: { kind: 'range', mini: 64 } } }, 'image.sizes.mini for .* \\(did you mean min\\?\\)'],
    [{ toolUse: { choices: { any: false } }, operations: { Converse: false } }, undefined],
    [{ reasoning: { kind: 'effort', on: { anything: { at: 'all' } }, off: { such: 1 } } }, undefined],
    [{ reasoning: { budget: { min: 1, on: { thinking: { type: 'enabled' } } } }, prefill: true }, undefined],
  ])('change inside a model’s record only what it may have there: %j', (changes, problem) => {
    const found = optionProblems({ capabilities: { 'anthropic.*': { toolUse: {} }, '*': changes } });
    expect(found).toEqual(
      problem === undefined
        ? []
        : [
            {
              place: 'capabilities',
              message: expect.stringMatching(new RegExp(`^capabilities has ${problem}\\.$`)) as string,
            },
          ],
    );
  });

  it('hold faults that make sense', () => {
    const faults = [
      { kind: 'throttle' },
      { kind: 'stall', when: { cal: 1 } },
    ] as unknown as LocalBedrockOptions['faults']; // the types refuse them
    const error = thrownBy(() => createLocalBedrock({ faults }));
    expect([error.code, error.place]).toEqual(['invalid-fault', 'faults[1].ms']);
  });

  it.each([
    [
      { kind: 'throttle', when: { operation: 'converseStream' } },
      'when.operation',
      `must be one of ${Object.keys(operations).join(', ')}, not "converseStream".`,
    ],
    [{ kind: 'error', code: 'X', status: 99 }, 'status', 'must be a whole number from 200 to 599, not 99.'],
    [{ kind: 'proxy-html', status: 5020 }, 'status', 'must be a whole number from 200 to 599, not 5020.'],
    ...[[1, 0], []].map((call): [object, string, string] => [
      { kind: 'throttle', when: { call } },
      'when.call',
      `must be the number of a call, counted from 1, or a list of such numbers, not ${JSON.stringify(call)}.`,
    ]),
    [
      { kind: 'throttle', when: { toString: 1 } },
      'when.toString',
      'is not known (choose from operation, model, call).',
    ],
    [{ kind: 'throttle', when: { modle: '*' } }, 'when.modle', 'is not known (did you mean model?).'],
    [
      { kind: 'clock-skew', seconds: 1e300 },
      'seconds',
      'must be a number of seconds from -60000000000 to 60000000000, not 1e+300.',
    ],
    ...[1e300, -1, '2'].map((retryAfter): [object, string, string] => [
      { kind: 'throttle', retryAfter },
      'retryAfter',
      `must be a number of seconds from 0 to 60000000000, not ${JSON.stringify(retryAfter)}.`,
    ]),
    ...Object.entries({
      error: 'code',
      'clock-skew': 'seconds',
      'slow-start': 'ms',
      stall: 'ms',
      chunks: 'sizes',
    }).map(([kind, member]): [object, string, string] => [
      { kind },
      member,
      `is missing: the fault ${kind} needs it.`,
    ]),
    [{ kind: 'expired-token', after: 1 }, 'after', 'is no member of the fault expired-token (it has none).'],
  ])('hold no fault that could not strike: %j', (fault, member, problem) => {
    const faults = [fault] as unknown as LocalBedrockOptions['faults']; // the types refuse them
    const error = thrownBy(() => createLocalBedrock({ faults }));
    expect([error.code, error.message]).toEqual(['invalid-fault', `faults[0].${member} ${problem}`]);
  });

  it('may have members without a value, which are as those that are left out', async () => {
    const when = { operation: undefined, model: undefined, call: undefined };
    const bedrock = createLocalBedrock({
      auth: 'off',
      faults: [{ kind: 'throttle', message: undefined, retryAfter: undefined, when }],
    });
    const url = 'http://bedrock/model/amazon.nova-lite-v1:0/converse';
    const response = await bedrock.fetch(url, { method: 'POST', body: '{}' });
    expect([response.status, response.headers.get('retry-after'), await response.json()]).toEqual([
      429,
      null,
      { message: 'Too many requests, please wait before trying again.' },
    ]);
  });

  it.each(['us-east-1', 'eu-central-2', 'us-gov-west-1', 'cn-north-1', 'ap-southeast-4'])(
    'take the Region %s',
    (region) => {
      expect(optionProblems({ region })).toEqual([]);
    },
  );
});
