/**
 * What `bedrock-local` does: reads its arguments, listens, says how to reach it, and ends when it is told to.
 */
import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { LocalBedrockError } from '../errors.ts';
import { createLocalBedrock, type LocalBedrock } from '../local-bedrock.ts';
import type { LocalBedrockOptions } from '../options.ts';
import type { ReceivedRequest } from '../service/requests.ts';
import { type Arguments, type LogFormat, readArguments, usage } from './arguments.ts';
import { type Configuration, readConfiguration } from './config-file.ts';
import { jsonLine, textLine } from './log.ts';
import { type Shell, settingOf, unsettingOf } from './shell.ts';

/** The world around the command: its words, where it writes, and how it learns that it is to end. */
export interface Terminal {
  readonly words: readonly string[];
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
  /** Resolves when a signal asks for the end. */
  readonly ended: Promise<void>;
  /** In whose words variables are set. */
  readonly shell: Shell;
}

/** Any port would do. This one is easy to type, and none of the usual development servers takes it. */
const defaultPort = 4280;

/** Runs to the end. Resolves to the exit status: 0, or 1 for what the message says. */
export async function runBedrockLocal(terminal: Terminal): Promise<number> {
  try {
    const given = readArguments(terminal.words);
    if (given.help) terminal.out(usage);
    else if (given.version) terminal.out(version());
    else await serve(given, terminal);
    return 0;
  } catch (error) {
    if (!LocalBedrockError.isInstance(error)) throw error;
    terminal.error(`bedrock-local: ${error.message}`);
    return 1;
  }
}

async function serve(given: Arguments, terminal: Terminal): Promise<void> {
  const configuration: Configuration =
    given.config === undefined ? { options: {} } : await readConfiguration(given.config);
  const log = given.log ?? configuration.log ?? 'text';
  const local = createLocalBedrock({
    // No test can look at them in another process.
    keepRequests: 0,
    ...configuration.options,
    // The type of the option is checked like that of any other.
    ...(given.auth === undefined ? {} : { auth: given.auth as LocalBedrockOptions['auth'] }),
    ...(given.region === undefined ? {} : { region: given.region }),
    onRequest: (request) => {
      void tell(configuration.options, request, terminal);
      writeLog(log, request, terminal);
    },
  });
  const server = await local.listen({
    port: given.port ?? configuration.port ?? defaultPort,
    host: given.host ?? configuration.host ?? '127.0.0.1',
  });
  const isOpen = (given.auth ?? configuration.options.auth) === 'off';
  terminal.out(
    log === 'json' ? startupJson(local, server.url) : startupText(local, server.url, isOpen, terminal.shell),
  );
  await terminal.ended;
  await local.close();
}

async function tell(
  { onRequest }: LocalBedrockOptions,
  request: ReceivedRequest,
  terminal: Terminal,
): Promise<void> {
  try {
    const heard: unknown = onRequest?.(request); // a promise, where the function is async
    await heard;
  } catch (error) {
    // The server goes on: its clients are not to blame.
    terminal.error(`bedrock-local: onRequest failed: ${inspect(error)}`);
  }
}

function writeLog(log: LogFormat, request: ReceivedRequest, terminal: Terminal): void {
  if (log === 'text') terminal.out(textLine(request));
  if (log === 'json') terminal.out(jsonLine(request));
}

function startupJson({ environment, credentials, region }: LocalBedrock, url: string): string {
  return JSON.stringify({ listening: url, region, environment, apiKey: bearerOf(credentials) });
}

/**
 * What a shell may have that goes before the variables that are printed: a key, and a profile, whose keys AWS's client for JavaScript takes.
 * Neither may be empty, by that client and by boto3.
 */
const stronger = ['AWS_BEARER_TOKEN_BEDROCK', 'AWS_PROFILE'];

/** How to reach the server, in lines that a shell can run. */
function startupText(
  { environment, credentials, region }: LocalBedrock,
  url: string,
  isOpen: boolean,
  shell: Shell,
): string {
  const checked = isOpen ? 'signatures are not checked' : 'signatures are verified';
  const settings = (variables: Readonly<Record<string, string>>): string[] =>
    Object.entries(variables).map(([name, value]) => settingOf(name, value, shell));
  const bearer = settings(bearerOf(credentials)).flatMap((line) => [
    '',
    '# An API key in place of the two keys:',
    line.replace(/^/gm, '# '),
  ]);
  return [
    `Bedrock is listening on ${url} (${region}; ${checked}).`,
    'Set these variables where your program runs:',
    '',
    ...unsettingOf(stronger, shell),
    ...settings(environment),
    ...bearer,
    '',
  ].join('\n');
}

function bearerOf({ apiKey }: LocalBedrock['credentials']): Record<string, string> {
  return apiKey === undefined ? {} : { AWS_BEARER_TOKEN_BEDROCK: apiKey };
}

function version(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
