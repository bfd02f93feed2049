/**
 * How severe a text is in a category, by plain words: enough to test both ways through an app, no judgement of meaning.
 *
 * The categories are those of https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeGuardrailChecks.html
 */

const signs: Readonly<Record<string, RegExp>> = {
  VIOLENCE: /\b(?:kill|murder|stab|shoot|bomb|attack|torture|beat up)\w*/gi,
  HATE: /\b(?:hate|subhuman|vermin|exterminat)\w*/gi,
  SEXUAL: /\b(?:porn|nude|sexual|erotic)\w*/gi,
  MISCONDUCT: /\b(?:steal|hack|counterfeit|launder|smuggl|phishing|malware)\w*/gi,
  INSULTS: /\b(?:idiot|stupid|moron|dumb|loser)\w*/gi,
  JAILBREAK:
    /\b(?:jailbreak|developer mode|do anything now|without (?:any )?restrictions|pretend (?:that )?you have no)\w*/gi,
  PROMPT_INJECTION:
    /\b(?:ignore|disregard|forget) (?:all |any |the |your |previous |prior |above )*(?:instructions?|rules?|prompts?)\b/gi,
  PROMPT_LEAKAGE:
    /\b(?:reveal|show|print|repeat|output|tell me) (?:me )?(?:your |the )*(?:hidden |initial )?(?:system )?(?:prompt|instructions)\b/gi,
};

/**
 * 0 without a sign; the first sign counts 0.6, every further one 0.2 more: AWS's scores are fifths.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-use-invoke-guardrail-checks-scores.html
 */
export function severityOf(category: string, text: string): number {
  const count = text.match(signs[category] ?? /(?!)/g)?.length ?? 0;
  return count === 0 ? 0 : Math.min(count + 2, 5) / 5;
}
