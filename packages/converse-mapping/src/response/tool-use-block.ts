// A tool call: its input streams as fragments of one JSON text.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolUseBlock.html

import { fromJson, isRecord, textOf, type UnknownRecord } from '../record.ts';
import { renamed } from '../request/input-names.ts';
import type { Answer, OpenBlock, Part } from './answer.ts';

export function toolUseBlock(answer: Answer, start: UnknownRecord, out: Part[]): OpenBlock {
  const { context, toolCalls } = answer;
  const wireName = textOf(start['name']);
  const toolName = context.toolNames.get(wireName) ?? wireName;
  const names = context.inputNames.get(wireName);
  const dynamic = !context.declaredTools.has(toolName);
  const type = textOf(start['type']);
  // Anthropic has `mcp_tool_use`, too. Where the caller does not have the tool, nobody but the service can run it.
  const server = type === 'server_tool_use' || (dynamic && type.endsWith('_tool_use'));
  const id = uniqueId(textOf(start['toolUseId']), server, answer);
  const flags = server && { providerExecuted: true, ...(dynamic && { dynamic }) };
  let received = '';
  toolCalls.set(id, toolName);
  out.push({ type: 'tool-input-start', id, toolName, ...flags });
  return {
    take({ toolUse }, out) {
      if (!isRecord(toolUse)) return false;
      const { input = '' } = toolUse;
      const delta = typeof input === 'string' ? input : JSON.stringify(input);
      if (delta !== '') {
        received += delta;
        out.push({ type: 'tool-input-delta', id, delta });
      }
      return true;
    },
    /** A call that broke off is dropped: nobody may run a tool with half its input. */
    close(out, whole) {
      out.push({ type: 'tool-input-end', id });
      if (!whole) return;
      // A tool without parameters is called with no input at all, or with null, which the AI SDK writes as an empty object.
      const written = /^\s*(?:null\s*)?$/.test(received) ? '{}' : received;
      const value = fromJson(written);
      const input = names && isRecord(value) ? JSON.stringify(renamed(value, names)) : written;
      const call: Part = { type: 'tool-call', toolCallId: id, toolName, input, ...flags };
      if (value === undefined) answer.unparsedCalls.push(call);
      else {
        (received === '' ? answer.emptyCalls : out).push(call);
        answer.clientToolCalls ||= !server;
      }
    },
  };
}

/**
 * Some models send no id, or the same one for each of several parallel calls, or count anew in every answer, as Kimi does
 * (https://github.com/vllm-project/vllm/issues/50295): results would then meet the wrong call. What the server runs has its result under
 * the id that it came with.
 */
function uniqueId(received: string, server: boolean, { context, copies, toolCalls }: Answer): string {
  const given = received || context.generateId();
  let id = given;
  let copy = copies.get(given) ?? 2;
  for (; toolCalls.has(id) || (!server && context.earlierCalls.has(id)); copy += 1) id = `${given}-${copy}`;
  copies.set(given, copy);
  return id;
}
