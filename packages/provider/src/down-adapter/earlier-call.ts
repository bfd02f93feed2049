/**
 * What the AI SDK 5 and 6 pass to a language model: prompts with bare file data, tool results of many kinds.
 * https://github.com/vercel/ai/tree/release-v6.0/packages/provider/src/language-model/v3 and
 * https://github.com/vercel/ai/tree/release-v5.0/packages/provider/src/language-model/v2
 *
 * @module
 */
import type {
  LanguageModelV4CallOptions,
  LanguageModelV4FunctionTool,
  LanguageModelV4ProviderTool,
  LanguageModelV4ReasoningPart,
  LanguageModelV4TextPart,
  LanguageModelV4ToolApprovalResponsePart,
  LanguageModelV4ToolCallPart,
  LanguageModelV4ToolResultOutput,
  LanguageModelV4ToolResultPart,
  SharedV4FileData,
  SharedV4ProviderOptions,
} from '@ai-sdk/provider';
import type * as current from '../count-tokens.ts';

/** A string is base64. The tagged form is that of v4, of which the SDK's own adapters let some through. */
export type EarlierFileData = Uint8Array | string | URL | SharedV4FileData;

export interface EarlierFilePart {
  type: 'file';
  filename?: string;
  data: EarlierFileData;
  /** The text that `data` was parsed from, where it is a URL. */
  originalUrl?: string;
  mediaType: string;
  providerOptions?: SharedV4ProviderOptions;
}

type Options = { providerOptions?: SharedV4ProviderOptions };

/** What a tool's result may hold: `media` in v2, the others in v3. */
export type EarlierResultItem =
  | ({ type: 'text'; text: string } & Options)
  | ({ type: 'media' | 'image-data'; data: string; mediaType: string } & Options)
  | ({ type: 'file-data'; data: string; mediaType: string; filename?: string } & Options)
  | ({ type: 'file-url'; url: string; mediaType?: string } & Options)
  | ({ type: 'image-url'; url: string } & Options)
  | ({ type: 'file-id' | 'image-file-id'; fileId: string | Record<string, string> } & Options)
  | ({ type: 'file'; data: SharedV4FileData; mediaType: string; filename?: string } & Options)
  | ({ type: 'custom' } & Options);

export type EarlierToolResultOutput =
  | Exclude<LanguageModelV4ToolResultOutput, { type: 'content' }>
  | { type: 'content'; value: EarlierResultItem[] };

export interface EarlierToolResultPart extends Omit<LanguageModelV4ToolResultPart, 'output'> {
  output: EarlierToolResultOutput;
}

export type EarlierMessage = Options &
  (
    | { role: 'system'; content: string }
    | { role: 'user'; content: (LanguageModelV4TextPart | EarlierFilePart)[] }
    | {
        role: 'assistant';
        content: (
          | LanguageModelV4TextPart
          | EarlierFilePart
          | LanguageModelV4ReasoningPart
          | LanguageModelV4ToolCallPart
          | EarlierToolResultPart
        )[];
      }
    | { role: 'tool'; content: (EarlierToolResultPart | LanguageModelV4ToolApprovalResponsePart)[] }
  );

export type EarlierTool =
  | LanguageModelV4FunctionTool
  | (Omit<LanguageModelV4ProviderTool, 'type'> & { type: 'provider' | 'provider-defined' });

/** The options of a call. Neither major has the portable `reasoning`: `providerOptions.bedrock.reasoningConfig` takes its place. */
export interface EarlierCallOptions
  extends Omit<LanguageModelV4CallOptions, 'prompt' | 'tools' | 'reasoning'> {
  prompt: EarlierMessage[];
  tools?: EarlierTool[];
}

/** The model, and the options of a call as a language model of that major gets them. */
export interface CountTokensOptions
  extends Omit<EarlierCallOptions, 'prompt'>,
    Pick<current.CountTokensOptions, 'model' | 'settings'> {
  /** A text, which counts as one user message, or a prompt as language models get it. */
  readonly prompt: string | EarlierMessage[];
}
