// What a complete record looks like, member by member, so that a row that forgets one is found.
type Check = (value: unknown, path: string) => string[];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fail = (path: string, value: unknown, wanted: string): string[] => [
  `${path} is ${JSON.stringify(value)}, expected ${wanted}`,
];

const oneOf =
  (...values: readonly unknown[]): Check =>
  (value, path) =>
    values.includes(value) ? [] : fail(path, value, `one of ${JSON.stringify(values)}`);

const text: Check = (value, path) =>
  typeof value === 'string' && value !== '' ? [] : fail(path, value, 'a text');
const count: Check = (value, path) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0
    ? []
    : fail(path, value, 'a whole number');
const truth: Check = oneOf(true, false);
const support: Check = oneOf(true, false, 'unknown');
const choice: Check = oneOf(true, false, 'unknown', 'ignored');
const optional =
  (check: Check): Check =>
  (value, path) =>
    value === undefined ? [] : check(value, path);
const either =
  (...checks: readonly Check[]): Check =>
  (value, path) => {
    const found = checks.map((check) => check(value, path));
    return found.some((errors) => errors.length === 0) ? [] : (found.at(-1) ?? []);
  };
const quantity: Check = either(oneOf('unknown'), count);
const listOf =
  (check: Check): Check =>
  (value, path) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => check(item, `${path}[${index}]`))
      : fail(path, value, 'a list');
/** Exactly these members: nothing missing, nothing more. */
const members =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value, path) =>
    isObject(value)
      ? [
          ...Object.entries(checks).flatMap(([name, check]) =>
            name in value ? check(value[name], `${path}.${name}`) : [`${path}.${name} is missing`],
          ),
          ...Object.keys(value)
            .filter((name) => !(name in checks))
            .map((name) => `${path}.${name} is too much`),
        ]
      : fail(path, value, 'an object');
const feature = (check: Check): Check => either(oneOf(false, 'unknown'), check);
const byKind =
  (kinds: Readonly<Record<string, Check>>): Check =>
  (value, path) => {
    const kind = isObject(value) ? value['kind'] : undefined;
    const check = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    return check === undefined
      ? fail(`${path}.kind`, kind, Object.keys(kinds).join(', '))
      : check(value, path);
  };

const day: Check = (value, path) =>
  typeof value === 'string' && /^20\d\d-\d\d-\d\d$/.test(value) ? [] : fail(path, value, 'an ISO day');
const fields: Check = (value, path) => (isObject(value) ? [] : fail(path, value, 'request fields'));
const path: Check = (value, where) =>
  Array.isArray(value) && value.length > 0 ? listOf(text)(value, where) : fail(where, value, 'a path');

const media = (...formats: readonly string[]): Check =>
  feature(
    members({
      formats: listOf(oneOf(...formats)),
      s3: support,
      maxCount: quantity,
      maxBytes: quantity,
      maxBytesOf: (value, at) =>
        isObject(value)
          ? Object.entries(value).flatMap(([format, bytes]) => [
              ...oneOf(...formats)(format, at),
              ...count(bytes, `${at}.${format}`),
            ])
          : fail(at, value, 'bytes by format'),
    }),
  );
const documents = either(
  support,
  listOf(oneOf('pdf', 'csv', 'doc', 'docx', 'xls', 'xlsx', 'html', 'txt', 'md')),
);
const rule = members({ characters: text, minLength: count, maxLength: count });
const effort = members({
  path,
  outputConfig: support,
  levels: listOf(oneOf('none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max')),
  default: oneOf('none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max', 'unknown'),
  highestWhenOff: optional(oneOf('low', 'medium', 'high', 'xhigh', 'max')),
  beta: optional(text),
  perMessage: support,
});
const reasons = {
  byDefault: support,
  forcedToolChoice: choice,
  prefill: support,
  sampling: members({
    efforts: optional(listOf(text)),
    temperature: support,
    topP: either(
      support,
      listOf((value, at) => (typeof value === 'number' ? [] : fail(at, value, 'a number'))),
    ),
    topK: support,
    maxTokens: support,
  }),
  history: oneOf('signed', 'redacted', 'unsigned', 'refused', 'unknown'),
  tokensReportedAt: optional(text),
};
const steered = { ...reasons, on: fields, off: either(oneOf(false, 'unknown'), fields) };
const size = listOf(count);
const means = listOf(oneOf('native', 'strict-tool', 'forced-tool', 'tool', 'instruction'));

