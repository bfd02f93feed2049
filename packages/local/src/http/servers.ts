/**
 * The servers of one local Bedrock: where each is to listen, those that do, and the end of them all.
 */
import { suggestion } from '../closest.ts';
import { disposable } from '../disposable.ts';
import { LocalBedrockError } from '../errors.ts';
import { isObject } from '../json.ts';
import { shown } from '../shown.ts';
import type { HttpHandler } from './exchange.ts';
import type { ListeningServer } from './listen.ts';

/** The options of `listen()`. */
export interface ListenOptions {
  /** The port, from 0 to 65,535. 0 (default) takes any free port. */
  readonly port?: number | undefined;
  /** An address of this machine. `127.0.0.1` by default, which no other machine can reach; `0.0.0.0` stands for all of them. */
  readonly host?: string | undefined;
}

export class Servers {
  readonly #handler: HttpHandler;
  /** Those that listen or are about to, until they have ended. */
  readonly #all = new Set<Promise<ListeningServer>>();
  /** Those that nobody has closed. */
  readonly #open = new Set<ListeningServer>();

  constructor(handler: HttpHandler) {
    this.#handler = handler;
  }

  /** Of the latest that listens. */
  get url(): string | undefined {
    return [...this.#open].at(-1)?.url;
  }

  async listen(options: ListenOptions = {}): Promise<ListeningServer> {
    const server = this.#start(options, () => this.#all.delete(server));
    this.#all.add(server);
    // A promise of its own: a failure that nobody waits for is still reported. V8 goes on to the caller's line only from a promise for which one alone
    // waits: https://v8.dev/docs/stack-trace-api#async-stack-traces
    try {
      return await server;
    } catch (error) {
      this.#all.delete(server);
      throw error;
    }
  }

  async close(): Promise<void> {
    // One that is about to listen has no other end: whoever waits for it may have gone.
    const ends = [...this.#all].map(async (server) => (await server.catch(() => undefined))?.close());
    await Promise.all(ends);
  }

  async #start(options: ListenOptions, onEnd: () => void): Promise<ListeningServer> {
    const { port = 0, host = '127.0.0.1' } = checked(options);
    // Loaded when it is needed, so that the in-process face runs where there are no sockets.
    // A bundle for browsers has an empty module in its place: the field `browser` of package.json.
    const { listenOn } = (await import('./listen.ts')) as Partial<typeof import('./listen.ts')>;
    if (listenOn === undefined)
      throw new LocalBedrockError(
        'listen-failed',
        'A bundle for browsers has no sockets to listen with: use fetch.',
      );
    const server = await listenOn({ port, host, handler: this.#handler });
    const listening: ListeningServer = disposable({
      ...server,
      close: async () => {
        this.#open.delete(listening);
        await server.close();
        onEnd();
      },
    });
    this.#open.add(listening);
    return listening;
  }
}

function checked(options: ListenOptions): ListenOptions {
  const given: unknown = options; // JavaScript may call it as it calls a server of Node: listen(8080)
  if (!isObject(given))
    throw new LocalBedrockError('invalid-option', `listen takes { port, host }, not ${shown(given)}.`);
  const names = ['port', 'host'];
  const wrong = Object.keys(given).find((name) => !names.includes(name));
  if (wrong !== undefined)
    throw new LocalBedrockError(
      'invalid-option',
      `listen has no option ${wrong} (${suggestion(wrong, names)}).`,
      { place: wrong },
    );
  return options;
}
