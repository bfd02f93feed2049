/**
 * Tools that the models already know: Anthropic's, which the app runs, and Amazon's, which Bedrock runs.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/computer-use.html and
 * https://docs.aws.amazon.com/nova/latest/nova2-userguide/using-tools.html
 *
 * @module
 */
import {
  createProviderDefinedToolFactory,
  createProviderExecutedToolFactory,
  jsonSchema,
  type ProviderDefinedToolFactory,
  type ProviderExecutedToolFactory,
} from '@ai-sdk/provider-utils';

/** The input of the bash tool: https://platform.claude.com/docs/en/agents-and-tools/tool-use/bash-tool. */
export interface BashInput {
  /** The command to run. Missing if `restart` is set. */
  command?: string;
  /** Whether to replace the shell with a new one. */
  restart?: boolean;
}

/** Actions of every version of the computer tool. */
type ComputerAction =
  | 'key'
  | 'type'
  | 'mouse_move'
  | 'left_click'
  | 'left_click_drag'
  | 'right_click'
  | 'middle_click'
  | 'double_click'
  | 'screenshot'
  | 'cursor_position';

/** Actions since its version of January 2025. */
type LaterComputerAction =
  | ComputerAction
  | 'left_mouse_down'
  | 'left_mouse_up'
  | 'triple_click'
  | 'scroll'
  | 'hold_key'
  | 'wait';

/** The input of the computer tool: https://platform.claude.com/docs/en/agents-and-tools/tool-use/computer-use-tool. */
export interface ComputerInput<Action extends string = LaterComputerAction | 'zoom'> {
  action: Action;
  /** Where to act, in pixels from the upper left corner of the display. */
  coordinate?: [x: number, y: number];
  /** Where a drag begins, in the same pixels. */
  start_coordinate?: [x: number, y: number];
  /** The part of the display that `zoom` shows. */
  region?: [left: number, top: number, right: number, bottom: number];
  /** The text to type, or the keys to press or hold. */
  text?: string;
  /** How long to wait or to hold a key, in seconds. */
  duration?: number;
  /** How far to scroll, in clicks of the wheel. */
  scroll_amount?: number;
  scroll_direction?: 'up' | 'down' | 'left' | 'right';
}

/** The input of the text editor: https://platform.claude.com/docs/en/agents-and-tools/tool-use/text-editor-tool. */
export interface TextEditorInput<Command extends string = 'view' | 'create' | 'str_replace' | 'insert'> {
  command: Command;
  path: string;
  /** For `create`: the whole file. */
  file_text?: string;
  /** For `str_replace`: the text to replace, which must occur exactly once. */
  old_str?: string;
  /** For `str_replace`: the text in its place. */
  new_str?: string;
  /** For `insert`: the text to insert. */
  insert_text?: string;
  /** The line after which to insert; 0 is the beginning of the file. */
  insert_line?: number;
  /** The lines to view, counted from 1; -1 as the last line means the end of the file. */
  view_range?: [first: number, last: number];
}

/** The commands of the text editor until its version of April 2025. */
type EarlierCommand = TextEditorInput['command'] | 'undo_edit';

/** The input of the memory tool: https://platform.claude.com/docs/en/agents-and-tools/tool-use/memory-tool. */
export type MemoryInput =
  | { command: 'view'; path: string; view_range?: [first: number, last: number] }
  | { command: 'create'; path: string; file_text: string }
  | { command: 'str_replace'; path: string; old_str: string; new_str: string }
  | { command: 'insert'; path: string; insert_line: number; insert_text: string }
  | { command: 'delete'; path: string }
  | { command: 'rename'; old_path: string; new_path: string };

/** The screen that a computer tool works on, in pixels. */
export interface Display {
  /** The width in which coordinates are given, in pixels. */
  displayWidthPx: number;
  /** The height in which coordinates are given, in pixels. */
  displayHeightPx: number;
  /** The number of the X11 display, if there are several. */
  displayNumber?: number;
}

/** A screen of which the model may see a part enlarged. */
interface ZoomableDisplay extends Display {
  /** Whether the model may zoom. Default: `false`. */
  enableZoom?: boolean;
}

interface ViewLimit {
  /** How many characters of a file the model is shown at most. */
  maxCharacters?: number;
}

