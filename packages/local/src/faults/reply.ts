/**
 * Faults that take the place of the whole answer.
 */
import { errorEntry, type Operation } from '@bedrock-kit/protocol';
import type { HttpReply } from '../http/exchange.ts';
import { ServiceError } from '../service-error.ts';
import type { Fault } from './fault.ts';

const denied = 'AccessDeniedException';

/** The error that the faults ask for, if one does, as the service of the operation answers it. */
export function errorFault(faults: readonly Fault[], { service }: Operation): ServiceError | undefined {
  for (const fault of faults) {
    switch (fault.kind) {
      case 'error':
        return new ServiceError(fault.code, fault.message ?? askedFor(fault.code), {
          status:
            fault.status ??
            (service === 'bedrock-agent-runtime' ? errorEntry(fault.code)?.agentStatus : undefined),
          headers: retryAfter(fault.retryAfter),
        });
      case 'throttle':
        return new ServiceError(
          'ThrottlingException',
          fault.message ?? 'Too many requests, please wait before trying again.',
          { headers: retryAfter(fault.retryAfter) },
        );
      case 'capital-message': {
        const { code = denied } = fault;
        const usual = code === denied ? 'User is not authorized to perform this action.' : askedFor(code);
        return new ServiceError(code, fault.message ?? usual, { messageMember: 'Message' });
      }
      default:
    }
  }
  return undefined;
}

function askedFor(code: string): string {
  return `${code}, as a fault asked.`;
}

function retryAfter(seconds: number | undefined): readonly (readonly [string, string])[] {
  return seconds === undefined ? [] : [['retry-after', String(seconds)]];
}

/** The reply that is no answer of Bedrock at all, if a fault asks for one. */
export function replyFault(faults: readonly Fault[]): HttpReply | undefined {
  for (const fault of faults) {
    if (fault.kind === 'coral-200') return coral(fault.code ?? 'UnknownOperationException');
    if (fault.kind === 'proxy-html') return html(fault.status ?? 502);
  }
  return undefined;
}

/** What a front end answers with status 200 to an operation that it does not know: https://github.com/vercel/ai/issues/7825 */
function coral(code: string): HttpReply {
  const body = { Output: { __type: `com.amazon.coral.service#${code}` }, Version: '1.0' };
  return reply(200, 'application/json', JSON.stringify(body));
}

function html(status: number): HttpReply {
  const page = `<html>\r\n<head><title>${status}</title></head>\r\n<body>\r\n<center><h1>${status}</h1></center>\r\n<hr><center>proxy</center>\r\n</body>\r\n</html>\r\n`;
  return reply(status, 'text/html', page);
}

function reply(status: number, type: string, text: string): HttpReply {
  return { status, headers: [['content-type', type]], body: new TextEncoder().encode(text) };
}
