/**
 * Which model answers for an id, and whether it may be called at all.
 */
import type { ModelCapabilities } from '@bedrock-kit/models';
import type { ModelHandler } from '../own-models/handler.ts';
import { capabilitiesFor, type CapabilitySettings, onDay } from './capabilities.ts';
import { admit, type GateSettings } from './gate.ts';
import { matchesPattern } from './pattern.ts';

/** A handler with its own count of calls. */
export interface OwnModel {
  readonly handler: ModelHandler;
  /** Counts this call and tells its number, from 1. */
  count(): number;
}

export type RegistrySettings = GateSettings & CapabilitySettings;

export class ModelRegistry {
  readonly #settings: RegistrySettings;
  readonly #own: readonly { readonly pattern: string; readonly model: OwnModel }[];

  constructor(handlers: Readonly<Record<string, ModelHandler>>, settings: RegistrySettings) {
    this.#settings = settings;
    this.#own = Object.entries(handlers).map(([pattern, handler]) => ({ pattern, model: counted(handler) }));
  }

  /** The first handler whose pattern fits the id, or the id of the model behind it. */
  find(modelId: string): OwnModel | undefined {
    const ids = this.idsOf(modelId);
    return this.#own.find(({ pattern }) => ids.some((id) => matchesPattern(pattern, id)))?.model;
  }

  /** What patterns are compared with: the id, and that of the model behind it. */
  idsOf(modelId: string): readonly string[] {
    return [modelId, this.capabilities(modelId).baseModelId ?? modelId];
  }

  capabilities(modelId: string): ModelCapabilities {
    return onDay(capabilitiesFor(modelId, this.#settings), this.#settings.now());
  }

  /**
   * Lets a model pass that is there. A model of the user's own always is.
   *
   * @throws {ServiceError} as AWS refuses the id
   */
  admit(modelId: string): void {
    if (this.find(modelId) === undefined) admit(modelId, this.capabilities(modelId), this.#settings);
  }
}

function counted(handler: ModelHandler): OwnModel {
  let calls = 0;
  return {
    handler,
    count: () => {
      calls += 1;
      return calls;
    },
  };
}
