// Renders the TypeScript types of src/types from the shape table, one file beside each file of src/shapes.
// Run scripts/write-types.ts after a change of the table; test/types.test.ts fails while the files are out of date.
import { readdirSync } from 'node:fs';
import type { Enumeration, Members, Shape, Structure, Union } from '../src/shape.ts';
import { operations } from '../src/operations.ts';
import { shapes } from '../src/shapes.ts';
import { ContentBlockDeltaEvent, ContentBlockStartEvent, MessageStartEvent } from '../src/shapes/stream.ts';
import { memberNotes } from './member-notes.ts';

type Named = Structure | Union | Enumeration;

const folder = new URL('../src/shapes/', import.meta.url);
const nameOf = new Map<Shape, string>(Object.entries(shapes).map(([name, shape]) => [shape, name]));
const fileOf = new Map<string, string>();
for (const file of readdirSync(folder).filter((file) => file !== 'scalars.ts')) {
  // A file of the table exports shapes and nothing else.
  const module = (await import(new URL(file, folder).href)) as Record<string, Shape>;
  for (const [name, shape] of Object.entries(module)) {
    if (!nameOf.has(shape))
      throw new Error(`src/shapes/${file} has ${name}, which src/shapes.ts does not list`);
    fileOf.set(name, file);
  }
}

/**
 * What a caller writes: its enumerations are closed, so that a typing error is one. What only AWS writes stays open: an enumeration of its
 * own, and a member of its structures whose words a caller writes elsewhere.
 */
const written = new Set<Shape>();
for (const { input } of Object.values(operations)) reach(input, written);
// Pieces of a message, which a later request brings back.
for (const piece of [MessageStartEvent, ContentBlockStartEvent, ContentBlockDeltaEvent])
  reach(piece, written);

function reach(shape: Shape, into: Set<Shape>): void {
  if (into.has(shape)) return;
  into.add(shape);
  if (shape.type === 'list') reach(shape.member, into);
  if (shape.type === 'map') reach(shape.value, into);
  if (shape.type === 'union') for (const member of Object.values(shape.members)) reach(member, into);
  if (shape.type === 'structure') {
    for (const member of Object.values({ ...shape.required, ...shape.optional })) reach(member, into);
  }
}

function isNamed(shape: Shape): shape is Named {
  return nameOf.has(shape);
}

function typeOf(shape: Shape, used: Set<string>): string {
  if (isNamed(shape)) {
    const name = nameOf.get(shape) ?? '';
    used.add(name);
    return shape.type === 'union' && shape.stream ? `AsyncIterable<${name}>` : name;
  }
  switch (shape.type) {
    case 'list':
      return `${typeOf(shape.member, used)}[]`;
    case 'map':
      return `{ [key: string]: ${typeOf(shape.value, used)} }`;
    case 'blob':
      used.add('BlobValue');
      return 'BlobValue';
    case 'document':
      used.add('Json');
      return 'Json';
    case 'timestamp':
      return 'Date';
    case 'integer':
    case 'long':
    case 'float':
    case 'double':
      return 'number';
    case 'string':
    case 'boolean':
      return shape.type;
    default:
      throw new Error('A structure, union or enumeration has no name in the table.');
  }
}

/** The words of an enumeration, which an editor shows by its name alone. Of many, completion tells more than a sentence. */
function wordsOf(values: readonly string[], note: string): string {
  const words = values.map((value) => `\`${value}\``);
  if (words.length > 9 || words.every((word) => note.includes(word))) return '';
  return words.join(', ').replace(/, (?=[^,]*$)/, ' or ');
}

/** The constraints of a value as a sentence, for the editor; not those that its note tells. */
function limitsOf(shape: Shape, note = ''): string {
  const count = (unit: string, { min, max }: { min?: number; max?: number }): string => {
    const digits = (n: number): string => n.toLocaleString('en');
    const of = unit === '' ? '' : ` ${unit}`;
    const least = `${digits(min ?? 0)}${min === 1 ? of.replace(/s$/, '') : of}`;
    if (min === max && min !== undefined) return `exactly ${least}`;
    if (max !== undefined) return `${min ?? 0} to ${digits(max)}${of}`;
    return min ? `at least ${least}` : '';
  };
  const said: string[] = [];
  switch (shape.type) {
    case 'string':
      said.push(count('characters', shape));
      if (shape.pattern && shape.pattern.length < 120) said.push(`pattern \`${shape.pattern}\``);
      break;
    case 'blob':
      said.push(count('bytes', shape));
      break;
    case 'list':
    case 'map':
      said.push(count(shape.type === 'list' ? 'items' : 'entries', shape));
      if (shape.type === 'list' && !isNamed(shape.member))
        said.push(limitsOf(shape.member).replace(/^./, 'each $&'));
      break;
    case 'integer':
    case 'long':
      said.push(`an integer, ${count('', shape)}`.replace(/, $/, ''));
      break;
    case 'float':
    case 'double':
      said.push(count('', shape));
      break;
    case 'enum':
      if (written.has(shape)) said.push(wordsOf(shape.values, note));
      break;
    default:
  }
  return said.filter((part) => part !== '').join(', ');
}

