import { describe, expect, it } from 'vitest';
import { bedrock, map, NOVA_PRO } from './messages.ts';

const asked = (options: object) => map({ providerOptions: bedrock(options) }, NOVA_PRO);

describe('options that are not known', () => {
  it('are not sent, and the warning has the nearest known one', () => {
    const named = { guardrailIdentifier: 'x', guardrailVersion: '1' };
    const { request, warnings } = asked({
      reasonigConfig: {},
      guardrailConfig: { ...named, tracee: 'enabled' },
    });
    expect(request.guardrailConfig).toEqual(named);
    expect(warnings).toEqual([
      {
        type: 'other',
        message:
          'Unknown option providerOptions.bedrock.guardrailConfig.tracee is not sent. Did you mean "trace"?',
      },
      {
        type: 'other',
        message:
          'Unknown option providerOptions.bedrock.reasonigConfig is not sent. Did you mean "reasoningConfig"?',
      },
    ]);
  });

  it.each<[object, string]>([
    [
      { guardrailConfig: { guardrailId: 'x', version: '1' } },
      'guardrailConfig.guardrailId. The call is not made without it. Known are guardrailIdentifier, guardrailVersion, trace, streamProcessingMode.',
    ],
    [
      { guardrailConfig: { version: '1', guardrailIdentifier: 'x' } },
      'guardrailConfig.version. The call is not made without it. Known are guardrailIdentifier, guardrailVersion, trace, streamProcessingMode.',
    ],
    [
      { guardrailConfig: { guardrailIdentifer: 'x', trace: 'enabled' } },
      'guardrailConfig.guardrailIdentifer. The call is not made without it. Did you mean "guardrailIdentifier"?',
    ],
    [
      { guardrailConfg: {} },
      'guardrailConfg. The call is not made without it. Did you mean "guardrailConfig"?',
    ],
    [
      { gaurdRailConfig: {} },
      'gaurdRailConfig. The call is not made without it. Did you mean "guardrailConfig"?',
    ],
    [
      { guardrail_config: {} },
      'guardrail_config. The call is not made without it. Did you mean "guardrailConfig"?',
    ],
    // As InvokeModel has them.
    [
      { guardrailVersion: '1' },
      'guardrailVersion. The call is not made without it. Did you mean "guardrailConfig"?',
    ],
    [{ guardrails: ['x'] }, 'guardrails. The call is not made without it. Known are guardrailConfig.'],
  ])('are an error where a guardrail would be lost with them: %j', (options, message) => {
    const argument = expect.objectContaining({
      name: 'AI_InvalidArgumentError',
      message: `Unknown option providerOptions.bedrock.${message}`,
    }) as Error;
    expect(() => asked(options)).toThrow(argument);
    expect(() => asked({ preflight: 'warn', ...options })).toThrow(argument);
  });

  // An account can have a guardrail that looks at every call: docs.aws.amazon.com/bedrock/latest/APIReference/API_PutEnforcedGuardrailConfiguration.html
  it('the trace of a guardrail of the account goes alone', () => {
    const guardrailConfig = { trace: 'enabled' };
    expect(asked({ guardrailConfig }).request.guardrailConfig).toEqual(guardrailConfig);
  });

  it('of a part name their place', () => {
    const content = [{ type: 'text' as const, text: 'x', providerOptions: { bedrock: { cachePont: true } } }];
    expect(map({ prompt: [{ role: 'user', content }] }).warnings).toEqual([
      {
        type: 'other',
        message:
          'Unknown option prompt[0].content[0].providerOptions.bedrock.cachePont is not sent. Did you mean "cachePoint"?',
      },
    ]);
  });

  it('cost nothing by their length, which an app may take from its own users', () => {
    const name = 'serviceTier'.repeat(500_000);
    const content = [{ type: 'text' as const, text: 'x', providerOptions: { bedrock: { [name]: 1 } } }];
    const { warnings } = map({
      prompt: [{ role: 'user', content }],
      providerOptions: bedrock({ [name]: 1 }),
    });
    expect(warnings).toHaveLength(2);
    for (const { type } of warnings) expect(type).toBe('other');
  });

  it('cost little by their number, and have no neighbours where they are more than all there are', () => {
    const names = Array.from({ length: 40_000 }, (_, index) => [`cachePoi${index}`, 1] as const);
    const providerOptions = { bedrock: Object.fromEntries(names) };
    const content = [{ type: 'text' as const, text: 'x', providerOptions }];
    const { warnings } = map({ prompt: [{ role: 'user', content }] });
    expect(warnings).toHaveLength(40_000);
    expect(warnings[0]).toMatchObject({
      message: expect.stringMatching(/cachePoi0 is not sent\. Known are cachePoint, /) as string,
    });
  });

  it('with no neighbour come with the list of all', () => {
    expect(asked({ zzzzzzzz: 1 }).warnings[0]).toMatchObject({
      message: expect.stringMatching(/is not sent\. Known are additionalModelRequestFields, /) as string,
    });
  });
});

describe('options of the wrong type', () => {
  it.each<[object, string]>([
    [
      { serviceTier: 'fast, please' },
      "providerOptions.bedrock.serviceTier must be 'reserved' or 'priority' or 'default' or 'flex' or an object { type }, not \"fast, please\".",
    ],
    [{ anthropicBeta: 'x' }, 'providerOptions.bedrock.anthropicBeta must be an array, not "x".'],
    [{ anthropicBeta: 'x'.repeat(100) }, 'providerOptions.bedrock.anthropicBeta must be an array.'],
    [{ anthropicBeta: [1] }, 'providerOptions.bedrock.anthropicBeta[0] must be a string.'],
    [
      { reasoningConfig: { budgetTokens: '9' } },
      'providerOptions.bedrock.reasoningConfig.budgetTokens must be a number, not "9".',
    ],
    [
      { additionalModelRequestFields: [] },
      'providerOptions.bedrock.additionalModelRequestFields must be a JSON object.',
    ],
    [{ requestMetadata: { a: 1 } }, 'providerOptions.bedrock.requestMetadata.a must be a string.'],
  ])('%j is refused with its path', (options, message) => {
    expect(() => asked(options)).toThrow(message);
    expect(() => asked(options)).toThrow(
      expect.objectContaining({ name: 'AI_InvalidArgumentError' }) as Error,
    );
  });

  it('undefined and null are as if not said', () => {
    expect(asked({ serviceTier: undefined, caching: null }).warnings).toEqual([]);
    // As the user of a call whom nobody knows.
    const requestMetadata = { team: 'a', user: null, session: undefined };
    expect(asked({ requestMetadata }).request.requestMetadata).toEqual({ team: 'a' });
  });
});
