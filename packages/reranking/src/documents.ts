// The documents of a call, checked against what AWS takes, and cut into batches.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_RerankTextDocument.html
import { InvalidArgumentError, type JSONObject, type RerankingModelV4CallOptions } from '@ai-sdk/provider';
import { refused } from '@bedrock-kit/invocation';
import type { RerankOperation } from './options.ts';

/** Documents that go out in one request. */
export interface Batch {
  /** Where the first stands among all documents. */
  readonly offset: number;
  readonly documents: readonly (string | JSONObject)[];
}

/** RerankTextDocument: 1 to 32,000 characters, for the query as well. Of a model that is invoked, AWS tells no such limit. */
const maxCharacters = 32_000;

/**
 * The documents in batches of `size`, in order.
 *
 * @throws InvalidArgumentError that names the first text that the operation would refuse
 */
export function batchesOf(
  { documents, query }: RerankingModelV4CallOptions,
  size: number,
  operation: RerankOperation,
): Batch[] {
  checkText(query, 'query', operation);
  // JavaScript may pass a list alone, or a text, whose letters are no documents.
  const { values } = Object(documents) as typeof documents;
  if (!Array.isArray(values)) throw refused('documents', documents, '{ type, values } with a list');
  const batches: Batch[] = [];
  for (let offset = 0; offset < values.length; offset += size) {
    batches.push({ offset, documents: values.slice(offset, offset + size) });
  }
  for (const [index, value] of values.entries()) {
    // The AI SDK looks at the first alone, to tell texts from objects.
    if (Object(value) !== value) checkText(value, `documents[${index}]`, operation);
  }
  return batches;
}

function checkText(text: unknown, argument: string, operation: RerankOperation): void {
  if (typeof text !== 'string') throw refused(argument, text, 'a text');
  if (operation !== 'Rerank') return;
  // AWS counts characters, which are never more than the units of the string: an emoji is one character of two units.
  const length = text.length > maxCharacters ? Array.from(text).length : text.length;
  if (length > 0 && length <= maxCharacters) return;
  throw new InvalidArgumentError({
    argument,
    message: `${argument} has ${length} characters; Rerank takes texts of 1 to ${maxCharacters}.`,
  });
}
