// What an editor shows in the file of an app that has installed the packages: the compiler's language service over what is published.
import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
// Beside this file, so that the packages are found as those of an app are.
const file = fileURLToPath(new URL('app.ts', import.meta.url));

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  types: ['node'],
  skipLibCheck: true,
};

let text = '';
let version = 0;

const service = ts.createLanguageService({
  getScriptFileNames: () => [file],
  getScriptVersion: (name) => (name === file ? String(version) : '0'),
  getScriptSnapshot(name) {
    const content = name === file ? text : ts.sys.readFile(name);
    return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
  },
  getCurrentDirectory: () => root,
  getCompilationSettings: () => options,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (name) => name === file || ts.sys.fileExists(name),
  readFile: (name) => ts.sys.readFile(name),
  directoryExists: (name) => ts.sys.directoryExists(name),
  getDirectories: (name) => ts.sys.getDirectories(name),
  realpath: realpathSync,
});

/** What is published are the declarations, not the sources. */
export function build(...packages: readonly string[]): void {
  const projects = packages.map((name) => join(root, 'packages', name, 'tsconfig.lib.json'));
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--build', ...projects]);
}

/** Writes the file of the app, and returns where the cursor is: at the first `|`, which is taken out. */
function write(code: string): number {
  const cursor = code.indexOf('|');
  text = code.replace('|', '');
  version++;
  return cursor;
}

/** The names that the editor offers at the cursor, in its order. */
export function offered(code: string): string[] {
  const found = service.getCompletionsAtPosition(file, write(code), {});
  return found?.entries.map(({ name }) => name) ?? [];
}

/** What the editor says of each name that it offers at the cursor: `''` where it says nothing. */
export function described(code: string): Record<string, string> {
  const cursor = write(code);
  const names = service.getCompletionsAtPosition(file, cursor, {})?.entries.map(({ name }) => name) ?? [];
  const said = (name: string): ts.SymbolDisplayPart[] | undefined =>
    service.getCompletionEntryDetails(file, cursor, name, {}, undefined, {}, undefined)?.documentation;
  return Object.fromEntries(names.map((name) => [name, ts.displayPartsToString(said(name))]));
}

interface Shown {
  readonly type: string;
  readonly text: string;
  /** The names of the parameters that are described. */
  readonly parameters: readonly string[];
}

/** What the editor shows of the name under the cursor: its type, and what is written of it. */
export function shown(code: string): Shown {
  const info = service.getQuickInfoAtPosition(file, write(code));
  const parameters = info?.tags?.filter(({ name }) => name === 'param') ?? [];
  return {
    type: ts.displayPartsToString(info?.displayParts),
    text: ts.displayPartsToString(info?.documentation),
    parameters: parameters.map(({ text }) => text?.find(({ kind }) => kind === 'parameterName')?.text ?? ''),
  };
}

/** The compiler's errors, each with its reasons in lines of their own. */
export function errorsOf(code: string): string[] {
  write(code);
  return service
    .getSemanticDiagnostics(file)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
