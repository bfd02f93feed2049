/**
 * What the models of one provider share.
 *
 * @module
 */
import { InvalidArgumentError } from '@ai-sdk/provider';
import { generateId as standardGenerateId } from '@ai-sdk/provider-utils';
import type { BedrockRuntime } from '@bedrock-kit/runtime';
import { onDemand } from './on-demand.ts';
import type { Rules } from './rules-on-demand.ts';
import { runtimeOnDemand } from './runtime-on-demand.ts';
import { type AmazonBedrockProviderSettings, runtimeSettings } from './settings.ts';

export interface Connection {
  readonly runtime: BedrockRuntime;
  /** Loaded by the first call that wants them. */
  readonly rules: Rules;
  readonly generateId: () => string;
  readonly joinDeltas: boolean;
  /** As they were given, for what outlives this process. They may hold secrets. */
  readonly settings: AmazonBedrockProviderSettings;
}

const rules = onDemand("Bedrock's rules", () => import('./rules.ts'));

/**
 * Opens nothing and reads no environment.
 *
 * @throws InvalidArgumentError for settings that are no object, such as a region alone, or still a promise
 */
export function connect(settings: AmazonBedrockProviderSettings): Connection {
  if (Object(settings) !== settings || 'then' in settings) {
    const message = "Settings must be an object, such as { region: 'us-east-1' }.";
    throw new InvalidArgumentError({ argument: 'settings', message });
  }
  return {
    runtime: runtimeOnDemand(runtimeSettings(settings), settings),
    rules,
    generateId: settings.generateId ?? standardGenerateId,
    joinDeltas: settings.joinDeltas ?? false,
    settings,
  };
}
