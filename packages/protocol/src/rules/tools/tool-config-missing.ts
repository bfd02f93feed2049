// A history with tool blocks comes with the tools.
// https://github.com/patriceckhart/zot/pull/18
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const toolConfigMissing: Rule<Conversation> = {
  id: 'tool-config-missing',
  evidence: 'https://github.com/patriceckhart/zot/pull/18',
  check(conversation, refuse) {
    // The tools of a prompt resource come with the prompt, and toolConfig may not be sent beside it.
    if (conversation.model?.kind === 'prompt') return;
    const { request, toolUses, toolResults } = conversation;
    if (request.toolConfig || toolUses.length + toolResults.length === 0) return;
    refuse(
      'toolConfig',
      'The toolConfig field must be defined when using toolUse and toolResult content blocks.',
    );
  },
};
