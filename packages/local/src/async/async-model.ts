/**
 * Models that answer StartAsyncInvoke: from the input to the files that an invocation leaves behind.
 */
import type { ModelCapabilities } from '@bedrock-kit/models';
import type { Json, JsonObject } from '@bedrock-kit/protocol';
import { marengoFiles } from './marengo-segments.ts';
import { novaFiles } from './nova-segments.ts';

/**
 * The files by name, as JSON or as text, for the folder that they will lie in.
 *
 * @throws {ServiceError} `ValidationException` for an input that the model refuses: before it is known where they will lie
 */
export type AsyncModel = (input: JsonObject) => (folder: string) => Readonly<Record<string, Json>>;

/** The built-in model for a record; undefined for those that make video. */
export function asyncModelOf({ embedding }: ModelCapabilities): AsyncModel | undefined {
  if (typeof embedding !== 'object') return undefined;
  switch (embedding.body) {
    case 'nova':
      return novaFiles(embedding);
    case 'marengo-2.7':
    case 'marengo-3':
      return marengoFiles(embedding);
    default:
      return undefined;
  }
}
