/**
 * `createAmazonBedrock`: composes the packages below into a provider, and decides nothing itself.
 * https://github.com/vercel/ai/blob/main/packages/provider/src/provider/v4/provider-v4.ts
 *
 * @module
 */
import { callableProvider } from './callable-provider.ts';
import { connect } from './connection.ts';
import { language } from './make-model.ts';
import { onDemand } from './on-demand.ts';
import type { AmazonBedrockProvider } from './provider.ts';
import type { AmazonBedrockProviderSettings } from './settings.ts';
import { tools } from './tools.ts';
import { keepable, settingsOf } from './workflow-model.ts';

const guarding = onDemand('applyGuardrail', () => import('./apply-guardrail.ts'));

/**
 * Creates a Bedrock provider for the AI SDK. It opens no connection and reads no environment variable until a model is called, so a
 * wrong or missing setting is an error of the first call.
 *
 * @throws InvalidArgumentError if `settings` is not an object, such as a region alone
 *
 * @example
 * const bedrock = createAmazonBedrock({ region: 'eu-central-1' });
 * const { text } = await generateText({ model: bedrock('eu.amazon.nova-lite-v1:0'), prompt: 'Hello' });
 */
export function createAmazonBedrock(settings: AmazonBedrockProviderSettings = {}): AmazonBedrockProvider {
  const connection = connect(settings);
  // The AI SDK detaches the methods, so each is a closure.
  const rerankingModel: AmazonBedrockProvider['rerankingModel'] = (modelId, options) =>
    keepable('reranking', modelId, options, connection);
  return callableProvider(
    {
      languageModel: (modelId, options) => keepable('language', modelId, options, connection),
      embeddingModel: (modelId, options) => keepable('embedding', modelId, options, connection),
      imageModel: (modelId, options) => keepable('image', modelId, options, connection),
    },
    {
      specificationVersion: 'v4',
      rerankingModel,
      reranking: rerankingModel,
      tools,
      // JavaScript may leave the argument out; the error then names what is missing in it.
      async countTokens(given) {
        const { settings, ...call } = Object(given) as typeof given;
        // How a model streams is not an option of a call.
        const defaults = { ...settingsOf(call.model), ...settings, joinDeltas: undefined };
        return (await language(call.abortSignal)).countTokens({ ...call, defaults }, connection);
      },
      async applyGuardrail(given) {
        const options = Object(given) as typeof given;
        return (await guarding(options.abortSignal)).applyGuardrail(options, connection);
      },
      runtime: connection.runtime,
    } satisfies Partial<AmazonBedrockProvider>,
  );
}

/**
 * The provider that takes its settings from the environment: `AWS_REGION`, and `AWS_BEARER_TOKEN_BEDROCK` or AWS's access keys. For settings in
 * code see {@link createAmazonBedrock}.
 */
export const bedrock: AmazonBedrockProvider = /* @__PURE__ */ createAmazonBedrock();

/** Another name of {@link bedrock}. */
export const amazonBedrock: AmazonBedrockProvider = bedrock;
