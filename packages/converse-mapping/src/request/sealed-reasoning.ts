// Reasoning that only its model can read is sealed where it was made, and a profile may take the next call to another Region. Nobody can tell
// before: an answer does not say where it came from. https://github.com/NousResearch/hermes-agent/issues/115865

/**
 * Whether Bedrock refuses a request for such reasoning in it, by the words of its refusal: the request is then to be made once more, with
 * `sealedReasoning: false`.
 */
export function refusesSealedReasoning(said: string): boolean {
  return /encrypted (?:content|reasoning) .{0,40}different (?:region|model)/i.test(said);
}
