/**
 * A speech model that echoes, with the events of Amazon Nova Sonic: it tells what it heard or read, and plays the
 * audio back as it came, at whatever rate was asked for. It understands no speech and calls no tools.
 *
 * https://docs.aws.amazon.com/nova/latest/userguide/input-events.html and output-events.html
 */
import type { Json, JsonObject } from '@bedrock-kit/protocol';
import { stableId } from '../digest.ts';
import { isObject } from '../json.ts';
import { followInstruction } from '../language/instructions.ts';
import { validationError } from '../service-error.ts';
import { countTokens } from '../tokens.ts';
import { decodeBase64 } from '../wire/base64.ts';
import { type Exchanged, SpeechUsage } from './speech-usage.ts';

/** What is being said: one content between its start and its end. */
interface Content {
  readonly type: string;
  readonly role: string;
  readonly interactive: boolean;
  text: string;
  readonly audio: string[];
  readonly bytesPerSecond: number;
}

/** Words of one side. An answer is speculative until it has been spoken, what the user said is final at once. */
interface Words {
  readonly role: 'USER' | 'ASSISTANT';
  readonly content: string;
  readonly generationStage: 'SPECULATIVE' | 'FINAL';
  readonly stopReason: 'PARTIAL_TURN' | 'END_TURN';
}

/** The form of the audio that is sent, but for its rate, which is asked for. */
const audioFormat = { mediaType: 'audio/lpcm', sampleSizeBits: 16, encoding: 'base64', channelCount: 1 };

/** Answers every interactive content of the user's when it ends, and ends with the session. */
export async function* echoSpeech(events: AsyncIterable<Json>): AsyncGenerator<Json> {
  const session = new Session();
  for await (const event of events) {
    yield* session.take(event);
    if (session.ended) return;
  }
}

class Session {
  ended = false;
  #started = false;
  #promptName: string | undefined;
  /** As `promptStart` asks for the audio of the answers. */
  #sampleRateHertz = 24_000;
  readonly #contents = new Map<string, Content>();
  readonly #usage = new SpeechUsage();
  #turns = 0;

  *take(given: Json): Generator<Json> {
    const [name, body] = eventOf(given);
    if (!this.#started && name !== 'sessionStart') throw validationError(`${name} came before sessionStart.`);
    switch (name) {
      case 'sessionStart':
        if (this.#started) throw validationError('sessionStart came twice.');
        this.#started = true;
        return;
      case 'promptStart':
        this.#promptName = textIn(body, 'promptName', name);
        this.#sampleRateHertz = rateIn(body['audioOutputConfiguration']) ?? this.#sampleRateHertz;
        return;
      case 'contentStart':
        this.#open(body);
        return;
      case 'textInput':
      case 'toolResult':
        this.#content(body, name).text += textIn(body, 'content', name);
        return;
      case 'audioInput':
        this.#content(body, name).audio.push(textIn(body, 'content', name));
        return;
      case 'contentEnd': {
        const content = this.#content(body, name);
        this.#contents.delete(textIn(body, 'contentName', name));
        if (content.role === 'USER' && content.interactive) yield* this.#answer(content);
        return;
      }
      case 'promptEnd':
        this.#promptName = undefined;
        return;
      case 'sessionEnd':
        this.ended = true;
        return;
      default:
        throw validationError(`${name} is no input event.`);
    }
  }

  #open(body: JsonObject): void {
    if (this.#promptName === undefined) throw validationError('contentStart came before promptStart.');
    const name = textIn(body, 'contentName', 'contentStart');
    const rate = rateIn(body['audioInputConfiguration']) ?? 16_000;
    this.#contents.set(name, {
      type: textIn(body, 'type', 'contentStart'),
      role: typeof body['role'] === 'string' ? body['role'] : 'USER',
      interactive: body['interactive'] !== false,
      text: '',
      audio: [],
      // 16 bits a sample, one channel: the one form that the service takes.
      bytesPerSecond: rate * 2,
    });
  }

