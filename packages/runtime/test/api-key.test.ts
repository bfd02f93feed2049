import { getToken } from '@aws/bedrock-token-generator';
import { expect, test } from 'vitest';
import { type ApiKeyOptions, createBedrockApiKey } from '../src/index.ts';

const credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  sessionToken: 'SESSIONTOKEN+/==',
};
const clock = () => new Date('2026-01-15T12:00:00Z');

test('is the key of the vector that was made with @aws/bedrock-token-generator 1.1.0', async () => {
  const key = await createBedrockApiKey({ credentials, region: 'us-east-1', clock });
  expect(key.startsWith('bedrock-api-key-')).toBe(true);
  expect(atob(key.slice('bedrock-api-key-'.length))).toBe(
    'bedrock.amazonaws.com/?Action=CallWithBearerToken&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20260115%2Fus-east-1%2Fbedrock%2Faws4_request&X-Amz-Date=20260115T120000Z&X-Amz-Expires=43200&X-Amz-Security-Token=SESSIONTOKEN%2B%2F%3D%3D&X-Amz-Signature=7f8289868c4917b661228075fa68a07dadf4b3d211e1c2bfa3f9ebc3b95e5f64&X-Amz-SignedHeaders=host&Version=1',
  );
});

test.each([
  [{ ...credentials, sessionToken: undefined }, 'eu-west-1', 1],
  [credentials, 'us-gov-west-1', 43_200],
])(
  'is what @aws/bedrock-token-generator makes: %#',
  async ({ accessKeyId, secretAccessKey, sessionToken }, region, seconds) => {
    const theirs = await getToken({
      credentials: sessionToken
        ? { accessKeyId, secretAccessKey, sessionToken }
        : { accessKeyId, secretAccessKey },
      region,
      expiresInSeconds: seconds,
    });
    const [, date] = /X-Amz-Date=(\w+)/.exec(atob(theirs.slice('bedrock-api-key-'.length))) ?? [];
    const when = String(date).replace(/^(....)(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5');
    const ours = await createBedrockApiKey({
      credentials: () => Promise.resolve({ accessKeyId, secretAccessKey, sessionToken }),
      region,
      expiresInSeconds: seconds,
      clock: () => new Date(when),
    });
    expect(ours).toBe(theirs);
  },
);

test.each(['fips-us-east-1', 'us-east-1-fips'])('is for the region that %s means', async (region) => {
  const key = await createBedrockApiKey({ credentials, region, clock });
  expect(key).toBe(await createBedrockApiKey({ credentials, region: 'us-east-1', clock }));
});

test.each([0, -1, 43_201, 1.5, Number.NaN])('does not live for %d seconds', async (expiresInSeconds) => {
  await expect(
    createBedrockApiKey({ credentials, region: 'us-east-1', expiresInSeconds }),
  ).rejects.toMatchObject({
    code: 'InvalidRequest',
    message: `expiresInSeconds is ${expiresInSeconds}; whole seconds from 1 to 43200 (12 hours) are possible.`,
  });
});

test.each([
  [{ region: 'us-east-1/../x' }, 'InvalidRegion'],
  [{ credentials: { accessKeyId: 'A', secretAccessKey: '' } }, 'InvalidCredentials'],
  [{ credentials: () => Promise.reject(new Error('no SSO session')) }, 'CredentialsFailed'],
])('throws errors of this package alone: %#', async (options, code) => {
  await expect(createBedrockApiKey({ credentials, region: 'us-east-1', ...options })).rejects.toMatchObject({
    name: 'BedrockError',
    code,
  });
});

test.each([
  [{ region: 5 }, 'region: expected string, found number'],
  [{ clock: new Date() }, 'clock: expected function, found object'],
])('names an option of another type: %j', async (options, message) => {
  const given = { credentials, region: 'us-east-1', ...options } as unknown as ApiKeyOptions;
  await expect(createBedrockApiKey(given)).rejects.toMatchObject({ code: 'InvalidRequest', message });
});

test('needs a region', async () => {
  await expect(createBedrockApiKey({ credentials, region: '' })).rejects.toMatchObject({
    code: 'MissingRegion',
    // No variable stands in for it, so the message must not advise to set one.
    message: 'region: expected a name such as us-east-1, found none',
  });
});
