// The assistant does not speak twice in a row: https://github.com/microsoft/semantic-kernel/issues/10281
// It may for Claude, which makes one turn of both:
// https://github.com/tmc/langchaingo/blob/1c3dd0fca43fae0a5e3376a89d2b0aeae667992b/llms/bedrock/testdata/TestAmazonSequentialToolCallsWithThinkingConverseAPI.httprr
// The user may, since 2025:
// https://github.com/crewAIInc/crewAI/blob/120f2ef6e782dcc10ccb5de1fde8992e0310c5b3/lib/crewai/tests/cassettes/agents/TestNativeToolCallingBehavior.test_bedrock_mcp_tool_with_optional_fields_no_schema_error.yaml
// https://github.com/strands-agents/harness-sdk/pull/3622
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const rolesAlternate: Rule<Conversation> = {
  id: 'roles-alternate',
  evidence: 'https://github.com/microsoft/semantic-kernel/issues/10281',
  check({ capabilities: { vendor }, isClaude, messages }, refuse) {
    // An ARN that hides its model may stand for Claude.
    if (isClaude || vendor === 'unknown') return;
    let previous: string | undefined;
    messages.forEach(({ role }, index) => {
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
