// Prints what AWS's JavaScript clients say of themselves, as JSON. A process of its own, since Vitest resolves packages
// with the condition `module`, and the ES build behind it imports without extensions, which Node refuses.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readEnumMembers, readEnums } from './aws-enums.ts';
import { readSchemas } from './aws-schema.ts';

const load = createRequire(import.meta.url);

function factsOf(name: string): object {
  const client = load(name) as Record<string, unknown>; // what require gives has no type
  const enums = readEnums(client);
  const declarations = new URL('../dist-types/models/', `file://${load.resolve(name)}`);
  const { shapes, operations } = readSchemas(client);
  return {
    shapes: Object.fromEntries(
      [...shapes].map(([shape, { members, ...rest }]) => [
        shape,
        { ...rest, members: Object.fromEntries(members) },
      ]),
    ),
    operations: Object.fromEntries(operations),
    throws: Object.fromEntries(
      [...operations.keys()].map((operation) => [operation, throwsOf(declarations, operation)]),
    ),
    enums: Object.fromEntries(enums),
    enumMembers: Object.fromEntries(readEnumMembers(declarations, new Set(enums.keys()))),
  };
}

/** The errors that the documentation of a command names; the last one is the base class of them all. */
function throwsOf(declarations: URL, operation: string): string[] {
  const text = readFileSync(new URL(`../commands/${operation}Command.d.ts`, declarations), 'utf8');
  return [...text.matchAll(/@throws \{@link (\w+)\}/g)]
    .map(([, name]) => name ?? '')
    .filter((name) => !name.endsWith('ServiceException'));
}

interface Client {
  readonly config: { readonly endpointProvider: (parameters: object) => { readonly url: URL } };
}

/** The endpoint of every region, in each of the four variants. */
function endpointsOf(name: string, constructor: string, regions: readonly string[]): object {
  const make = (load(name) as Record<string, new (options: object) => Client>)[constructor];
  if (!make) throw new Error(`${name} exports no ${constructor}.`);
  const { endpointProvider } = new make({ region: 'us-east-1' }).config;
  return Object.fromEntries(
    regions.flatMap((Region) =>
      [false, true].flatMap((UseFIPS) =>
        [false, true].map((UseDualStack) => [
          `${Region} ${UseFIPS} ${UseDualStack}`,
          endpointProvider({ Region, UseFIPS, UseDualStack }).url.href.replace(/\/$/, ''),
        ]),
      ),
    ),
  );
}

const regions = process.argv.slice(2);
const runtime = '@aws-sdk/client-bedrock-runtime';
const agent = '@aws-sdk/client-bedrock-agent-runtime';
process.stdout.write(
  JSON.stringify({
    runtime: factsOf(runtime),
    agent: factsOf(agent),
    endpoints: {
      'bedrock-runtime': endpointsOf(runtime, 'BedrockRuntimeClient', regions),
      'bedrock-agent-runtime': endpointsOf(agent, 'BedrockAgentRuntimeClient', regions),
    },
  }),
);
