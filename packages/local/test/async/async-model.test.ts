import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, runtime, startBench } from '../aws-clients.ts';
import { refusalOf } from '../invoke-model.ts';

const marengo = 'twelvelabs.marengo-embed-3-0-v1:0';
const nova = 'amazon.nova-2-multimodal-embeddings-v1:0';

let bench: Bench;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bedrock-local-'));
  bench = await startBench({
    objectsFolder: folder,
    asyncInvokeMs: 60_000,
    // Nova Reel has reached the end of its life.
    availability: 'ignore',
  });
});
afterAll(async () => {
  await bench.close();
  await rm(folder, { recursive: true });
});

async function start(modelId: string, modelInput: object, s3Uri = 's3://bucket/results/'): Promise<string> {
  const { invocationArn = '' } = await bench.client('HTTP/1.1').send(
    new runtime.StartAsyncInvokeCommand({
      modelId,
      // A plain object is JSON.
      modelInput: modelInput as never,
      outputDataConfig: { s3OutputDataConfig: { s3Uri } },
    }),
  );
  return invocationArn;
}

async function statusOf(invocationArn: string): Promise<string | undefined> {
  const job = await bench.client('HTTP/1.1').send(new runtime.GetAsyncInvokeCommand({ invocationArn }));
  return job.failureMessage ?? job.status;
}

/** The files of an invocation, read from the folder. */
async function fileOf(invocationArn: string, name: string): Promise<string> {
  const id = invocationArn.split('/')[1] ?? '';
  return readFile(join(folder, 'bucket', 'results', id, name), 'utf8');
}

/** The vectors that Marengo has written. */
async function itemsOf(invocationArn: string): Promise<Record<string, unknown>[]> {
  expect(await statusOf(invocationArn)).toBe('Completed');
  const written = await fileOf(invocationArn, 'output.json');
  return (JSON.parse(written) as { data: Record<string, unknown>[] }).data;
}

const video = { mediaSource: { s3Location: { uri: 's3://videos/one.mp4' } } };

it('an invocation is in progress until its time has passed, then its file lies in the folder', async () => {
  const arn = await start(marengo, { inputType: 'text', text: { inputText: 'a dog' } });
  expect(await statusOf(arn)).toBe('InProgress');
  bench.local.passTime(59_000);
  expect(await statusOf(arn)).toBe('InProgress');
  bench.local.passTime(2000);
  expect(await statusOf(arn)).toBe('Completed');
  const { data } = JSON.parse(await fileOf(arn, 'output.json')) as { data: { embedding: number[] }[] };
  expect(data.map(({ embedding }) => embedding.length)).toEqual([512]);
  const id = arn.split('/')[1] ?? '';
  expect(bench.local.objects.has(`s3://bucket/results/${id}/output.json`)).toBe(true);
});

