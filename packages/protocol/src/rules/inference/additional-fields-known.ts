// Some models refuse a model-specific field that is another's. What each refuses was measured:
// https://github.com/stdapi-ai/stdapi.ai, tests/probes/results
import type { Conversation } from '../conversation.ts';
import { memberAt } from '../json.ts';
import type { Rule } from '../rule.ts';
import { extraInput, extraneousKey } from '../wording.ts';

/** By family. A field that no table knows passes: models learn new ones. */
const refused: Readonly<Record<string, string>> = {
  claude: 'inferenceConfig reasoning reasoningConfig reasoning_effort topK',
  llama: 'reasoning_config reasoning_effort thinking top_k',
  nova: 'reasoning_config reasoning_effort thinking top_k',
};

export const additionalFieldsKnown: Rule<Conversation> = {
  id: 'additional-fields-known',
  evidence: 'https://github.com/stdapi-ai/stdapi.ai',
  check({ capabilities: { family }, request: { additionalModelRequestFields: fields } }, refuse) {
    if (!Object.hasOwn(refused, family)) return;
    for (const name of refused[family]?.split(' ') ?? []) {
      if (memberAt(fields, [name]) === undefined) continue;
      refuse(
        `additionalModelRequestFields.${name}`,
        family === 'claude' ? extraInput(name) : extraneousKey('#', name),
      );
    }
  },
};
