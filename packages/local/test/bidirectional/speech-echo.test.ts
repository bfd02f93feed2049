import type { Json } from '@bedrock-kit/protocol';
import { describe, expect, it } from 'vitest';
import { echoSpeech } from '../../src/bidirectional/speech-echo.ts';

async function* events(list: readonly Record<string, Json>[]): AsyncGenerator<Json> {
  for (const event of list) {
    await Promise.resolve();
    yield { event };
  }
}

interface Spoken {
  readonly name: string;
  readonly body: Record<string, Json>;
}

async function hear(list: readonly Record<string, Json>[]): Promise<Spoken[]> {
  const spoken: Spoken[] = [];
  for await (const answer of echoSpeech(events(list))) {
    const { event } = answer as unknown as { event: Record<string, Record<string, Json>> };
    const [[name, body] = ['', {}]] = Object.entries(event);
    spoken.push({ name, body });
  }
  return spoken;
}

/** The events of a name, without the ids that each carries. */
function named(wanted: string, spoken: readonly Spoken[]): Record<string, Json>[] {
  const isId = /^(?:sessionId|promptName|completionId|contentId)$/;
  return spoken
    .filter(({ name }) => name === wanted)
    .map(({ body }) => Object.fromEntries(Object.entries(body).filter(([member]) => !isId.test(member))));
}

const opening = [{ sessionStart: {} }, { promptStart: { promptName: 'p' } }];
const ids = { promptName: 'p', contentName: 'c' };

