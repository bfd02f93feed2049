/**
 * Faults that a request asks for itself: `x-bedrock-local-fault: exception; after=3; name=throttlingException`.
 * Several are separated by commas; JSON (one fault or a list) is understood as well.
 */
import { validationError } from '../service-error.ts';
import { LocalBedrockError } from '../errors.ts';
import { checkFault, holdsText } from './check.ts';
import type { FaultRule } from './fault.ts';

export const faultHeader = 'x-bedrock-local-fault';

/**
 * @throws {ServiceError} `ValidationException` when the header cannot be understood: a test must not pass because its
 *   fault was misspelt
 */
export function parseFaultHeader(text: string | undefined): readonly FaultRule[] {
  if (text === undefined || text.trim() === '') return [];
  try {
    return faultValues(text.trim()).map((value) => asked(checkFault(value, faultHeader)));
  } catch (error) {
    if (!(error instanceof LocalBedrockError)) throw error;
    throw validationError(error.message, { hint: error.message });
  }
}

/** The request that carries the header is the one that the fault hits. */
function asked(fault: FaultRule): FaultRule {
  if (fault.when === undefined) return fault;
  const place = `${faultHeader}.when`;
  const message = `${place} has no place here: the fault hits this very request.`;
  throw new LocalBedrockError('invalid-fault', message, { place });
}

function faultValues(text: string): unknown[] {
  if (!/^[[{]/.test(text)) return text.split(',').map(shorthand);
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [value];
  } catch (cause) {
    throw new LocalBedrockError('invalid-fault', `${faultHeader} is not valid JSON.`, {
      place: faultHeader,
      cause,
    });
  }
}

/** `stall; after=3; ms=500` → `{ kind: 'stall', after: 3, ms: 500 }`; several sizes are joined by `+`. */
function shorthand(text: string): Record<string, unknown> {
  const [kind = '', ...rest] = text.split(';').map((part) => part.trim());
  const fault: Record<string, unknown> = { kind };
  for (const part of rest) {
    // A text may hold an equals sign itself.
    const [name = '', ...value] = part.split('=');
    const member = name.trim();
    const said = value.join('=').trim();
    fault[member] = holdsText(kind, member) ? said : scalar(said);
  }
  return fault;
}

function scalar(text: string): unknown {
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  return /^\d+(?:\+\d+)+$/.test(text) ? text.split('+').map(Number) : text;
}
