/**
 * The configuration file: the options of `createLocalBedrock`, and `port`, `host` and `log` of the command line.
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LocalBedrockError } from '../errors.ts';
import { checkFault } from '../faults/check.ts';
import { isObject } from '../json.ts';
import { optionProblems } from '../option-checks.ts';
import type { LocalBedrockOptions } from '../options.ts';
import { shown } from '../shown.ts';
import { thrownPlace } from '../thrown-place.ts';
import { isPort, type LogFormat, logFormatOf } from './arguments.ts';

export interface Configuration {
  readonly port?: number | undefined;
  readonly host?: string | undefined;
  readonly log?: LogFormat | undefined;
  readonly options: LocalBedrockOptions;
}

/**
 * @param file - JSON, or a module (`.js`, `.mjs`, `.ts` where Node runs it) whose default export holds the options
 * @throws {LocalBedrockError} `invalid-config`, with every wrong key in a line of its own
 */
export async function readConfiguration(file: string): Promise<Configuration> {
  const value = await load(file);
  if (!isObject(value)) {
    const where = isJson(file) ? 'The file' : 'The default export of the module';
    throw invalid(file, [`${where} must be an object of options.`]);
  }
  const { port, host, log, ...options } = value;
  const problems = [
    ...placeProblems(port, host, log),
    ...optionProblems(options, ['port', 'host', 'log']).map(({ message }) => message),
    ...faultProblems(options['faults']),
  ];
  if (problems.length > 0) throw invalid(file, problems);
  // Every member was checked above.
  return { port, host, log, options } as Configuration;
}

function isJson(path: string): boolean {
  return path.endsWith('.json');
}

async function load(file: string): Promise<unknown> {
  const path = resolve(file);
  try {
    // A module, too: what `import` says of one that is not there names a file of this package.
    const bytes = await readFile(path);
    if (isJson(path)) return JSON.parse(textOf(bytes)) as unknown;
  } catch (cause) {
    throw invalid(file, [messageOf(cause)], cause);
  }
  try {
    const module = (await import(pathToFileURL(path).href)) as { default?: unknown };
    return module.default;
  } catch (cause) {
    throw invalid(file, [messageOf(cause) + helpWith(cause, file)], cause);
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** Windows puts a mark in front of a text, which the decoder leaves out; `>` of its PowerShell 5.1 writes UTF-16. */
function textOf(bytes: Uint8Array): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes);
}

/** Where a module failed, or what a file that is none has to be. Node keeps the place of a syntax error for what itself prints. */
function helpWith(cause: unknown, file: string): string {
  if (!(cause instanceof Error)) return '';
  if ('code' in cause && cause.code === 'ERR_UNKNOWN_FILE_EXTENSION')
    return ' (it must be JSON, .json, or a module, .js or .mjs)';
  const place = thrownPlace(cause);
  if (place !== undefined) return ` (at ${place})`;
  return cause.name === 'SyntaxError' ? ` (\`node ${file}\` shows where)` : '';
}

function placeProblems(port: unknown, host: unknown, log: unknown): string[] {
  const problems: string[] = [];
  if (port !== undefined && !isPort(port))
    problems.push(`port must be a whole number from 0 to 65535, not ${shown(port)}.`);
  if (host !== undefined && typeof host !== 'string') {
    problems.push(`host must be a string, not ${shown(host)}.`);
  }
  if (log !== undefined) problems.push(...problemOf(() => logFormatOf(log, 'log')));
  return problems;
}

function faultProblems(faults: unknown): string[] {
  if (!Array.isArray(faults)) return [];
  return faults.flatMap((fault, index) => problemOf(() => checkFault(fault, `faults[${index}]`)));
}

/** What a check complains about, if anything. */
function problemOf(check: () => unknown): string[] {
  try {
    check();
    return [];
  } catch (error) {
    if (!LocalBedrockError.isInstance(error)) throw error;
    return [error.message];
  }
}

function invalid(file: string, problems: readonly string[], cause?: unknown): LocalBedrockError {
  return new LocalBedrockError(
    'invalid-config',
    `${file}:\n${problems.map((line) => `  ${line}`).join('\n')}`,
    {
      place: file,
      cause,
    },
  );
}