/** Every fault of a record, in words; an empty list for a complete one. */
export const faultsOf: (record: unknown) => string[] = (record) =>
  members({
    id: text,
    baseModelId: optional(text),
    match: oneOf('model', 'family', 'none'),
    vendor: text,
    family: text,
    name: text,
    kind: oneOf('language', 'embedding', 'image', 'rerank', 'video', 'speech', 'unknown'),
    operations: members({
      Converse: support,
      ConverseStream: support,
      InvokeModel: support,
      InvokeModelWithResponseStream: support,
      InvokeModelWithBidirectionalStream: support,
      StartAsyncInvoke: support,
      CountTokens: support,
      Rerank: support,
    }),
    addressing: members({ onDemand: support, profiles: either(oneOf('unknown'), listOf(text)) }),
    lifecycle: members({
      status: oneOf('active', 'legacy', 'end-of-life', 'unknown'),
      legacySince: optional(day),
      endOfLife: optional(day),
      replacement: optional(text),
    }),
    contextWindow: quantity,
    maxOutputTokens: quantity,
    minOutputTokens: count,
    defaultOutputTokens: quantity,
    inputs: members({
      text: support,
      image: media('png', 'jpeg', 'gif', 'webp'),
      document: media('pdf', 'csv', 'doc', 'docx', 'xls', 'xlsx', 'html', 'txt', 'md'),
      video: media('mkv', 'mov', 'mp4', 'webm', 'flv', 'mpeg', 'mpg', 'wmv', 'three_gp'),
      audio: media(
        ...['mp3', 'opus', 'wav', 'aac', 'flac', 'mp4', 'ogg', 'mkv', 'mka', 'x-aac', 'm4a', 'mpeg', 'mpga'],
        ...['pcm', 'webm'],
      ),
    }),
    system: support,
    systemMessages: support,
    toolUse: either(
      oneOf(false, 'unknown', 'ignored'),
      members({
        streaming: support,
        choices: members({ auto: support, any: choice, tool: choice }),
        strict: support,
        results: members({
          text: support,
          json: support,
          image: support,
          document: documents,
          video: support,
          searchResult: support,
        }),
        errorStatus: support,
        mixedTurns: documents,
        textAfterUse: support,
        ids: rule,
        bedrockIds: support,
        names: rule,
        schema: members({ rootUnions: support, largeIntegers: support, otherRootMembers: support }),
        systemTools: listOf(text),
      }),
    ),
    structuredOutput: members({
      native: support,
      nativeStreaming: support,
      strictFields: optional(fields),
      means,
      meansWhileReasoning: means,
    }),
    reasoning: byKind({
      none: members({ kind: text }),
      unknown: members({ kind: text }),
      fixed: members({ kind: text, ...reasons }),
      budget: members({
        kind: text,
        ...steered,
        budget: members({ path, min: count }),
        effort: optional(effort),
      }),
      adaptive: members({
        kind: text,
        ...steered,
        effort,
        budget: optional(members({ path, min: count, on: fields })),
        modes: listOf(text),
        displays: listOf(text),
      }),
      effort: members({ kind: text, ...steered, effort }),
    }),
    sampling: members({
      temperature: support,
      topP: support,
      topK: feature(members({ path, min: quantity, max: quantity })),
      temperatureXorTopP: support,
    }),
    stopSequences: feature(members({ max: quantity, reportedAt: listOf(text) })),
    prefill: support,
    assistantFirst: support,
    promptCaching: feature(
      members({
        places: listOf(oneOf('system', 'messages', 'tools')),
        minTokens: quantity,
        maxPoints: quantity,
        ttls: listOf(oneOf('5m', '1h')),
        lookBackBlocks: quantity,
        maxTokens: quantity,
        implicit: support,
      }),
    ),
    citations: support,
    guardrails: support,
    serviceTiers: either(oneOf('unknown'), listOf(oneOf('default', 'priority', 'flex', 'reserved'))),
    optimizedLatency: support,
    usage: members({ inputIncludesCacheWrites: support }),
    embedding: feature(
      members({
        body: text,
        dimensions: listOf(count),
        defaultDimensions: count,
        maxBatch: count,
        maxTokens: quantity,
        maxCharacters: quantity,
        inputs: members({ text: support, image: support, video: support, audio: support }),
        types: listOf(oneOf('float', 'int8', 'uint8', 'binary', 'ubinary')),
        purposes: listOf(text),
      }),
    ),
    image: feature(
      members({
        body: oneOf('nova-canvas', 'titan-image', 'stability', 'stability-edit'),
        tasks: listOf(text),
        sizes: byKind({
          range: members({
            kind: text,
            min: count,
            max: count,
            multipleOf: count,
            pixelsBelow: count,
            maxRatio: count,
            default: size,
          }),
          list: members({ kind: text, sizes: listOf(size), default: size }),
          ratio: members({ kind: text, ratios: listOf(text), default: text }),
          input: members({ kind: text }),
        }),
        maxImages: count,
        maxPromptCharacters: count,
        negativePrompt: truth,
        seed: optional(size),
        imageInput: truth,
        maskInput: truth,
        upscaling: optional(either(members({ factor: count }), members({ pixels: count }))),
        outputFormats: listOf(oneOf('png', 'jpeg', 'webp')),
      }),
    ),
    rerank: feature(members({ body: oneOf('cohere', 'amazon'), maxDocuments: quantity, json: support })),
  })(record, 'record');
