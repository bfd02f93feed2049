/**
 * The command line of `bedrock-local`.
 */
import { parseArgs } from 'node:util';
import { closest } from '../closest.ts';
import { LocalBedrockError } from '../errors.ts';
import { shown } from '../shown.ts';

/** What was said; undefined where nothing was, so that the configuration file has its say. */
export interface Arguments {
  readonly port: number | undefined;
  readonly host: string | undefined;
  readonly region: string | undefined;
  readonly auth: string | undefined;
  readonly config: string | undefined;
  readonly log: LogFormat | undefined;
  readonly help: boolean;
  readonly version: boolean;
}

export type LogFormat = 'text' | 'json' | 'none';

/** No line is longer than 80 characters. */
export const usage = `bedrock-local: an Amazon Bedrock on your own machine, for tests

Usage: bedrock-local [options]

  --port <number>    The port to listen on; 0 takes any free one. Default: 4280.
  --host <address>   The address to listen on. 0.0.0.0 lets in other machines
                     and containers. Default: 127.0.0.1, which does not.
  --region <region>  The Region of the endpoint. Default: us-east-1.
  --auth <mode>      verify: check signatures and keys. off: let everybody in.
                     Default: verify.
  --config <file>    A file with port, host, log and the other options that the
                     README describes: JSON, or a module that has them as its
                     default export. Flags override the file.
  --log <format>     text: one line per request. json: one object per line.
                     none: nothing. Default: text.
  -h, --help         Print this text.
  -v, --version      Print the version.

Once it listens, it prints the environment variables that point AWS's SDKs at
it. Ctrl+C ends it.

Examples:
  bedrock-local --auth off
  bedrock-local --port 0 --log json
  bedrock-local --config bedrock.mjs`;

const flags = {
  port: { type: 'string' },
  host: { type: 'string' },
  region: { type: 'string' },
  auth: { type: 'string' },
  config: { type: 'string' },
  log: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/**
 * @throws {LocalBedrockError} `invalid-option`, naming the flag
 */
export function readArguments(words: readonly string[]): Arguments {
  const { values } = parse(words);
  return {
    port: values.port === undefined ? undefined : portOf(values.port),
    host: values.host,
    region: values.region,
    auth: values.auth,
    config: values.config === undefined ? undefined : pathOf(values.config),
    log: values.log === undefined ? undefined : logFormatOf(values.log, '--log'),
    help: values.help ?? false,
    version: values.version ?? false,
  };
}

function parse(words: readonly string[]) {
  for (const word of words) {
    const name = /^--(?:no-)?([^=]+)/.exec(word)?.[1];
    if (name === undefined || Object.hasOwn(flags, name)) continue;
    const meant = closest(name, Object.keys(flags));
    const help = meant === undefined ? 'See bedrock-local --help.' : `Did you mean --${meant}?`;
    throw invalid(`--${name}`, `--${name} is not an option. ${help}`);
  }
  try {
    return parseArgs({ args: [...words], options: flags, allowPositionals: false });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw invalid(undefined, `${message.replace(/\.$/, '')}. See bedrock-local --help.`, cause);
  }
}

function pathOf(text: string): string {
  if (text.trim() !== '') return text;
  throw invalid('--config', `--config must be the path of a file, not ${shown(text)}.`);
}

function portOf(text: string): number {
  const port = Number(text);
  if (text.trim() !== '' && isPort(port)) return port;
  throw invalid('--port', `--port must be a whole number from 0 to 65535, not ${shown(text)}.`);
}

export function isPort(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 65_535;
}

/** @throws {LocalBedrockError} `invalid-option` */
export function logFormatOf(text: unknown, place: string): LogFormat {
  if (text === 'text' || text === 'json' || text === 'none') return text;
  throw invalid(place, `${place} must be text, json or none, not ${shown(text)}.`);
}

function invalid(place: string | undefined, message: string, cause?: unknown): LocalBedrockError {
  return new LocalBedrockError('invalid-option', message, {
    ...(place === undefined ? {} : { place }),
    cause,
  });
}
