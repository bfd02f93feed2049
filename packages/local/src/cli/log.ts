/**
 * The live log: one line a request, for people or for programs.
 */
import type { ReceivedRequest } from '../service/requests.ts';

/** Such as `12:00:01.250 Converse us.anthropic.claude-haiku-4-5-20251001-v1:0 200 12 in 34 out 5 ms`. */
export function textLine(request: ReceivedRequest): string {
  const { time, operation, modelId, method, target, status, usage, ms, error, faults, protocol } = request;
  const what = (operation === undefined ? [method, target] : [operation, modelId]).filter(Boolean).join(' ');
  const tokens = usage === undefined ? [] : [`${usage.inputTokens} in ${usage.outputTokens} out`];
  const line = [
    time.toISOString().slice(11, 23),
    ...(what === '' ? [] : [what]),
    status === undefined ? 'reset' : String(status),
    ...tokens,
    `${ms ?? 0} ms`,
    protocol,
    ...(faults.length === 0 ? [] : [`fault: ${faults.join(', ')}`]),
  ].join('  ');
  const lines =
    error === undefined
      ? []
      : [`${error.code}: ${error.message}`, ...(error.hint === undefined ? [] : [`hint: ${error.hint}`])];
  return [line, ...lines.flatMap((text) => text.trimEnd().split('\n'))]
    .map((text) => printable(text))
    .join('\n    ');
}

/** What commands a terminal, among it the marks that turn the order of what stands behind them around (Unicode annex 9), or ends a line. */
const commands = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/** Paths and ids come from anybody who reaches the port. None of them may forge a line of the log, or control the terminal. */
function printable(text: string, mark = '\\x', digits = 2): string {
  return text.replace(commands, (char) => mark + char.charCodeAt(0).toString(16).padStart(digits, '0'));
}

/** One JSON object; the request itself is left out, because it may be private. */
export function jsonLine(request: ReceivedRequest): string {
  const { time, requestId, protocol, method, operation, modelId, status, usage, ms, error, faults } = request;
  const line = JSON.stringify({
    time,
    requestId,
    protocol,
    method,
    operation,
    modelId,
    status,
    usage,
    ms,
    error,
    faults,
  });
  // JSON itself escapes those below the space alone, and people look at the log, too.
  return printable(line, '\\u', 4);
}
