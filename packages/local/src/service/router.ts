/**
 * Finds the operation that a request line names, and the values of its path labels.
 *
 * https://smithy.io/2.0/spec/http-bindings.html#http-uri-label
 */
import { type Operation, operations } from '@bedrock-kit/protocol';
import { ServiceError, validationError } from '../service-error.ts';

/** An operation, and what its path and query say. */
export interface Route {
  readonly operation: Operation;
  /** Path labels, decoded once. */
  readonly labels: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

interface Pattern {
  readonly operation: Operation;
  readonly expression: RegExp;
  readonly names: readonly string[];
}

const patterns: readonly Pattern[] = Object.values(operations).map(patternOf);

/**
 * A label may hold a `:` or the slashes of an ARN unencoded, as hand-written clients send them. Therefore the first label takes
 * everything up to the last literal part. Signatures are checked against the path as received.
 */
function patternOf(operation: Operation): Pattern {
  const names: string[] = [];
  const source = operation.path.replace(/\{([^}]+)\}|[.*+?^$()|[\]\\]/g, (text, name: string | undefined) => {
    if (name === undefined) return `\\${text}`;
    names.push(name);
    return '(.*)';
  });
  return { operation, expression: new RegExp(`^${source}/?$`), names };
}

/** The longest label has 2,048 characters (service model, ConversationalModelId), each of them up to three when encoded. */
const longestPath = 8192;

/**
 * @throws {ServiceError} `UnknownOperationException` when no operation has such a path and method, `ValidationException`
 *   (status 414) when the path is longer than any may be
 */
export function route(method: string, target: string): Route {
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  // A pattern with two labels needs a time that grows with the square of the length to say no.
  if (path.length > longestPath) {
    throw validationError(`The path is longer than ${longestPath} characters.`, {
      status: 414,
    });
  }
  const query = new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1));
  let otherMethod: Operation | undefined;
  for (const { operation, expression, names } of patterns) {
    const match = expression.exec(path);
    if (match === null) continue;
    if (operation.method !== method) {
      otherMethod = operation;
      continue;
    }
    const labels = Object.fromEntries(
      names.map((name, index) => [name, decodeLabel(match[index + 1] ?? '')]),
    );
    return { operation, labels, query };
  }
  throw unknownOperation(method, path, otherMethod);
}

function decodeLabel(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ServiceError('SerializationException', 'Unable to decode the request URI', {
      hint: 'The path holds a % that does not begin an encoded byte of UTF-8.',
    });
  }
}

/** The body is coral's own: https://github.com/vercel/ai/issues/7825 */
function unknownOperation(method: string, path: string, otherMethod: Operation | undefined): ServiceError {
  const hint =
    otherMethod === undefined
      ? `No operation of Bedrock Runtime has the path ${path}; a model call is POST /model/{modelId}/converse.`
      : `${otherMethod.name} is ${otherMethod.method} ${otherMethod.path}, not ${method}.`;
  return new ServiceError(
    'UnknownOperationException',
    'The requested operation is not known to this service.',
    {
      members: { Output: { __type: 'com.amazon.coral.service#UnknownOperationException' }, Version: '1.0' },
      hint,
    },
  );
}