describe('the speech model', () => {
  it('tells how much audio it heard, and plays it back', async () => {
    const audio = btoa('\0'.repeat(3200));
    const spoken = await hear([
      ...opening,
      {
        contentStart: {
          ...ids,
          type: 'AUDIO',
          role: 'USER',
          audioInputConfiguration: { sampleRateHertz: 16_000 },
        },
      },
      { audioInput: { ...ids, content: audio } },
      { audioInput: { ...ids, content: audio } },
      { contentEnd: ids },
    ]);
    const texts = spoken
      .filter(({ name }) => name === 'textOutput')
      .map(({ body }) => [body['role'], body['content']]);
    expect(texts).toEqual([
      ['USER', '(audio of 6400 bytes, 200 ms)'],
      ['ASSISTANT', 'You said: (audio of 6400 bytes, 200 ms)'],
      ['ASSISTANT', 'You said: (audio of 6400 bytes, 200 ms)'],
    ]);
    expect(spoken.filter(({ name }) => name === 'audioOutput').map(({ body }) => body['content'])).toEqual([
      audio,
      audio,
    ]);
  });

  it('carries the session, prompt and completion through every event, and ends each content', async () => {
    const spoken = await hear([
      ...opening,
      { contentStart: { ...ids, type: 'TEXT', role: 'USER' } },
      { textInput: { ...ids, content: 'echo yes' } },
      { contentEnd: ids },
      { promptEnd: { promptName: 'p' } },
      { sessionEnd: {} },
      { textInput: { content: 'after the end' } },
    ]);
    for (const { body } of spoken) {
      expect(body).toMatchObject({
        sessionId: expect.stringMatching(/^\w{32}$/) as string,
        promptName: 'p',
        completionId: expect.stringMatching(/^\w{32}$/) as string,
      });
    }
    const reasons = spoken.filter(({ name }) => name === 'contentEnd').map(({ body }) => body['stopReason']);
    expect(reasons).toEqual(['PARTIAL_TURN', 'PARTIAL_TURN', 'END_TURN', 'END_TURN']);
    expect(spoken.at(-1)).toMatchObject({ name: 'completionEnd', body: { stopReason: 'END_TURN' } });
  });

  it('previews its answer in words, speaks it in the form that was asked for, and then says what was spoken', async () => {
    const format = {
      mediaType: 'audio/lpcm',
      sampleRateHertz: 16_000,
      sampleSizeBits: 16,
      channelCount: 1,
      encoding: 'base64',
    };
    const audioOutputConfiguration = { ...format, voiceId: 'matthew', audioType: 'SPEECH' };
    const spoken = await hear([
      { sessionStart: {} },
      { promptStart: { promptName: 'p', audioOutputConfiguration } },
      { contentStart: { ...ids, type: 'AUDIO', role: 'USER' } },
      { audioInput: { ...ids, content: 'AAAA' } },
      { contentEnd: ids },
    ]);
    const text = { type: 'TEXT', textOutputConfiguration: { mediaType: 'text/plain' } };
    const stage = (generationStage: string) => ({
      additionalModelFields: `{"generationStage":"${generationStage}"}`,
    });
    expect(named('contentStart', spoken)).toEqual([
      { ...text, ...stage('FINAL'), role: 'USER' },
      { ...text, ...stage('SPECULATIVE'), role: 'ASSISTANT' },
      { type: 'AUDIO', role: 'ASSISTANT', audioOutputConfiguration: format },
      { ...text, ...stage('FINAL'), role: 'ASSISTANT' },
    ]);
  });

  it('speaks at 24 kHz where no rate is asked for', async () => {
    const spoken = await hear([
      ...opening,
      { contentStart: { ...ids, type: 'AUDIO', role: 'USER' } },
      { audioInput: { ...ids, content: 'AAAA' } },
      { contentEnd: ids },
    ]);
    expect(named('contentStart', spoken)).toContainEqual(
      expect.objectContaining({
        type: 'AUDIO',
        audioOutputConfiguration: expect.objectContaining({ sampleRateHertz: 24_000 }) as unknown,
      }),
    );
  });

  it('counts what it heard and read, spoke and wrote, in the turn and in all', async () => {
    const typed = { promptName: 'p', contentName: 't' };
    const spoken = await hear([
      ...opening,
      { contentStart: { ...typed, type: 'TEXT', role: 'USER' } },
      { textInput: { ...typed, content: 'echo yes' } },
      { contentEnd: typed },
      { contentStart: { ...ids, type: 'AUDIO', role: 'USER' } },
      { audioInput: { ...ids, content: 'AAAA' } },
      { contentEnd: ids },
    ]);
    const none = { speechTokens: 0 };
    expect(named('usageEvent', spoken)).toEqual([
      {
        details: {
          delta: { input: { ...none, textTokens: 2 }, output: { ...none, textTokens: 1 } },
          total: { input: { ...none, textTokens: 2 }, output: { ...none, textTokens: 1 } },
        },
        totalInputTokens: 2,
        totalOutputTokens: 1,
        totalTokens: 3,
      },
      {
        details: {
          delta: {
            input: { speechTokens: 9, textTokens: 0 },
            output: { speechTokens: 9, textTokens: 12 },
          },
          total: {
            input: { speechTokens: 9, textTokens: 2 },
            output: { speechTokens: 9, textTokens: 13 },
          },
        },
        totalInputTokens: 11,
        totalOutputTokens: 22,
        totalTokens: 33,
      },
    ]);
  });

  it('says nothing to a system prompt and to history', async () => {
    const spoken = await hear([
      ...opening,
      { contentStart: { ...ids, type: 'TEXT', role: 'SYSTEM' } },
      { textInput: { ...ids, content: 'be kind' } },
      { contentEnd: ids },
      { contentStart: { ...ids, type: 'TEXT', role: 'USER', interactive: false } },
      { textInput: { ...ids, content: 'earlier' } },
      { contentEnd: ids },
    ]);
    expect(spoken).toEqual([]);
  });

  it.each([
    [[{ promptStart: {} }], 'promptStart came before sessionStart.'],
    [[{ sessionStart: {} }, { sessionStart: {} }], 'sessionStart came twice.'],
    [[{ sessionStart: {} }, { contentStart: { contentName: 'c' } }], 'contentStart came before promptStart.'],
    [
      [...opening, { textInput: { contentName: 'x', content: '' } }],
      'textInput names the content x, which is not open.',
    ],
    [[...opening, { textInput: { content: '' } }], 'textInput must have the text contentName.'],
    [[{ sessionStart: {}, promptStart: {} }], 'An input event must be {"event": {<one name>: {...}}}.'],
  ])('refuses %j', async (list, message) => {
    await expect(hear(list)).rejects.toMatchObject({ code: 'ValidationException', message });
  });
});
