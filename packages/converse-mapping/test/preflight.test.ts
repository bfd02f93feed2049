import { InvalidPromptError, type LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { inspect } from 'node:util';
import { checkConverseRequest, createStreamMapper, explainRefusal } from '../src/index.ts';
import { refusedBy, toConverseRequest, toUncheckedConverseRequest } from './witness.ts';
import { map, user } from './messages.ts';

type Prompt = LanguageModelV4CallOptions['prompt'];

const TEXT_ONLY = 'us.meta.llama3-3-70b-instruct-v1:0';
const picture: Prompt[number] = {
  role: 'user',
  content: [
    { type: 'text', text: 'look' },
    { type: 'file', mediaType: 'image/png', data: { type: 'data', data: 'AAEC' } },
  ],
};

const preflight = (mode: string, prompt: Prompt, modelId = TEXT_ONLY) =>
  toConverseRequest({ prompt, providerOptions: { bedrock: { preflight: mode } } }, { modelId });

/** As it would be sent, although Bedrock has no picture of it. */
const withPicture = <Result>(make: () => Result) => refusedBy(['image-supported'], make);

describe('a request that Bedrock would refuse', () => {
  it('is one error that points into the prompt of the caller', () => {
    const refuse = () => map({ prompt: [user('a'), picture] }, TEXT_ONLY);
    expect(refuse).toThrow(InvalidPromptError);
    expect(refuse).toThrow(
      "Invalid prompt: Bedrock would refuse this request. prompt[1].content[1]: This model doesn't support the image content block that you provided. Update the content block and try again. (rule image-supported) With the option preflight: 'warn' it is sent.",
    );
  });

  it('has the violations as its cause', () => {
    const cause = [
      expect.objectContaining({ path: 'messages[0].content[1].image', rule: 'image-supported' }),
    ] as unknown;
    expect(() => map({ prompt: [picture] }, TEXT_ONLY)).toThrow(expect.objectContaining({ cause }) as Error);
  });

  it('is sent with a warning when that was asked for', () => {
    const { request, warnings } = withPicture(() => preflight('warn', [picture]));
    expect(request.messages?.[0]?.content).toHaveLength(2);
    expect(warnings).toEqual([
      { type: 'other', message: expect.stringContaining('prompt[0].content[1]: This model') as string },
    ]);
  });

  it('that could be repaired is refused too when that was asked for', () => {
    const prompt: Prompt = [{ role: 'assistant', content: [{ type: 'text', text: 'Hello.' }] }, user('hi')];
    expect(() => preflight('throw', prompt, 'us.amazon.nova-pro-v1:0')).toThrow(
      /first message: Nova Pro wants the user first/,
    );
    expect(preflight('repair', prompt, 'us.amazon.nova-pro-v1:0').warnings).toHaveLength(1);
    expect(() => preflight('throw', [user('hi')], 'us.amazon.nova-pro-v1:0')).not.toThrow();
  });

  it('for reasons of the model alone goes to the service, which answers for itself', () => {
    const silent = 'amazon.titan-embed-text-v2:0';
    expect(() =>
      refusedBy(['operation-supported'], () => preflight('repair', [user('hi')], silent)),
    ).not.toThrow();
    expect(() => preflight('throw', [user('hi')], silent)).toThrow(/rule operation-supported/);
  });

  it('for what a model newer than the table may take goes to the service, too, but for a check before all', () => {
    for (const modelId of ['deepseek.v9', 'us.meta.llama9-70b-instruct-v1:0']) {
      const film = { mediaType: 'video/mp4', data: { type: 'data' as const, data: 'AAEC' } };
      const prompt: Prompt = [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'look' },
            { type: 'file', ...film },
          ],
        },
      ];
      const sent = (mode: string) => refusedBy(['video-supported'], () => preflight(mode, prompt, modelId));
      expect(sent('repair').warnings).toEqual([]);
      expect(sent('warn').warnings).toHaveLength(1);
      expect(() => sent('throw')).toThrow(/rule video-supported/);
      // Bedrock's refusal is still explained.
      expect(explainRefusal(sent('repair'))).toMatch(
        /^prompt\[0\]\.content\[1\]: .+ \(rule video-supported\)$/,
      );
    }
  });

  it('is left to Bedrock by the unchecked mapping, which repairs all the same', () => {
    const { request } = withPicture(() =>
      toUncheckedConverseRequest({ prompt: [user(' '), picture] }, { modelId: TEXT_ONLY }),
    );
    expect(request.messages?.[0]?.content.map((block) => Object.keys(block)[0])).toEqual(['text', 'image']);
    const call = {
      prompt: [user('a')],
      tools: [{ type: 'function' as const, name: 'x y', inputSchema: {} }],
      topK: 5,
    };
    const model = { modelId: 'us.amazon.nova-pro-v1:0' };
    expect(toUncheckedConverseRequest(call, model).request).toEqual(toConverseRequest(call, model).request);
  });
});

