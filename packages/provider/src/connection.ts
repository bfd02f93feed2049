/**
 * What the models of one provider share.
 *
 * @module
 */
import { generateId as standardGenerateId } from '@ai-sdk/provider-utils';
import type { BedrockRuntime } from '@bedrock-kit/runtime';
import { runtimeOnDemand } from './runtime-on-demand.ts';
import { type AmazonBedrockProviderSettings, runtimeSettings } from './settings.ts';

export interface Connection {
  readonly runtime: BedrockRuntime;
  readonly generateId: () => string;
  readonly joinDeltas: boolean;
  /** As they were given, for what outlives this process. They may hold secrets. */
  readonly settings: AmazonBedrockProviderSettings;
}

/** Opens nothing and reads no environment. */
export function connect(settings: AmazonBedrockProviderSettings): Connection {
  return {
    runtime: runtimeOnDemand(runtimeSettings(settings)),
    generateId: settings.generateId ?? standardGenerateId,
    joinDeltas: settings.joinDeltas ?? false,
    settings,
  };
}
