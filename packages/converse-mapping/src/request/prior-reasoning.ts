// Reasoning that Bedrock does not take back, though a model of its own made it:
// - GPT's is sealed in the Region that made it, and a profile may take the next call to another one
//   (https://github.com/NousResearch/hermes-agent/issues/115865); also for the account (https://github.com/openai/codex/issues/46474).
// - That of Claude since Fable 5.1 is bound to the system prompt, the tools and the messages before it
//   (https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-thinking-block-binding.html,
//   https://platform.claude.com/docs/en/build-with-claude/preserved-thinking/prefix-checks).
// - What does not say by whom it was signed may be another Claude's: that of a model behind an ARN, and what other clients have stored
//   (https://github.com/anthropics/anthropic-sdk-python/issues/1598).

/**
 * Whether Bedrock refused a request because of the reasoning of earlier turns in it. If so, map the call again with `priorReasoning: false`.
 * This cannot be known in advance: an answer says neither in which Region it was made, nor what its reasoning is bound to.
 *
 * @param said the message of the refusal
 */
export function refusesPriorReasoning(said: string): boolean {
  return /in .?(?:redacted_)?thinking.? block|thinking.? blocks in the latest .{0,40} cannot be modified|encrypted (?:content|reasoning) .{0,40}different /i.test(
    said,
  );
}
