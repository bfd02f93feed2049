// Reasoning that Bedrock does not take back though a model of its own made it. GPT's is sealed in the Region that made it, and a profile may take
// the next call to another: https://github.com/NousResearch/hermes-agent/issues/115865. It is sealed for the account, too:
// https://github.com/openai/codex/issues/46474. That of Claude since Fable 5.1 is bound to the system prompt, the tools and the messages before it:
// https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-thinking-block-binding.html,
// https://platform.claude.com/docs/en/build-with-claude/preserved-thinking/prefix-checks. And what does not say by whom it was signed
// may be another Claude's: that of a model behind an ARN, and what other clients have stored.
// https://github.com/anthropics/anthropic-sdk-python/issues/1598

/**
 * Whether Bedrock refuses a request for such reasoning in it, by the words of its refusal. Nobody can tell before: an answer does not say
 * where it came from, nor what it hangs on. The request is then to be made once more, with `priorReasoning: false`.
 */
export function refusesPriorReasoning(said: string): boolean {
  return /in .?(?:redacted_)?thinking.? block|thinking.? blocks in the latest .* cannot be modified|encrypted (?:content|reasoning) .{0,40}different /i.test(
    said,
  );
}