describe('a recording', () => {
  it('gets a vector for each part and each way to look at it', async () => {
    const fixed = { segmentation: { method: 'fixed', fixed: { durationSec: 10 } } };
    const arn = await start(marengo, {
      inputType: 'video',
      video: { ...video, ...fixed, startSec: 5, endSec: 28, embeddingOption: ['visual', 'audio'] },
    });
    bench.local.passTime(60_000);
    expect(await statusOf(arn)).toBe('Completed');
    const { data } = JSON.parse(await fileOf(arn, 'output.json')) as { data: Record<string, unknown>[] };
    const parts = data.map(({ embeddingOption, startSec, endSec }) => [embeddingOption, startSec, endSec]);
    expect(parts).toEqual([
      ['visual', 5, 15],
      ['audio', 5, 15],
      ['visual', 15, 25],
      ['audio', 15, 25],
      ['visual', 25, 28],
      ['audio', 25, 28],
    ]);
    expect(new Set(data.map(({ embedding }) => JSON.stringify(embedding))).size).toBe(6);
  });

  it('of Marengo 2.7 is as long as lengthSec says', async () => {
    const arn = await start('twelvelabs.marengo-embed-2-7-v1:0', {
      inputType: 'video',
      ...video,
      startSec: 3,
      lengthSec: 13,
      useFixedLengthSec: 5,
      embeddingOption: ['visual-text', 'audio'],
    });
    bench.local.passTime(60_000);
    const items = await itemsOf(arn);
    const embedding = expect.any(Array) as number[];
    expect(items).toEqual([
      { embedding, embeddingOption: 'visual-text', startSec: 3, endSec: 8 },
      { embedding, embeddingOption: 'audio', startSec: 3, endSec: 8 },
      { embedding, embeddingOption: 'visual-text', startSec: 8, endSec: 13 },
      { embedding, embeddingOption: 'audio', startSec: 8, endSec: 13 },
      { embedding, embeddingOption: 'visual-text', startSec: 13, endSec: 16 },
      { embedding, embeddingOption: 'audio', startSec: 13, endSec: 16 },
    ]);
  });

  it('of Marengo 3 has vectors of clips, of the whole, and of all ways together, as it is asked for them', async () => {
    const audio = { ...video, endSec: 12 };
    const asked = async (more: object) => {
      const arn = await start(marengo, { inputType: 'audio', audio: { ...audio, ...more } });
      bench.local.passTime(60_000);
      const items = await itemsOf(arn);
      expect(new Set(items.map(({ embedding }) => JSON.stringify(embedding))).size).toBe(items.length);
      return items.map(({ embeddingOption, embeddingScope, startSec, endSec }) =>
        [embeddingOption, embeddingScope, startSec, endSec].join(' '),
      );
    };
    expect(await asked({ embeddingOption: ['audio'] })).toEqual(['audio clip 0 6', 'audio clip 6 12']);
    expect(await asked({ embeddingScope: ['asset'] })).toEqual([
      'audio asset 0 12',
      'transcription asset 0 12',
    ]);
    expect(await asked({ embeddingScope: ['clip', 'asset'], embeddingType: ['fused_embedding'] })).toEqual([
      'fused clip 0 6',
      'fused clip 6 12',
      'fused asset 0 12',
    ]);
    const both = ['separate_embedding', 'fused_embedding'];
    expect(await asked({ embeddingScope: ['asset'], embeddingType: both })).toEqual([
      'audio asset 0 12',
      'transcription asset 0 12',
      'fused asset 0 12',
    ]);
  });

  it.each([
    [{ embeddingScope: ['video'] }, '#/audio/embeddingScope/0: "video" is not a valid enum value'],
    [{ embeddingType: ['fused'] }, '#/audio/embeddingType/0: "fused" is not a valid enum value'],
    [{ embeddingOption: ['audio', 'visual'] }, '#/audio/embeddingOption/1: "visual" is not a valid enum'],
    [
      { embeddingType: ['fused_embedding'], embeddingOption: ['audio'] },
      '#/audio/embeddingType: fused_embedding needs two of the embeddingOption',
    ],
  ])('begins nothing with %j', async (more, refusal) => {
    const input = { inputType: 'audio', audio: { ...video, ...more } };
    expect(await refusalOf(start(marengo, input))).toContain(refusal);
  });

  it.each([
    [
      'twelvelabs.marengo-embed-2-7-v1:0',
      { inputType: 'video', ...video, startSec: 200, lengthSec: 7001 },
      7000,
    ],
    [marengo, { inputType: 'audio', audio: { ...video, endSec: 14_401 } }, 14_400],
    [marengo, { inputType: 'video', video: { ...video, endSec: 1e300 } }, 14_400],
  ])('of %s is no longer than the model reads: %j', async (modelId, input, longest) => {
    expect(await refusalOf(start(modelId, input))).toContain(`is not less or equal to ${longest}`);
  });

  it.each([
    ['video', { embeddingMode: 'AUDIO_VIDEO_COMBINED' }, { AUDIO_VIDEO_COMBINED: 'audio-video' }],
    ['video', { embeddingMode: 'AUDIO_VIDEO_SEPARATE' }, { VIDEO: 'video', AUDIO: 'audio' }],
    ['audio', {}, { AUDIO: 'audio' }],
  ])(
    'as %s with %j has a file for each type of vector, which the result of Nova tells the address of',
    async (kind, more, types) => {
      const uri = `s3://recordings/one.${kind}`;
      const media = { ...more, format: kind === 'video' ? 'mp4' : 'mp3', source: { s3Location: { uri } } };
      const segmentationConfig = { durationSeconds: 10 };
      const arn = await start(nova, {
        taskType: 'SEGMENTED_EMBEDDING',
        segmentedEmbeddingParams: {
          embeddingPurpose: 'GENERIC_INDEX',
          embeddingDimension: 256,
          [kind]: { ...media, segmentationConfig },
        },
      });
      bench.local.passTime(60_000);
      expect(await statusOf(arn)).toBe('Completed');
      const prefix = `s3://bucket/results/${arn.split('/')[1] ?? ''}`;
      const results = Object.entries(types).map(([embeddingType, name]) => ({
        embeddingType,
        status: 'SUCCESS',
        outputFileUri: `${prefix}/embedding-${name}.jsonl`,
      }));
      expect(JSON.parse(await fileOf(arn, 'segmented-embedding-result.json'))).toEqual({
        sourceFileUri: uri,
        embeddingDimension: 256,
        embeddingResults: results,
      });
      const lines = results.flatMap(({ outputFileUri }) =>
        new TextDecoder().decode(bench.local.objects.get(outputFileUri)).trimEnd().split('\n'),
      );
      expect(new Set(lines).size).toBe(2 * results.length);
      expect(JSON.parse(lines.at(-1) ?? '')).toEqual({
        embedding: expect.any(Array) as number[],
        segmentMetadata: { segmentIndex: 1, segmentStartSeconds: 10, segmentEndSeconds: 12 },
        status: 'SUCCESS',
      });
    },
  );

  it('is cut by Nova into lines of a file of its own', async () => {
    const text = {
      truncationMode: 'NONE',
      value: 'cat '.repeat(200) + 'dog '.repeat(200) + 'owl '.repeat(100),
      segmentationConfig: { maxLengthChars: 800 },
    };
    const arn = await start(nova, {
      taskType: 'SEGMENTED_EMBEDDING',
      segmentedEmbeddingParams: { embeddingPurpose: 'GENERIC_INDEX', embeddingDimension: 256, text },
    });
    bench.local.passTime(60_000);
    expect(await statusOf(arn)).toBe('Completed');
    const lines = (await fileOf(arn, 'embedding-text.jsonl')).trimEnd().split('\n');
    const segments = lines.map(
      (line) => JSON.parse(line) as { embedding: number[]; segmentMetadata: object },
    );
    expect(segments.map(({ embedding }) => embedding.length)).toEqual([256, 256, 256]);
    expect(new Set(segments.map(({ embedding }) => JSON.stringify(embedding))).size).toBe(3);
    expect(segments.at(-1)?.segmentMetadata).toEqual({
      segmentIndex: 2,
      segmentStartCharPosition: 1600,
      segmentEndCharPosition: 2000,
    });
    expect(JSON.parse(await fileOf(arn, 'segmented-embedding-result.json'))).toMatchObject({
      embeddingDimension: 256,
      embeddingResults: [{ embeddingType: 'TEXT', status: 'SUCCESS' }],
    });
  });
});

