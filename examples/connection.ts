// Decides what the examples talk to: a Bedrock on this machine, or with --live AWS itself and the model named by --model.
// Either way the environment says so, and the programs use the provider just as any app would.
import { parseArgs } from 'node:util';
import { createLocalBedrock } from '@bedrock-kit/local';

const { values } = parseArgs({
  options: { live: { type: 'boolean', default: false }, model: { type: 'string' } },
});

if (values.live && values.model === undefined) {
  throw new Error('With --live, name the model too: --model us.anthropic.claude-haiku-4-5-20251001-v1:0');
}

export const live: boolean = values.live;
export const modelId: string = values.model ?? 'us.anthropic.claude-haiku-4-5-20251001-v1:0';

if (!live && process.env['AWS_ENDPOINT_URL_BEDROCK_RUNTIME'] === undefined) {
  const local = createLocalBedrock({ pace: { betweenEventsMs: 15 } });
  const server = await local.listen();
  server.unref();
  Object.assign(process.env, local.environment);
  // The examples sign their requests: a key of this shell must not take the place of the signature.
  delete process.env['AWS_BEARER_TOKEN_BEDROCK'];
}
