// The assistant does not speak twice in a row: https://github.com/microsoft/semantic-kernel/issues/10281
// The user may, since 2025:
// https://github.com/crewAIInc/crewAI/blob/120f2ef6e782dcc10ccb5de1fde8992e0310c5b3/lib/crewai/tests/cassettes/agents/TestNativeToolCallingBehavior.test_bedrock_mcp_tool_with_optional_fields_no_schema_error.yaml
// https://github.com/strands-agents/harness-sdk/pull/3622
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const rolesAlternate: Rule<Conversation> = {
  id: 'roles-alternate',
  evidence: 'https://github.com/microsoft/semantic-kernel/issues/10281',
  check(conversation, refuse) {
    let previous: string | undefined;
    conversation.messages.forEach(({ role }, index) => {
      if (role === 'system') return;
      if (role === previous && role !== 'user') {
        refuse(
          `messages[${index}].role`,
          'A conversation must alternate between user and assistant roles. Make sure the conversation alternates between user and assistant roles and try again.',
        );
      }
      previous = role;
    });
  },
};
