/**
 * Wrong names of settings. The compiler reports them; in JavaScript, a call would go to AWS rather than to the gateway, or use the
 * credentials of the environment rather than those that were passed.
 *
 * @module
 */
import { InvalidArgumentError } from '@ai-sdk/provider';
import type { AmazonBedrockProviderSettings } from './settings.ts';

/** Settings without which a call would be a different one. */
const names: readonly (keyof AmazonBedrockProviderSettings)[] = [
  'region',
  'apiKey',
  'accessKeyId',
  'secretAccessKey',
  'sessionToken',
  'credentialProvider',
  'baseURL',
  'headers',
  'fetch',
];

/** What the clients of AWS call two of them: https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/bedrock-runtime/ */
const namesOfAws: Readonly<Record<string, (typeof names)[number]>> = {
  credentials: 'credentialProvider',
  endpoint: 'baseURL',
};

/**
 * Other names are ignored: an app may keep settings of its own in the same object.
 *
 * @throws InvalidArgumentError for a name that can only mean one of these, unless that one is given too
 */
export function checkNames(settings: object): void {
  for (const name of Object.keys(settings)) {
    const theirs = Object.hasOwn(namesOfAws, name) ? namesOfAws[name] : undefined;
    const meant = theirs ?? names.find((one) => bare(one) === bare(name));
    if (meant === undefined || meant in settings) continue;
    const argument = `settings.${name}`;
    throw new InvalidArgumentError({ argument, message: `${argument} is not read. Did you mean ${meant}?` });
  }
}

/** Without what is most often wrong in a name: the case, lines between words, a letter that stands once or twice. */
function bare(name: string): string {
  return name.toLowerCase().replace(/[\W_]|(.)(?=\1)/g, '');
}
