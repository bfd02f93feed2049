// Which efforts a model knows, and which of them go with thinking that is switched off.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_OutputConfig.html
import type { Conversation } from '../conversation.ts';
import { memberAt } from '../json.ts';
import type { Rule } from '../rule.ts';
import { extraInput, fromModel, unsupportedField } from '../wording.ts';

export const effortSupported: Rule<Conversation> = {
  id: 'effort-supported',
  evidence: 'https://github.com/xiehust/strands-darwin/blob/main/spike/verify-thinking-live.ts',
  check({ capabilities: { reasoning }, fields, isClaude, request, thinking }, refuse) {
    if (reasoning.kind === 'unknown') return;
    const { levels = [], highestWhenOff, outputConfig } = ('effort' in reasoning && reasoning.effort) || {};

    const check = (path: string, effort: unknown, unknownField: string | false): void => {
      if (typeof effort !== 'string') return;
      const place = levels.findIndex((level) => level === effort);
      if (unknownField) refuse(path, unknownField);
      else if (place === -1) {
        const others = levels.slice(0, -1).join("', '");
        refuse(path, fromModel(`output_config.effort: Input should be '${others}' or '${levels.at(-1)}'`));
      } else if (thinking === 'disabled' && highestWhenOff && place > levels.indexOf(highestWhenOff)) {
        refuse(
          path,
          fromModel(
            `output_config.effort '${effort}' is not supported when thinking is disabled on this model. Use effort '${highestWhenOff}' or below, or enable thinking.`,
          ),
        );
      }
    };

    const isUnknown = levels.length === 0;
    check(
      'outputConfig.effort',
      request.outputConfig?.effort,
      (isUnknown || outputConfig === false) && unsupportedField('effort'),
    );
    // Claude's own name of the same setting.
    if (!isClaude) return;
    check(
      'additionalModelRequestFields.output_config.effort',
      memberAt(fields, ['output_config', 'effort']),
      isUnknown && extraInput('output_config.effort'),
    );
  },
};