  #content(body: JsonObject, event: string): Content {
    const name = textIn(body, 'contentName', event);
    const content = this.#contents.get(name);
    if (content === undefined)
      throw validationError(`${event} names the content ${name}, which is not open.`);
    return content;
  }

  *#answer(content: Content): Generator<Json> {
    this.#turns += 1;
    const ids = {
      sessionId: stableId('session', 32),
      promptName: this.#promptName ?? '',
      completionId: stableId(`completion ${this.#turns}`, 32),
    };
    const heard = content.type === 'AUDIO' ? heardIn(content) : content.text;
    const reply = followInstruction(heard) ?? `You said: ${heard}`;
    const speak = (name: string, body: JsonObject): Json => ({ event: { [name]: { ...ids, ...body } } });
    const said = (place: string): string => stableId(`${place} ${this.#turns}`, 32);

    const answer = { role: 'ASSISTANT', content: reply } as const;
    const partial = 'PARTIAL_TURN';

    yield speak('usageEvent', this.#usage.add(tokensOf(content, heard, reply)));
    yield speak('completionStart', {});
    yield* words(speak, said('transcript'), {
      role: 'USER',
      content: heard,
      generationStage: 'FINAL',
      stopReason: partial,
    });
    yield* words(speak, said('preview'), { ...answer, generationStage: 'SPECULATIVE', stopReason: partial });
    const contentId = said('audio');
    const audioOutputConfiguration = { ...audioFormat, sampleRateHertz: this.#sampleRateHertz };
    yield speak('contentStart', { contentId, type: 'AUDIO', role: 'ASSISTANT', audioOutputConfiguration });
    for (const audio of content.audio)
      yield speak('audioOutput', { contentId, role: 'ASSISTANT', content: audio });
    yield speak('contentEnd', { contentId, type: 'AUDIO', stopReason: 'END_TURN' });
    yield* words(speak, said('reply'), { ...answer, generationStage: 'FINAL', stopReason: 'END_TURN' });
    yield speak('completionEnd', { stopReason: 'END_TURN' });
  }
}

type Speak = (name: string, body: JsonObject) => Json;

function* words(speak: Speak, contentId: string, said: Words): Generator<Json> {
  const { role, content, generationStage, stopReason } = said;
  const additionalModelFields = JSON.stringify({ generationStage });
  const textOutputConfiguration = { mediaType: 'text/plain' };
  const type = 'TEXT';
  yield speak('contentStart', { contentId, type, role, additionalModelFields, textOutputConfiguration });
  yield speak('textOutput', { contentId, role, content });
  yield speak('contentEnd', { contentId, type, stopReason });
}

function heardIn({ audio, bytesPerSecond }: Content): string {
  const bytes = audio.reduce((sum, part) => sum + (decodeBase64(part)?.length ?? 0), 0);
  return `(audio of ${bytes} bytes, ${Math.round((bytes / bytesPerSecond) * 1000)} ms)`;
}

function tokensOf({ type, audio }: Content, heard: string, reply: string): Exchanged {
  const spoken = type === 'AUDIO';
  const inputTokens = countTokens(heard);
  return {
    input: { speechTokens: spoken ? inputTokens : 0, textTokens: spoken ? 0 : inputTokens },
    output: { speechTokens: audio.length > 0 ? inputTokens : 0, textTokens: countTokens(reply) },
  };
}

function rateIn(configuration: Json | undefined): number | undefined {
  const rate = isObject(configuration) ? configuration['sampleRateHertz'] : undefined;
  return typeof rate === 'number' ? rate : undefined;
}

function eventOf(given: Json): [name: string, body: JsonObject] {
  const event = isObject(given) ? given['event'] : undefined;
  const [entry, ...more] = isObject(event) ? Object.entries(event) : [];
  if (entry === undefined || more.length > 0)
    throw validationError('An input event must be {"event": {<one name>: {...}}}.');
  const [name, body] = entry;
  return [name, isObject(body) ? body : {}];
}

function textIn(body: JsonObject, member: string, event: string): string {
  const value = body[member];
  if (typeof value !== 'string') throw validationError(`${event} must have the text ${member}.`);
  return value;
}
