// The rendered types are those of the table, and they let write what AWS takes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { capabilitiesOf } from '@bedrock-kit/models';
import { expect, expectTypeOf, test } from 'vitest';
import { memberNotes } from '../scripts/member-notes.ts';
import { renderTypes } from '../scripts/render-types.ts';
import type {
  BlobValue,
  CacheDetail,
  ContentBlock,
  ConverseRequest,
  ConverseResponse,
  ConverseStreamEvent,
  ConverseStreamOutput,
  DeepReadonly,
  GetAsyncInvokeResponse,
  ImageFormat,
  InvokeModelRequest,
  InvokeModelResponse,
  Json,
  JsonObject,
  ListAsyncInvokesRequest,
  Message,
  MessageStartEvent,
  StopReason,
} from '../src/index.ts';
import { shapes } from '../src/shapes.ts';
import { validateConverse, validateConverseStream, validateCountTokens } from '../src/validate-converse.ts';
import { validateRequest } from '../src/validate-request.ts';
import { membersOf } from './table.ts';

const types = fileURLToPath(new URL('../src/types/', import.meta.url));

test('src/types is what the table renders; run scripts/write-types.ts after a change', () => {
  const folder = mkdtempSync(join(tmpdir(), 'types-'));
  try {
    const rendered = renderTypes();
    for (const [file, text] of rendered) writeFileSync(join(folder, file), text);
    const biome = fileURLToPath(new URL('../../../node_modules/@biomejs/biome/bin/biome', import.meta.url));
    const configuration = fileURLToPath(new URL('../../../biome.json', import.meta.url));
    const options = ['--write', '--vcs-enabled=false', `--config-path=${configuration}`];
    execFileSync(process.execPath, [biome, 'format', ...options, folder], { stdio: 'ignore' });
    const read = (from: string): Record<string, string> =>
      Object.fromEntries(readdirSync(from).map((file) => [file, readFileSync(join(from, file), 'utf8')]));
    expect(read(types)).toEqual(read(folder));
    expect(rendered.size).toBe(21);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('every note is on a member that exists', () => {
  const members = Object.entries(shapes).flatMap(([name, shape]) =>
    [...membersOf(shape).keys()].map((member) => `${name}.${member}`),
  );
  expect(Object.keys(memberNotes).filter((member) => !members.includes(member))).toEqual([]);
});

test('a request is written as AWS names it, with blobs in either form', () => {
  const request: ConverseRequest = {
    modelId: 'amazon.nova-lite-v1:0',
    messages: [
      {
        role: 'user',
        content: [
          { text: 'What is this?' },
          { image: { format: 'png', source: { bytes: new Uint8Array(1) } } },
          { image: { format: 'png', source: { bytes: { base64: 'AA==' } } } },
        ],
      },
    ],
    inferenceConfig: { maxTokens: 1, temperature: undefined },
  };
  // @ts-expect-error: a format that AWS does not know
  const format: ImageFormat = 'bmp';
  // @ts-expect-error: a message without content
  const message: Message = { role: 'user' };
  // @ts-expect-error: a member that Converse does not have
  const topK: ConverseRequest = { modelId: 'x', inferenceConfig: { topK: 1 } };
  expect([request.messages?.length, format, message.role, topK.modelId]).toEqual([1, 'bmp', 'user', 'x']);
  expectTypeOf<BlobValue>().toEqualTypeOf<Uint8Array | { readonly base64: string }>();
  expectTypeOf<{ a: [1, { b: undefined }] }>().toExtend<JsonObject>();
});

test('a request may be readonly at every depth, and is no other for it', () => {
  const messages = [{ role: 'user', content: [{ text: 'hi' }] }] as const;
  const request: DeepReadonly<ConverseRequest> = { modelId: 'x', messages };
  expectTypeOf<ConverseRequest>().toExtend<DeepReadonly<ConverseRequest>>();
  const capabilities = capabilitiesOf('x');
  expect(validateConverse(request, capabilities)).toEqual([]);
  expect(validateConverseStream(request, capabilities)).toEqual([]);
  expect(validateRequest('Converse', request, capabilities)).toEqual([]);
  expect(validateCountTokens({ modelId: 'x', input: { converse: { messages } } }, capabilities)).toEqual([]);
  expectTypeOf<DeepReadonly<Json>>().toEqualTypeOf<Json>();
  expectTypeOf<DeepReadonly<BlobValue>>().toEqualTypeOf<BlobValue>();
  expectTypeOf<DeepReadonly<StopReason>>().toEqualTypeOf<StopReason>();
  expect(request).toEqual({ modelId: 'x', messages });
});

test('an answer may hold what is not known yet', () => {
  expectTypeOf<'a_reason_of_next_year'>().toExtend<StopReason>();
  expectTypeOf<'end_turn'>().toExtend<StopReason>();
  expectTypeOf<ConverseResponse['stopReason']>().toEqualTypeOf<StopReason>();
  expectTypeOf<GetAsyncInvokeResponse['submitTime']>().toEqualTypeOf<Date>();
  // Words that a caller writes elsewhere: closed there, open in what AWS alone writes, closed in pieces of a message that goes back.
  expectTypeOf<'Paused'>().toExtend<GetAsyncInvokeResponse['status']>();
  expectTypeOf<'Paused'>().not.toExtend<ListAsyncInvokesRequest['statusEquals']>();
  expectTypeOf<'batch'>().toExtend<InvokeModelResponse['serviceTier']>();
  expectTypeOf<'batch'>().not.toExtend<InvokeModelRequest['serviceTier']>();
  expectTypeOf<'2h'>().toExtend<CacheDetail['ttl']>();
  expectTypeOf<MessageStartEvent['role']>().toEqualTypeOf<Message['role']>();
});

test('a union is told apart by its member, and an event of a stream is no exception', () => {
  const block: ContentBlock = { text: 'hello' };
  const text = 'text' in block ? block.text : undefined;
  expectTypeOf<Extract<ConverseStreamOutput, { throttlingException: unknown }>>().not.toBeNever();
  expectTypeOf<Extract<ConverseStreamEvent, { throttlingException: unknown }>>().toBeNever();
  expectTypeOf<ConverseStreamEvent>().toExtend<ConverseStreamOutput>();
  expect(text).toBe('hello');
});
