/**
 * The provider's tools as the AI SDK 6 and 5 take them.
 * https://github.com/vercel/ai/blob/release-v6.0/packages/provider-utils/src/types/tool.ts and
 * https://github.com/vercel/ai/blob/release-v5.0/packages/provider-utils/src/types/tool.ts
 *
 * @module
 */
import { type AppTools, type SystemTools, tools } from '../tools.ts';
import type { OutputV2, OutputV3 } from './tool-output.ts';

/** What a tool is told of the call that runs it. */
export interface ToolExecution {
  readonly toolCallId: string;
  /** Those that led to the call. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each major has a type of its own, and functions that ask for that are taken.
  readonly messages: any[];
  readonly abortSignal?: AbortSignal;
  readonly experimental_context?: unknown;
}

type Execute<Input, Output> = (
  input: Input,
  execution: ToolExecution,
) => AsyncIterable<Output> | PromiseLike<Output> | Output;

interface Executable<Input, Output> {
  readonly execute?: Execute<Input, Output>;
}

/** What the app says of a tool, beside how it runs. */
interface Told<Input> {
  readonly onInputStart?: (execution: ToolExecution) => void | PromiseLike<void>;
  readonly onInputDelta?: (delta: { inputTextDelta: string } & ToolExecution) => void | PromiseLike<void>;
  readonly onInputAvailable?: (call: { input: Input } & ToolExecution) => void | PromiseLike<void>;
}

interface Tool {
  readonly id: `${string}.${string}`;
  args: Record<string, unknown>;
  /** A schema of the AI SDK. Each major marks its own by a symbol that no other type can name, so that the type is that of no value. */
  readonly inputSchema: never;
}

/** The AI SDK infers from it what the tool gives, which fails where neither of the two is sure to be there. */
type Runs<Input, Output> =
  | { readonly execute: Execute<Input, Output> }
  | { readonly execute?: never; readonly outputSchema: never };

interface ToldV3<Input, Output> extends Told<Input> {
  readonly needsApproval?:
    | boolean
    | ((input: Input, execution: ToolExecution) => boolean | PromiseLike<boolean>);
  readonly toModelOutput?: (made: {
    toolCallId: string;
    input: Input;
    output: Output;
  }) => OutputV3 | PromiseLike<OutputV3>;
}

/** A tool of the provider in the AI SDK 6. */
export type ToolV3<Input, Output> = Tool &
  ToldV3<Input, Output> &
  Runs<Input, Output> & { readonly type: 'provider' };

interface ToldV2<Input, Output> extends Told<Input> {
  readonly toModelOutput?: (output: Output) => OutputV2;
}

/** A tool of the provider in the AI SDK 5. */
export type ToolV2<Input, Output> = Tool &
  ToldV2<Input, Output> &
  Runs<Input, Output> & {
    readonly type: 'provider-defined';
    /** The name under which the model knows it. */
    readonly name: string;
  };

/** The tools of the provider as AI SDK 6 takes them. */
export type BedrockToolsV3 = {
  readonly [Name in keyof AppTools]: <Output>(
    options: AppTools[Name]['arguments'] &
      ToldV3<AppTools[Name]['input'], Output> &
      Executable<AppTools[Name]['input'], Output>,
  ) => ToolV3<AppTools[Name]['input'], Output>;
} & SystemTools<ToolV3<unknown, unknown>>;

/** The tools of the provider as AI SDK 5 takes them. */
export type BedrockToolsV2 = {
  readonly [Name in keyof AppTools]: <Output>(
    options: AppTools[Name]['arguments'] &
      ToldV2<AppTools[Name]['input'], Output> &
      Executable<AppTools[Name]['input'], Output>,
  ) => ToolV2<AppTools[Name]['input'], Output>;
} & SystemTools<ToolV2<unknown, unknown>>;

// What the AI SDK 7 makes has all members that 6 reads; only the types of the schema and of the messages are not the same.
export const toolsV3 = tools as unknown as BedrockToolsV3;

/** The members of what the AI SDK 7 makes that the AI SDK 5 wants in another form. */
interface Made {
  readonly id: `${string}.${string}`;
  readonly inputSchema: object;
  readonly outputSchema?: object | undefined;
}

export const toolsV2 = Object.fromEntries(
  Object.entries(tools).map(([name, make]) => [
    name,
    (options: object = {}) => toolV2((make as (options: object) => Made)(options)), // each takes options of its own
  ]),
) as unknown as BedrockToolsV2; // the names are kept, and each maker makes what `toolV2` makes

function toolV2({ inputSchema, outputSchema, ...tool }: Made): object {
  return {
    ...tool,
    type: 'provider-defined',
    name: nameOf(tool.id),
    inputSchema: marked(inputSchema),
    ...(outputSchema && { outputSchema: marked(outputSchema) }),
  };
}

/** Its schemas have a second mark, by which it knows that they validate. */
function marked(schema: object): object {
  return { ...schema, [Symbol.for('vercel.ai.validator')]: true };
}

/** The name that the model was trained on: the type without its version, but for the editors. */
function nameOf(id: string): string {
  const name = id.slice(id.indexOf('.') + 1).replace(/_\d{8}$/, '');
  if (name !== 'text_editor') return name;
  return /_(?:20241022|20250124)$/.test(id) ? 'str_replace_editor' : 'str_replace_based_edit_tool';
}
