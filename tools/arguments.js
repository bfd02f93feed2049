// The arguments of a tool. `--help` prints the usage; what the tool does not know is refused with the same usage, before anything is done.
import { parseArgs } from 'node:util';

/** The words and options given, as `parseArgs` gives them. `usage` begins with the way to call the tool. */
export function readArguments(usage, { options = {}, ...rest } = {}) {
  const help = { type: 'boolean', short: 'h', default: false };
  try {
    const given = parseArgs({ ...rest, options: { ...options, help } });
    if (!given.values.help) return given;
  } catch (error) {
    // The rest of the message is about words that begin with a hyphen.
    refuse(error.message.split('. ')[0], usage);
  }
  console.log(`Usage: ${usage}`);
  process.exit(0);
}

/** Those of `known` that were asked for, in the order of `known`; all of them where nothing was. */
export function chosen(what, wanted, known, usage) {
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    refuse(`No such ${what}: ${unknown.join(', ')}. There are: ${known.join(', ')}.`, usage);
  return known.filter((name) => wanted.length === 0 || wanted.includes(name));
}

export function refuse(reason, usage) {
  console.error(`${reason}\nUsage: ${usage}`);
  process.exit(2);
}
