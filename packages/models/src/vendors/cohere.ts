/**
 * Cohere: Command, Embed, Rerank.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere.html
 * @module
 */
import { join, type VendorTable } from '../row.ts';
import { cohereCommand } from './cohere-command.ts';
import { cohereEmbeddings } from './cohere-embeddings.ts';
import { cohereRerank } from './cohere-rerank.ts';

/** Every model of Cohere's that Bedrock serves or served. */
export function cohere(): VendorTable {
  return join(cohereCommand(), cohereEmbeddings(), cohereRerank());
}
