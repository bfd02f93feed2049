/**
 * A speech model that echoes, with the events of Amazon Nova Sonic: it tells what it heard or read, and plays the
 * audio back. It understands no speech and calls no tools.
 *
 * https://docs.aws.amazon.com/nova/latest/userguide/input-events.html and output-events.html
 */
import type { Json, JsonObject } from '@bedrock-kit/protocol';
import { isObject } from '../json.ts';
import { stableId } from '../models/digest.ts';
import { followInstruction } from '../models/instructions.ts';
import { countTokens } from '../models/tokens.ts';
import { ServiceError } from '../service-error.ts';
import { decodeBase64 } from '../wire/base64.ts';

/** What is being said: one content between its start and its end. */
interface Content {
  readonly type: string;
  readonly role: string;
  readonly interactive: boolean;
  text: string;
  readonly audio: string[];
  readonly bytesPerSecond: number;
}

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
  readonly #contents = new Map<string, Content>();
  #turns = 0;

  *take(given: Json): Generator<Json> {
    const [name, body] = eventOf(given);
    if (!this.#started && name !== 'sessionStart') throw invalid(`${name} came before sessionStart.`);
    switch (name) {
      case 'sessionStart':
        if (this.#started) throw invalid('sessionStart came twice.');
        this.#started = true;
        return;
      case 'promptStart':
        this.#promptName = textIn(body, 'promptName', name);
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
        throw invalid(`${name} is no input event.`);
    }
  }

  #open(body: JsonObject): void {
    if (this.#promptName === undefined) throw invalid('contentStart came before promptStart.');
    const name = textIn(body, 'contentName', 'contentStart');
    const audio = body['audioInputConfiguration'];
    const rate =
      isObject(audio) && typeof audio['sampleRateHertz'] === 'number' ? audio['sampleRateHertz'] : 16_000;
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
    if (content === undefined) throw invalid(`${event} names the content ${name}, which is not open.`);
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

    yield speak('usageEvent', usageOf(heard, reply));
    yield speak('completionStart', {});
    yield* textContent(speak, said('transcript'), 'USER', heard);
    yield* textContent(speak, said('reply'), 'ASSISTANT', reply);
    const contentId = said('audio');
    yield speak('contentStart', { contentId, type: 'AUDIO', role: 'ASSISTANT' });
    for (const audio of content.audio)
      yield speak('audioOutput', { contentId, role: 'ASSISTANT', content: audio });
    yield speak('contentEnd', { contentId, type: 'AUDIO', stopReason: 'END_TURN' });
    yield speak('completionEnd', { stopReason: 'END_TURN' });
  }
}

type Speak = (name: string, body: JsonObject) => Json;

/** A text that is said once and for all, with more of the turn behind it. */
function* textContent(speak: Speak, contentId: string, role: string, content: string): Generator<Json> {
  const additionalModelFields = JSON.stringify({ generationStage: 'FINAL' });
  yield speak('contentStart', { contentId, type: 'TEXT', role, additionalModelFields });
  yield speak('textOutput', { contentId, role, content });
  yield speak('contentEnd', { contentId, type: 'TEXT', stopReason: 'PARTIAL_TURN' });
}

function heardIn({ audio, bytesPerSecond }: Content): string {
  const bytes = audio.reduce((sum, part) => sum + (decodeBase64(part)?.length ?? 0), 0);
  return `(audio of ${bytes} bytes, ${Math.round((bytes / bytesPerSecond) * 1000)} ms)`;
}

function usageOf(heard: string, reply: string): JsonObject {
  const totalInputTokens = countTokens(heard);
  const totalOutputTokens = countTokens(reply);
  return { totalInputTokens, totalOutputTokens, totalTokens: totalInputTokens + totalOutputTokens };
}

function eventOf(given: Json): [name: string, body: JsonObject] {
  const event = isObject(given) ? given['event'] : undefined;
  const [entry, ...more] = isObject(event) ? Object.entries(event) : [];
  if (entry === undefined || more.length > 0)
    throw invalid('An input event must be {"event": {<one name>: {...}}}.');
  const [name, body] = entry;
  return [name, isObject(body) ? body : {}];
}

function textIn(body: JsonObject, member: string, event: string): string {
  const value = body[member];
  if (typeof value !== 'string') throw invalid(`${event} must have the text ${member}.`);
  return value;
}

function invalid(message: string): ServiceError {
  return new ServiceError('ValidationException', message);
}
