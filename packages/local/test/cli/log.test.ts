import { describe, expect, it } from 'vitest';
import { jsonLine, textLine } from '../../src/cli/log.ts';
import type { ReceivedRequest } from '../../src/index.ts';

const request: ReceivedRequest = {
  requestId: 'id',
  time: new Date('2026-01-15T12:00:01.250Z'),
  protocol: 'HTTP/2',
  method: 'POST',
  target: '/model/m/converse',
  headers: { authorization: 'Bearer ***' },
  operation: 'Converse',
  modelId: 'amazon.nova-lite-v1:0',
  input: { messages: [{ role: 'user', content: [{ text: 'private' }] }] },
  faults: [],
  status: 200,
  error: undefined,
  usage: { inputTokens: 12, outputTokens: 34, totalTokens: 46 },
  ms: 5,
};

describe('the log', () => {
  it('for people has one line a request: operation, model, status, tokens, time', () => {
    expect(textLine(request)).toBe(
      '12:00:01.250  Converse amazon.nova-lite-v1:0  200  12 in 34 out  5 ms  HTTP/2',
    );
  });

  it('for people shows an error with its help below the line, and the faults in it', () => {
    const error = { code: 'ValidationException', message: 'one\ntwo', hint: 'help' };
    const failed = { ...request, status: 400, usage: undefined, error, faults: ['chunks', 'throttle'] };
    expect(textLine(failed)).toBe(
      '12:00:01.250  Converse amazon.nova-lite-v1:0  400  5 ms  HTTP/2  fault: chunks, throttle\n' +
        '    ValidationException: one\n    two\n    hint: help',
    );
  });

  it('for people shows what no operation was found for, and a connection that was cut', () => {
    const unknown = {
      ...request,
      operation: undefined,
      modelId: undefined,
      status: undefined,
      usage: undefined,
    };
    expect(textLine(unknown)).toBe('12:00:01.250  POST /model/m/converse  reset  5 ms  HTTP/2');
  });

  it('for people has no line and no command to the terminal that a request has brought along', () => {
    const forged = { ...request, modelId: 'm\n12:00:02.000  Converse x\u001b[2J\u009b1m', status: 400 };
    const error = { code: 'ValidationException', message: 'no \r\u001b]0;title\u0007', hint: undefined };
    expect(textLine({ ...forged, usage: undefined, error })).toBe(
      String.raw`12:00:01.250  Converse m\x0a12:00:02.000  Converse x\x1b[2J\x9b1m  400  5 ms  HTTP/2` +
        '\n    ' +
        String.raw`ValidationException: no \x0d\x1b]0;title\x07`,
    );
  });

  it('shows what would turn its words around', () => {
    const turned = { ...request, modelId: 'm\u202e002\u2066x', usage: undefined };
    expect(textLine(turned)).toBe(String.raw`12:00:01.250  Converse m\x202e002\x2066x  200  5 ms  HTTP/2`);
  });

  it('for programs has no command to the terminal either, and says the same', () => {
    const modelId = 'm\u001b[2J\u007f\u009b1m\u2028\u202e';
    const line = jsonLine({ ...request, modelId });
    expect(line).toContain(String.raw`"modelId":"m\u001b[2J\u007f\u009b1m\u2028\u202e"`);
    expect(JSON.parse(line)).toMatchObject({ modelId });
  });

  it('for programs is one object a line, without what was said', () => {
    expect(JSON.parse(jsonLine(request))).toEqual({
      time: '2026-01-15T12:00:01.250Z',
      requestId: 'id',
      protocol: 'HTTP/2',
      method: 'POST',
      operation: 'Converse',
      modelId: 'amazon.nova-lite-v1:0',
      status: 200,
      usage: { inputTokens: 12, outputTokens: 34, totalTokens: 46 },
      ms: 5,
      faults: [],
    });
  });
});
