/**
 * Models that survive the steps of a durable workflow: what is written down is the recipe, never a secret.
 * https://useworkflow.dev/docs/foundations/serialization
 *
 * @module
 */
import { NoSuchModelError } from '@ai-sdk/provider';
import { WORKFLOW_DESERIALIZE, WORKFLOW_SERIALIZE } from '@ai-sdk/provider-utils';
import { ModelIdError, parseModelId } from '@bedrock-kit/models';
import { type Connection, connect } from './connection.ts';
import type { LanguageModelSettings } from './language-model-settings.ts';
import { type ModelKind, type Models, makeModel, type SettingsOf } from './make-model.ts';
import { type KeptSettings, keptSettings } from './kept-settings.ts';

/** A model as a workflow stores it. Keys and tokens, headers and functions are not in it. */
export interface KeptModel {
  readonly kind: ModelKind;
  readonly modelId: string;
  readonly options: SettingsOf<ModelKind>;
  readonly settings: KeptSettings;
}

/** Not every runtime has it. */
type Capturing = ErrorConstructor & { captureStackTrace?: (error: Error, above: unknown) => void };

/** Beside the models, so that nothing that prints a model prints its settings. */
const recipes = new WeakMap<object, KeptModel>();

/**
 * A model of any kind. Its members are its own and use no `this`; the class is there for the workflow's compiler, which
 * looks for these two static methods.
 */
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- its members come from the model that it is made of
class BedrockModel {
  constructor(kind: ModelKind, modelId: string, options: SettingsOf<ModelKind>, connection: Connection) {
    Object.assign(this, makeModel(kind, modelId, options, connection));
    recipes.set(this, { kind, modelId, options, settings: keptSettings(connection.settings) });
  }

  static [WORKFLOW_SERIALIZE](model: BedrockModel): KeptModel {
    const kept = recipes.get(model);
    if (kept === undefined) throw new TypeError('Only models of a Bedrock provider can be serialized.');
    return kept;
  }

  /** Credentials, and whatever else was left out, come from the environment of the process that goes on. */
  static [WORKFLOW_DESERIALIZE]({ kind, modelId, options, settings }: KeptModel): BedrockModel {
    return new BedrockModel(kind, modelId, options, connect(settings));
  }
}

/**
 * The model itself, of a class that a workflow can keep. What is wrong with an id or a setting is found deeper than the ten frames that V8
 * keeps of a stack, so the stack begins here: else it would lack the caller's line. https://v8.dev/docs/stack-trace-api
 *
 * @throws NoSuchModelError for an id that is empty or no text
 */
export function keepable<Kind extends ModelKind>(
  kind: Kind,
  modelId: string,
  options: SettingsOf<Kind> | null | undefined,
  connection: Connection,
): Models[Kind] {
  try {
    parseModelId(modelId); // Of a reranking model it would be read at the first call.
    // The constructor gives the instance all members of the model of this kind. The options are copied: what reads them may be loaded later.
    return new BedrockModel(kind, modelId, { ...options }, connection) as unknown as Models[Kind];
  } catch (error) {
    const failure = ModelIdError.isInstance(error)
      ? new NoSuchModelError({ modelId, modelType: `${kind}Model`, message: error.message })
      : (error as Error); // only errors are thrown there
    (Error as Capturing).captureStackTrace?.(failure, keepable);
    throw failure;
  }
}

/** The settings that a language model was made with. */
export function settingsOf(model: string | object): LanguageModelSettings {
  const kept = typeof model === 'string' ? undefined : recipes.get(model);
  // A recipe has the settings of its kind.
  return kept?.kind === 'language' ? (kept.options as LanguageModelSettings) : {};
}

/** Gives a model that was adapted to another version of the specification the recipe of the original. */
export function withRecipeOf<Model extends object>(made: Model, original: object): Model {
  const kept = recipes.get(original);
  if (kept) recipes.set(made, kept);
  return made;
}
