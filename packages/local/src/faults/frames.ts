/**
 * Faults inside an event stream: what is sent in place of the message behind so many deltas.
 */
import type { ErrorCode } from '@bedrock-kit/protocol';
import { ServiceError } from '../service-error.ts';
import { errorFrame, exceptionFrame } from '../wire/event-frames.ts';
import type { Fault, FaultOf } from './fault.ts';

/** A fault that strikes inside a stream. */
export type FrameFault = FaultOf<
  'exception' | 'error-frame' | 'torn-frame' | 'bad-checksum' | 'stall' | 'end-early' | 'reset'
>;

/** What is sent in place of a message, after how long a pause, and whether the stream goes on. */
export interface Strike {
  readonly bytes: Uint8Array;
  readonly stallMs: number;
  readonly then: 'go-on' | 'end' | 'reset';
  /** The error that the message reports, if any. */
  readonly error?: ServiceError;
}

const frameKinds = new Set(['exception', 'error-frame', 'torn-frame', 'bad-checksum', 'stall', 'end-early']);

/** Those of the faults that strike inside a stream; a reset with no `after` comes before it. */
export function frameFaults(faults: readonly Fault[]): FrameFault[] {
  return faults.filter(
    (fault): fault is FrameFault =>
      frameKinds.has(fault.kind) || (fault.kind === 'reset' && fault.after !== undefined),
  );
}

const nothing = new Uint8Array(0);
const ended = 'The stream was ended by a fault.';

/**
 * What becomes of `frame`, the message that would be next behind so many deltas. Takes out of the list what strikes: one fault, and each
 * stall before it, for behind a pause the message is still whole.
 */
export function strikeNext(faults: FrameFault[], deltas: number, frame: Uint8Array): Strike {
  let stallMs = 0;
  for (;;) {
    const due = faults.findIndex(({ after = 0 }) => after <= deltas);
    const [fault] = due < 0 ? [] : faults.splice(due, 1);
    if (fault === undefined) return { bytes: frame, stallMs, then: 'go-on' };
    if (fault.kind !== 'stall') return { ...strike(fault, frame), stallMs };
    stallMs += fault.ms;
  }
}

function strike(fault: Exclude<FrameFault, FaultOf<'stall'>>, frame: Uint8Array): Omit<Strike, 'stallMs'> {
  switch (fault.kind) {
    case 'exception': {
      const error = streamError(fault);
      return { ...end(exceptionFrame(error)), error };
    }
    case 'error-frame': {
      const error = new ServiceError(fault.code ?? 'InternalError', fault.message ?? ended);
      return { ...end(errorFrame(error.code, error.message)), error };
    }
    case 'torn-frame':
      return end(frame.subarray(0, Math.min(fault.bytes ?? frame.length >> 1, frame.length - 1)));
    case 'bad-checksum':
      return { bytes: corrupt(frame, fault.part ?? 'message'), then: 'go-on' };
    case 'end-early':
      return end(nothing);
    case 'reset':
      return { bytes: nothing, then: 'reset' };
  }
}

function end(bytes: Uint8Array): Omit<Strike, 'stallMs'> {
  return { bytes, then: 'end' };
}

function streamError(fault: FaultOf<'exception'>): ServiceError {
  const name = fault.name ?? 'internalServerException';
  const code: ErrorCode | (string & {}) = name.charAt(0).toUpperCase() + name.slice(1);
  const members =
    code === 'ModelStreamErrorException'
      ? { originalStatusCode: 500, originalMessage: 'The model failed.' }
      : {};
  return new ServiceError(code, fault.message ?? ended, { members });
}

/** The checksum of the prelude lies in bytes 8 to 11, that of the message in the last four. */
function corrupt(frame: Uint8Array, part: 'prelude' | 'message'): Uint8Array {
  const broken = frame.slice();
  const index = part === 'prelude' ? 8 : broken.length - 1;
  broken[index] = (broken[index] ?? 0) ^ 1;
  return broken;
}
