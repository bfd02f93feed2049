// The public names of @bedrock-kit/provider.

export {
  type AmazonBedrockProvider,
  amazonBedrock,
  type BedrockModelId,
  bedrock,
  createAmazonBedrock,
} from './create-amazon-bedrock.ts';
export type { BedrockErrorData } from './errors.ts';
export type { AmazonBedrockProviderSettings, BedrockCredentialProvider } from './settings.ts';
export { VERSION } from './version.ts';
