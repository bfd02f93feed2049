// Claude takes a tool's schema by draft 2020-12 alone. Of the drafts before it, what schema libraries still write is known here: a tuple
// as a list of items (https://github.com/AlexGladkov/claude-in-mobile/pull/55), and a bound that is exclusive by a boolean
// (https://github.com/Dokploy/mcp/issues/74). The words of Bedrock: https://github.com/acomagu/vscode-as-mcp-server/issues/6
import type { Json } from '../../values.ts';
import type { Conversation } from '../conversation.ts';
import { isJsonObject } from '../json.ts';
import type { Rule } from '../rule.ts';
import { fromModel } from '../wording.ts';

/** https://json-schema.org/draft/2020-12/meta/applicator: what holds schemas by name, in a list, or one. */
const byName = /^(?:properties|patternProperties|dependentSchemas|\$defs|definitions)$/;
const inList = /^(?:allOf|anyOf|oneOf|prefixItems)$/;
const one = /^(?:items|contains|additionalProperties|propertyNames|if|then|else|not)$/;

/** The path of the first keyword that is written as an earlier draft has it. */
function outdated(schema: Json | undefined, path: string): string | undefined {
  for (const [keyword, value] of isJsonObject(schema) ? Object.entries(schema) : []) {
    const place = `${path}.${keyword}`;
    const isOld =
      keyword === 'items'
        ? Array.isArray(value)
        : /^exclusive(?:Min|Max)imum$/.test(keyword) && typeof value === 'boolean';
    if (isOld) return place;
    const inner: [string, Json | undefined][] = one.test(keyword) ? [[place, value]] : [];
    if (Array.isArray(value) && inList.test(keyword))
      value.forEach((item: Json, index) => inner.push([`${place}[${index}]`, item]));
    if (isJsonObject(value) && byName.test(keyword))
      for (const [name, member] of Object.entries(value)) inner.push([`${place}.${name}`, member]);
    for (const [at, nested] of inner) {
      const found = outdated(nested, at);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

export const toolSchemaDraft: Rule<Conversation> = {
  id: 'tool-schema-draft',
  evidence: 'https://github.com/acomagu/vscode-as-mcp-server/issues/6',
  check(conversation, refuse) {
    if (!conversation.isClaude) return;
    for (const { block: tool, path, index } of conversation.tools) {
      const place = outdated(tool.inputSchema.json, `${path}.inputSchema.json`);
      if (place === undefined) continue;
      refuse(
        place,
        fromModel(
          `tools.${index}.custom.input_schema: JSON schema is invalid. It must match JSON Schema draft 2020-12 (https://json-schema.org/draft/2020-12). Learn more about tool use at https://docs.claude.com/en/docs/tool-use.`,
        ),
      );
    }
  },
};