it.each([
  ['text', { truncationMode: 'NONE', source: { s3Location: { uri: 's3://texts/one.txt' } } }],
  ['image', { format: 'png', source: { s3Location: { uri: 's3://images/one.png' } } }],
])('a %s in S3 is one segment for Nova', async (kind, media) => {
  const arn = await start(nova, {
    taskType: 'SEGMENTED_EMBEDDING',
    // What is null is not there.
    segmentedEmbeddingParams: {
      embeddingPurpose: 'GENERIC_INDEX',
      embeddingDimension: 256,
      audio: null,
      [kind]: media,
    },
  });
  bench.local.passTime(60_000);
  expect(await statusOf(arn)).toBe('Completed');
  const segment = JSON.parse(await fileOf(arn, `embedding-${kind}.jsonl`)) as { embedding: number[] };
  expect(segment).toEqual({
    embedding: expect.any(Array) as number[],
    segmentMetadata: { segmentIndex: 0 },
    status: 'SUCCESS',
  });
  expect(segment.embedding).toHaveLength(256);
});

it('an input that the model refuses begins nothing', async () => {
  expect(await refusalOf(start(marengo, { inputType: 'smell' }))).toContain(
    'ValidationException: Malformed input request: #/inputType: "smell" is not a valid enum value',
  );
  expect(await refusalOf(start(nova, { taskType: 'SINGLE_EMBEDDING' }))).toContain('#/taskType');
  const source = { s3Location: { uri: 's3://videos/one.mp4' } };
  const ofVideo = (video: object) => ({
    taskType: 'SEGMENTED_EMBEDDING',
    segmentedEmbeddingParams: { embeddingPurpose: 'GENERIC_INDEX', video: { source, ...video } },
  });
  const at = '#/segmentedEmbeddingParams/video';
  expect(await refusalOf(start(nova, ofVideo({ format: 'avi' })))).toContain(`${at}/format: "avi"`);
  expect(await refusalOf(start(nova, ofVideo({ format: 'mp4' })))).toContain(
    `${at}: required key [embeddingMode] not found`,
  );
});

it('models that make video are not built in, and say so', async () => {
  expect(await refusalOf(start('amazon.nova-reel-v1:1', { taskType: 'TEXT_VIDEO' }))).toContain(
    'No built-in model of this local Bedrock answers StartAsyncInvoke',
  );
});

it('an address that leads out of the folder fails, and writes nothing there', async () => {
  const arn = await start(
    marengo,
    { inputType: 'text', text: { inputText: 'x' } },
    's3://bucket/../../../elsewhere',
  );
  bench.local.passTime(60_000);
  expect(await statusOf(arn)).toContain('leads out of the folder');
});