// Wide rather than empty: the editor offers nothing for it, and `{}` is what one passes.
type Nothing = object;

/** The model was trained on these inputs, so they are taken as they come: their schema is not sent. */
const anyObject = { type: 'object' } as const;

function anthropic<Input, Arguments extends object = Nothing>(
  type: string,
): ProviderDefinedToolFactory<Input, Arguments> {
  const make = /* @__PURE__ */ createProviderDefinedToolFactory<Input, Arguments>({
    id: `anthropic.${type}`,
    inputSchema: jsonSchema<Input>(anyObject),
  });
  // JavaScript may leave the argument out, where a tool wants nothing.
  return (options) => make(Object(options) as typeof options);
}

function system(name: string): () => ReturnType<ProviderExecutedToolFactory<unknown, unknown, Nothing>> {
  const make = createProviderExecutedToolFactory<unknown, unknown, Nothing>({
    id: `bedrock.${name}`,
    inputSchema: jsonSchema(anyObject),
    outputSchema: jsonSchema({}),
  });
  return () => make({});
}

/** What the model gives to a tool, and what it is told of the tool. */
interface Takes<Input, Arguments extends object = Nothing> {
  readonly input: Input;
  readonly arguments: Arguments;
}

/** Anthropic's tools, which your app runs, by type and version. Bedrock does not have Anthropic's server tools, such as web search. */
export interface AppTools {
  /** Runs commands in a shell of yours. A later version is `bash_20250124`. */
  readonly bash_20241022: Takes<BashInput>;
  /** Runs commands in a shell of yours. */
  readonly bash_20250124: Takes<BashInput>;
  /** Sees a screen of yours, and works with its mouse and keyboard. Later versions can do more. */
  readonly computer_20241022: Takes<ComputerInput<ComputerAction>, Display>;
  /** Sees a screen of yours, and works with its mouse and keyboard; scrolls, waits and holds keys, too. */
  readonly computer_20250124: Takes<ComputerInput<LaterComputerAction>, Display>;
  /** The same, and `zoom`, which shows a part of the screen. */
  readonly computer_20251124: Takes<ComputerInput, ZoomableDisplay>;
  /** Reads and edits files of yours, and can undo an edit. */
  readonly textEditor_20241022: Takes<TextEditorInput<EarlierCommand>>;
  /** Reads and edits files of yours, and can undo an edit. */
  readonly textEditor_20250124: Takes<TextEditorInput<EarlierCommand>>;
  /** Reads and edits files of yours. */
  readonly textEditor_20250429: Takes<TextEditorInput>;
  /** Reads and edits files of yours; you can limit how much of a file it reads. */
  readonly textEditor_20250728: Takes<TextEditorInput, ViewLimit>;
  /** Keeps notes in files of yours, from one conversation to the next. */
  readonly memory_20250818: Takes<MemoryInput>;
}

/** Amazon's tools, which Bedrock runs. */
export interface SystemTools<Tool> {
  /** For Nova 2: searches the web and cites what it finds. */
  readonly novaGrounding: () => Tool;
  /** For Nova 2: runs Python code. */
  readonly novaCodeInterpreter: () => Tool;
}

/** The tools of the provider, each as a function that creates it. */
export type BedrockTools = {
  readonly [Name in keyof AppTools]: ProviderDefinedToolFactory<
    AppTools[Name]['input'],
    AppTools[Name]['arguments']
  >;
} & SystemTools<ReturnType<ProviderExecutedToolFactory<unknown, unknown, Nothing>>>;

export const tools: BedrockTools = {
  bash_20241022: anthropic('bash_20241022'),
  bash_20250124: anthropic('bash_20250124'),
  computer_20241022: anthropic('computer_20241022'),
  computer_20250124: anthropic('computer_20250124'),
  computer_20251124: anthropic('computer_20251124'),
  textEditor_20241022: anthropic('text_editor_20241022'),
  textEditor_20250124: anthropic('text_editor_20250124'),
  textEditor_20250429: anthropic('text_editor_20250429'),
  textEditor_20250728: anthropic('text_editor_20250728'),
  memory_20250818: anthropic('memory_20250818'),
  novaGrounding: system('nova_grounding'),
  novaCodeInterpreter: system('nova_code_interpreter'),
};
