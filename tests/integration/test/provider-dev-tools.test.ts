// The AI SDK's dev tools, as middleware and as telemetry: what their viewer shows of calls of this provider is in the file that they write.
// https://ai-sdk.dev/docs/ai-sdk-core/devtools
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLocalBedrock } from '@bedrock-kit/local';
import { createAmazonBedrock } from '@bedrock-kit/provider';
import { generateText, type LanguageModelMiddleware, streamText, wrapLanguageModel } from 'ai';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';

const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const out = fileURLToPath(new URL('../out/', import.meta.url));
mkdirSync(out, { recursive: true });
const folder = mkdtempSync(join(out, 'dev-tools-'));
const local = createLocalBedrock();
const { accessKeyId, secretAccessKey } = local.credentials;
const bedrock = createAmazonBedrock({
  region: local.region,
  accessKeyId,
  secretAccessKey,
  fetch: local.fetch,
});

interface Step {
  readonly type: string;
  readonly provider: string;
  readonly model_id: string;
  readonly output: string;
  readonly usage: string;
  readonly error: string | null;
  readonly raw_request: string | null;
}

function steps(): Step[] {
  return (JSON.parse(recorded()) as { steps: Step[] }).steps;
}

function recorded(): string {
  return readFileSync(join(folder, '.devtools/generations.json'), 'utf8');
}

beforeEach(() => {
  // They ask once for the folder in which the app runs, and for the port of a viewer, which does not run here.
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
  vi.stubEnv('AI_SDK_DEVTOOLS_PORT', '9');
});

afterEach(() => {
  for (const secret of [accessKeyId, secretAccessKey, 'AWS4-HMAC-SHA256'])
    expect(recorded()).not.toContain(secret);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('as middleware they record a call and a stream, with model, usage and the request that was sent', async () => {
  const { devToolsMiddleware } = await import('@ai-sdk/devtools');
  // They are typed by an older `@ai-sdk/provider` of the same major, which does not know the finish reason `interrupted`.
  const middleware = devToolsMiddleware() as LanguageModelMiddleware;
  const model = wrapLanguageModel({ model: bedrock(modelId), middleware });
  const { text } = await generateText({ model, prompt: 'echo whole' });
  await streamText({ model, prompt: 'echo streamed' }).consumeStream();
  expect(text).toBe('whole');
  const [whole, streamed] = steps();
  for (const [step, type, said] of [
    [whole, 'generate', 'whole'],
    [streamed, 'stream', 'streamed'],
  ] as const) {
    expect(step).toMatchObject({ type, model_id: modelId, error: null });
    expect(step?.output).toContain(said);
    expect(step?.raw_request).toContain(`echo ${said}`);
    expect(JSON.parse(step?.usage ?? '{}')).toMatchObject({ outputTokens: { total: 1 } });
  }
});

test('as telemetry they record the same without a wrapped model', async () => {
  const { DevToolsTelemetry } = await import('@ai-sdk/devtools');
  const before = steps().length;
  await generateText({
    model: bedrock(modelId),
    prompt: 'echo told',
    telemetry: { isEnabled: true, integrations: [DevToolsTelemetry()] },
  });
  const [step] = steps().slice(before);
  expect(step).toMatchObject({
    type: 'generate',
    provider: 'amazon-bedrock',
    model_id: modelId,
    error: null,
  });
  expect(step?.output).toContain('told');
});
