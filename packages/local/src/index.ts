// For `AsyncDisposable`, which an app without the types of Node may lack.
/// <reference lib="esnext.disposable" preserve="true" />
/**
 * The public names of `@bedrock-kit/local`.
 */
// What handlers, scripts and faults have of other packages, from the request to each block: so that an app can name it, whatever its package
// manager lets it import.
export type { ModelCapabilities } from '@bedrock-kit/models';
export type { ErrorCode, OperationName } from '@bedrock-kit/protocol';
export type * from '@bedrock-kit/protocol/types';
export type { KnownCredentials } from './authentication/settings.ts';
export { LocalBedrockError, type LocalBedrockErrorCode } from './errors.ts';
export type { Fault, FaultCondition, FaultKind, FaultRule } from './faults/fault.ts';
export type { GuardrailSettings } from './guardrails/configuration.ts';
export type { HeadersInput } from './http/exchange.ts';
export type { ListeningServer } from './http/listen.ts';
export type { ListenOptions } from './http/servers.ts';
export { createLocalBedrock, type LocalBedrock, type LocalCredentials } from './local-bedrock.ts';
export type { WholeAnswer } from './answers/answer.ts';
export type { CapabilityChanges } from './models/capabilities.ts';
export type {
  AnswerEnd,
  AnswerPart,
  BodyAnswer,
  ChunksAnswer,
  ClientAnswer,
  ModelAnswer,
  ModelCall,
  ModelHandler,
  NativeAnswer,
  NativeChunk,
  PartialAnswer,
} from './own-models/handler.ts';
export { defaultCredentials, type LocalBedrockOptions } from './options.ts';
export type { ReceivedRequest } from './service/requests.ts';
export {
  type ExpectedRequest,
  scripted,
  type ScriptedModel,
  type ScriptedTurn,
} from './script/scripted.ts';
export { ServiceError, type ServiceErrorOptions } from './service-error.ts';
export type { Pace } from './service/stream-body.ts';
