/**
 * Settings by names that nobody reads. The compiler tells of them; in JavaScript a call would go to AWS in place of a gateway, or by the
 * credentials of the environment in place of those that were written.
 *
 * @module
 */
import { InvalidArgumentError } from '@ai-sdk/provider';
import type { AmazonBedrockProviderSettings } from './settings.ts';

/** Those without which a call is another one. */
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
 * Names that mean none of these are passed over: an app may keep settings of its own beside them.
 *
 * @throws InvalidArgumentError for a name that can only mean one, which is not given under its own
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
