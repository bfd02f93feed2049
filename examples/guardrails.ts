// A guardrail denies a topic and masks e-mail addresses; its trace says what it found.
import { bedrock } from '@bedrock-kit/provider';
import { generateText } from 'ai';
import { guardrail, live, modelId } from './connection.ts';

if (guardrail === undefined) {
  console.log('Skipped: set BEDROCK_GUARDRAIL_ID to the id of a guardrail of your account.');
  process.exit();
}

for (const prompt of ['Which stock should I buy?', 'Say write to ada@example.com']) {
  const { text, finishReason, finalStep } = await generateText({
    model: bedrock(modelId),
    prompt,
    providerOptions: { bedrock: { guardrailConfig: { ...guardrail, trace: 'enabled' } } },
  });
  console.log(`${prompt} -> ${text} (${finishReason})`);
  console.log(`trace: ${JSON.stringify(findings(finalStep.providerMetadata?.['bedrock']?.['trace']))}`);
  if (!live && /stock|ada@/.test(text)) throw new Error('the guardrail let it through');
}

/** The assessment of the input, without the figures about it. */
function findings(trace: unknown): unknown {
  const { guardrail: found } = trace as { guardrail: { inputAssessment: Record<string, object> } };
  return Object.values(found.inputAssessment).map((assessment) =>
    Object.fromEntries(Object.entries(assessment).filter(([name]) => name.endsWith('Policy'))),
  );
}
