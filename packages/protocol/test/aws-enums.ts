// Which member of which shape has which enumeration, read from the declarations of AWS's JavaScript clients.
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** `Shape.member` → the name of the enumeration, `list<Name>` for a list of them. */
export function readEnumMembers(declarations: URL, enums: ReadonlySet<string>): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of readdirSync(declarations)) {
    if (!file.endsWith('.d.ts')) continue;
    const text = readFileSync(new URL(file, declarations), 'utf8');
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true), undefined);
  }
  return found;

  function visit(node: ts.Node, union: string | undefined): void {
    if (ts.isModuleDeclaration(node)) {
      // A union is a namespace of interfaces, one for each member.
      node.body?.forEachChild((child) => {
        visit(child, node.name.text);
      });
      return;
    }
    if (ts.isInterfaceDeclaration(node)) {
      for (const member of node.members) {
        if (!ts.isPropertySignature(member) || !member.type) continue;
        const name = enumIn(member.type);
        if (name) found.set(`${union ?? node.name.text}.${member.name.getText()}`, name);
      }
      return;
    }
    node.forEachChild((child) => {
      visit(child, union);
    });
  }

  function enumIn(type: ts.TypeNode): string | undefined {
    if (ts.isUnionTypeNode(type)) return type.types.map(enumIn).find((name) => name !== undefined);
    if (ts.isArrayTypeNode(type)) {
      const name = enumIn(type.elementType);
      return name && `list<${name}>`;
    }
    const name = ts.isTypeReferenceNode(type) ? type.typeName.getText() : undefined;
    return name !== undefined && enums.has(name) ? name : undefined;
  }
}

/** The enumerations that a client exports as objects, with their values. */
export function readEnums(client: Readonly<Record<string, unknown>>): Map<string, string[]> {
  const enums = new Map<string, string[]>();
  for (const [name, value] of Object.entries(client)) {
    if (name.endsWith('$') || typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    const values: unknown[] = Object.values(value);
    const texts = values.filter((entry) => typeof entry === 'string');
    if (texts.length === values.length) enums.set(name, texts);
  }
  return enums;
}
