// Counts the input tokens of a call before it is made, and checks a text against a guardrail without a model.
import { bedrock } from '@bedrock-kit/provider';
import { guardrail, live, modelId } from './connection.ts';

const prompt = 'Which stock should I buy?';
const { inputTokens } = await bedrock.countTokens({ model: modelId, prompt });
console.log(`${inputTokens} tokens`);

if (guardrail !== undefined) {
  const { action } = await bedrock.applyGuardrail({ ...guardrail, source: 'INPUT', content: prompt });
  console.log(action);
  if (!live && action !== 'GUARDRAIL_INTERVENED') throw new Error('the guardrail let it through');
}