describe('conversion first and the check afterwards', () => {
  const convert = (mode: string, prompt: Prompt) =>
    toUncheckedConverseRequest(
      { prompt, providerOptions: { bedrock: { preflight: mode } } },
      { modelId: TEXT_ONLY },
      { stream: true },
    );

  it('throw what both at once throw', () => {
    const mapped = withPicture(() => convert('repair', [user('a'), picture]));
    const whole = () => toConverseRequest({ prompt: [user('a'), picture] }, { modelId: TEXT_ONLY });
    let message = '';
    try {
      whole();
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toContain('prompt[1].content[1]');
    expect(() => {
      checkConverseRequest(mapped);
    }).toThrow(message);
  });

  it('warn in the answer, although its context was made before', () => {
    const mapped = withPicture(() => convert('warn', [picture]));
    expect(mapped.warnings).toEqual([]);
    checkConverseRequest(mapped);
    const warnings = [{ type: 'other', message: expect.stringContaining('rule image-supported') as string }];
    expect(mapped.warnings).toEqual(warnings);
    expect(createStreamMapper(mapped.context).start()[0]).toEqual({ type: 'stream-start', warnings });
  });

  it('refuse what had to be repaired when that was asked for', () => {
    const begun: Prompt = [{ role: 'assistant', content: [{ type: 'text', text: 'Hello.' }] }, user('hi')];
    const mapped = convert('throw', begun);
    expect(() => {
      checkConverseRequest(mapped);
    }).toThrow(/first message: Llama 3.3 70B Instruct wants the user first/);
    expect(() => {
      checkConverseRequest(convert('throw', [user('hi')]));
    }).not.toThrow();
  });

  it('explain a refusal of Bedrock by every rule that is broken, and by nothing where none is', () => {
    const mapped = withPicture(() => convert('repair', [user('a'), picture]));
    expect(explainRefusal(mapped)).toBe(
      "prompt[1].content[1]: This model doesn't support the image content block that you provided. Update the content block and try again. (rule image-supported)",
    );
    expect(explainRefusal(convert('repair', [user('a')]))).toBeUndefined();
  });

  it('do not say again what Bedrock said', () => {
    const mapped = withPicture(() => convert('repair', [user('a'), picture]));
    const said =
      "This model doesn't support the image content block that you provided. Update the content block and try again.";
    expect(explainRefusal(mapped, said)).toBe('at prompt[1].content[1], rule image-supported');
  });

  it('tell several places apart', () => {
    const mapped = withPicture(() => convert('repair', [picture, user('a'), picture]));
    const said =
      "This model doesn't support the image content block that you provided. Update the content block and try again.";
    expect(explainRefusal(mapped, said)).toBe(
      'at prompt[0].content[1], rule image-supported; at prompt[2].content[1], rule image-supported',
    );
  });

  it('look at the request as it is now', () => {
    const mapped = withPicture(() => convert('repair', [picture]));
    const content = [{ text: 'No picture any more.' }];
    expect(() => {
      checkConverseRequest(mapped);
    }).toThrow(InvalidPromptError);
    expect(() => {
      checkConverseRequest({
        ...mapped,
        request: { ...mapped.request, messages: [{ role: 'user', content }] },
      });
    }).not.toThrow();
  });

  it('hand over an origin that shows nothing of the conversation', () => {
    const { origin } = convert('repair', [user('a secret')]);
    expect(inspect(origin, { depth: 9, showHidden: true }) + JSON.stringify(origin)).not.toContain('secret');
    expect(origin).toMatchObject({ stream: true, mode: 'repair', prompt: [user('a secret')], repairs: [] });
  });
});
