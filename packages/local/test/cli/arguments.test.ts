import { describe, expect, it } from 'vitest';
import { readArguments, usage } from '../../src/cli/arguments.ts';

describe('the command line', () => {
  it('is read flag by flag', () => {
    const words = '--port 0 --host ::1 --region eu-west-1 --auth off --config a.json --log json'.split(' ');
    expect(readArguments(words)).toEqual({
      port: 0,
      host: '::1',
      region: 'eu-west-1',
      auth: 'off',
      config: 'a.json',
      log: 'json',
      help: false,
      version: false,
    });
  });

  it('leaves out what is not said', () => {
    expect(readArguments(['-h'])).toEqual({
      port: undefined,
      host: undefined,
      region: undefined,
      auth: undefined,
      config: undefined,
      log: undefined,
      help: true,
      version: false,
    });
  });

  it.each([
    [['--prot', '1'], '--prot is not an option. Did you mean --port?'],
    [['--completely-else'], '--completely-else is not an option. See bedrock-local --help.'],
    [['--port', 'http'], '--port must be a whole number from 0 to 65535, not "http".'],
    [['--config', ''], '--config must be the path of a file, not "".'],
    [['--port', '65536'], '--port must be a whole number from 0 to 65535, not "65536".'],
    [['--log', 'xml'], '--log must be text, json or none, not "xml".'],
  ])('%j is refused with what is allowed', (words, message) => {
    expect(() => readArguments(words)).toThrow(
      expect.objectContaining({ code: 'invalid-option', message }) as Error,
    );
  });

  it.each([['start'], ['-p', '80'], ['--port'], ['--no-auth']])(
    'takes no words beside flags, and no others, and says where they are told: %s',
    (...words) => {
      const error = expect.objectContaining({
        code: 'invalid-option',
        message: expect.stringMatching(/[^.]\. See bedrock-local --help\.$/) as string,
      }) as Error;
      expect(() => readArguments(words)).toThrow(error);
    },
  );

  it('has every flag in its help, whose lines fit a terminal of 80 columns', () => {
    for (const flag of Object.keys(readArguments([]))) expect(usage).toContain(`--${flag}`);
    expect(usage.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });
});