/** A sentence begins with a capital letter and ends with a full stop. */
function sentence(text: string): string {
  return text === '' ? '' : `${text.replace(/^[a-z]/, (first) => first.toUpperCase())}.`;
}

function membersOf(of: string, members: Members | undefined, optional: boolean, used: Set<string>): string[] {
  const shape = shapes[of];
  const isWritten = shape !== undefined && written.has(shape);
  return Object.entries(members ?? {}).flatMap(([name, shape]) => {
    const isOpen = shape.type === 'enum' && written.has(shape) && !isWritten;
    const note = memberNotes[`${of}.${name}`];
    const said = [note, isOpen ? '' : sentence(limitsOf(shape, note))].filter(Boolean).join(' ');
    const type = typeOf(shape, used) + (isOpen ? ' | (string & {})' : '');
    return [
      ...(said === '' ? [] : [`  /** ${said} */`]),
      `  ${name}${optional ? `?: ${type} | undefined` : `: ${type}`};`,
    ];
  });
}

/** Where AWS describes a shape; a request and an answer stand on the page of their operation. */
function pageOf(name: string, shape: Named): string {
  const operation = Object.values(operations).find(
    ({ input, output }) => input === shape || output === shape,
  );
  const service = /^(?:Bedrock)?Rerank/.test(name) ? 'agent-runtime' : 'runtime';
  return `https://docs.aws.amazon.com/bedrock/latest/APIReference/API_${service}_${operation?.name ?? name}.html`;
}

function isException(member: string): boolean {
  return member.endsWith('Exception');
}

function declare(name: string, shape: Named, used: Set<string>): string {
  if (shape.type === 'enum') {
    const values = shape.values.map((value) => `'${value}'`);
    if (!written.has(shape)) values.push('(string & {})');
    return `export type ${name} = ${values.join(' | ')};`;
  }
  const see = `/** @see ${pageOf(name, shape)} */\n`;
  if (shape.type === 'structure') {
    const body = [
      ...membersOf(name, shape.required, false, used),
      ...membersOf(name, shape.optional, true, used),
    ];
    if (body.length === 0) return `${see}export type ${name} = { [member: string]: never };`;
    return `${see}export interface ${name} {\n${body.join('\n')}\n}`;
  }
  const variants = Object.entries(shape.members).map(
    ([member, target]) => [member, `{ ${member}: ${typeOf(target, used)} }`] as const,
  );
  const union = (of: readonly (readonly [string, string])[]): string =>
    of.map(([, text]) => text).join(' | ');
  const exceptions = variants.filter(([member]) => isException(member));
  if (exceptions.length === 0) return `${see}export type ${name} = ${union(variants)};`;
  const event = `${name.replace(/Output$/, '')}Event`;
  const events = variants.filter(([member]) => !isException(member));
  return [
    `/** The events of a stream: {@link ${name}} without the exceptions. */`,
    `export type ${event} = ${union(events)};\n`,
    `${see}export type ${name} = ${event} | ${union(exceptions)};`,
  ].join('\n');
}

/** File name → text, before formatting: a file of types for each file of shapes, and their index. */
export function renderTypes(): Map<string, string> {
  const texts = new Map<string, string>();
  for (const file of new Set(fileOf.values())) {
    const names = [...fileOf]
      .filter(([, of]) => of === file)
      .map(([name]) => name)
      .sort();
    const used = new Set<string>();
    const declarations = names.map((name) => declare(name, shapes[name] as Named, used));
    const imports = new Map<string, string[]>();
    for (const name of [...used].sort()) {
      const from = name === 'BlobValue' || name === 'Json' ? '../values.ts' : `./${fileOf.get(name)}`;
      if (from !== `./${file}`) imports.set(from, [...(imports.get(from) ?? []), name]);
    }
    texts.set(
      file,
      [
        `// The types of src/shapes/${file}, rendered from that table by scripts/write-types.ts; not edited by hand.`,
        ...[...imports].map(([from, used]) => `import type { ${used.join(', ')} } from '${from}';`),
        '',
        declarations.join('\n\n'),
        '',
      ].join('\n'),
    );
  }
  texts.set('index.ts', renderIndex(texts));
  return texts;
}

/** The names of all types, so that every entry of the package gives all of them. */
function renderIndex(texts: ReadonlyMap<string, string>): string {
  const files = [...texts].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    '// The names of all types of the shape table, rendered by scripts/write-types.ts; not edited by hand.',
    '',
    ...files.map(([file, text]) => {
      const names = [...text.matchAll(/^export (?:type|interface) (\w+)/gm)].map(([, name]) => name);
      return `export type { ${names.sort().join(', ')} } from './${file}';`;
    }),
    '',
  ].join('\n');
}
