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
    expect(reasons).toEqual(['PARTIAL_TURN', 'PARTIAL_TURN', 'END_TURN']);
    expect(spoken.at(-1)).toMatchObject({ name: 'completionEnd', body: { stopReason: 'END_TURN' } });
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
