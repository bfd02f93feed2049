// Chooses what the examples talk to: a Bedrock on this machine, or with --live AWS and the model named by --model.
// The local one is set in the environment, so that the examples use the provider as any app would.
import { parseArgs } from 'node:util';
import { createLocalBedrock, type LocalBedrock } from '@bedrock-kit/local';

const { values } = parseArgs({
  options: { live: { type: 'boolean', default: false }, model: { type: 'string' } },
});

if (values.live && values.model === undefined) {
  console.error('With --live, name the model too: --model us.anthropic.claude-haiku-4-5-20251001-v1:0');
  process.exit(1);
}

export const live: boolean = values.live;
export const modelId: string = values.model ?? 'us.anthropic.claude-haiku-4-5-20251001-v1:0';

/** The guardrail to use: one of the local Bedrock, or with --live the one that BEDROCK_GUARDRAIL_ID names. */
export const guardrail: { guardrailIdentifier: string; guardrailVersion: string } | undefined = guardrailOf(
  live ? process.env['BEDROCK_GUARDRAIL_ID'] : 'tour',
);

function guardrailOf(id: string | undefined): typeof guardrail {
  return id === undefined ? undefined : { guardrailIdentifier: id, guardrailVersion: 'DRAFT' };
}

/** The Bedrock in this process; undefined with --live, and if the environment already names another endpoint. */
export const local: LocalBedrock | undefined =
  live || process.env['AWS_ENDPOINT_URL_BEDROCK_RUNTIME'] !== undefined ? undefined : await openLocal();

async function openLocal(): Promise<LocalBedrock> {
  const local = createLocalBedrock({
    pace: { betweenEventsMs: 15 },
    guardrails: {
      tour: {
        topics: { Investment: ['stock', 'shares'] },
        pii: { EMAIL: 'ANONYMIZE' },
        blockedInput: 'I give no advice on investments.',
      },
    },
  });
  const server = await local.listen();
  server.unref();
  Object.assign(process.env, local.environment);
  // Of this shell an API key would replace the signature, and the others would choose another endpoint.
  delete process.env['AWS_BEARER_TOKEN_BEDROCK'];
  delete process.env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'];
  delete process.env['AWS_USE_FIPS_ENDPOINT'];
  delete process.env['AWS_USE_DUALSTACK_ENDPOINT'];
  return local;
}
