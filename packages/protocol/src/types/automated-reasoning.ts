// The types of src/shapes/automated-reasoning.ts, rendered from that table by scripts/write-types.ts; not edited by hand.

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningFinding.html */
export type GuardrailAutomatedReasoningFinding =
  | { valid: GuardrailAutomatedReasoningValidFinding }
  | { invalid: GuardrailAutomatedReasoningInvalidFinding }
  | { satisfiable: GuardrailAutomatedReasoningSatisfiableFinding }
  | { impossible: GuardrailAutomatedReasoningImpossibleFinding }
  | { translationAmbiguous: GuardrailAutomatedReasoningTranslationAmbiguousFinding }
  | { tooComplex: GuardrailAutomatedReasoningTooComplexFinding }
  | { noTranslations: GuardrailAutomatedReasoningNoTranslationsFinding };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningImpossibleFinding.html */
export interface GuardrailAutomatedReasoningImpossibleFinding {
  translation?: GuardrailAutomatedReasoningTranslation | undefined;
  contradictingRules?: GuardrailAutomatedReasoningRule[] | undefined;
  logicWarning?: GuardrailAutomatedReasoningLogicWarning | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningInputTextReference.html */
export interface GuardrailAutomatedReasoningInputTextReference {
  /** 0 to 1,000 characters. */
  text?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningInvalidFinding.html */
export interface GuardrailAutomatedReasoningInvalidFinding {
  translation?: GuardrailAutomatedReasoningTranslation | undefined;
  contradictingRules?: GuardrailAutomatedReasoningRule[] | undefined;
  logicWarning?: GuardrailAutomatedReasoningLogicWarning | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningLogicWarning.html */
export interface GuardrailAutomatedReasoningLogicWarning {
  type?: GuardrailAutomatedReasoningLogicWarningType | undefined;
  premises?: GuardrailAutomatedReasoningStatement[] | undefined;
  claims?: GuardrailAutomatedReasoningStatement[] | undefined;
}

export type GuardrailAutomatedReasoningLogicWarningType = 'ALWAYS_FALSE' | 'ALWAYS_TRUE' | (string & {});

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningNoTranslationsFinding.html */
export type GuardrailAutomatedReasoningNoTranslationsFinding = { [member: string]: never };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningPolicyAssessment.html */
export interface GuardrailAutomatedReasoningPolicyAssessment {
  findings?: GuardrailAutomatedReasoningFinding[] | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningRule.html */
export interface GuardrailAutomatedReasoningRule {
  /** 0 to 12 characters, pattern `[a-z0-9]{12}`. */
  identifier?: string | undefined;
  /** 0 to 2,048 characters, pattern `arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:automated-reasoning-policy/[a-z0-9]{12}(:([1-9][0-9]{0,11}))?`. */
  policyVersionArn?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningSatisfiableFinding.html */
export interface GuardrailAutomatedReasoningSatisfiableFinding {
  translation?: GuardrailAutomatedReasoningTranslation | undefined;
  claimsTrueScenario?: GuardrailAutomatedReasoningScenario | undefined;
  claimsFalseScenario?: GuardrailAutomatedReasoningScenario | undefined;
  logicWarning?: GuardrailAutomatedReasoningLogicWarning | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningScenario.html */
export interface GuardrailAutomatedReasoningScenario {
  statements?: GuardrailAutomatedReasoningStatement[] | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningStatement.html */
export interface GuardrailAutomatedReasoningStatement {
  /** 0 to 1,000 characters. */
  logic?: string | undefined;
  /** 0 to 1,000 characters. */
  naturalLanguage?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningTooComplexFinding.html */
export type GuardrailAutomatedReasoningTooComplexFinding = { [member: string]: never };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningTranslation.html */
export interface GuardrailAutomatedReasoningTranslation {
  premises?: GuardrailAutomatedReasoningStatement[] | undefined;
  claims?: GuardrailAutomatedReasoningStatement[] | undefined;
  untranslatedPremises?: GuardrailAutomatedReasoningInputTextReference[] | undefined;
  untranslatedClaims?: GuardrailAutomatedReasoningInputTextReference[] | undefined;
  /** 0 to 1. */
  confidence?: number | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningTranslationAmbiguousFinding.html */
export interface GuardrailAutomatedReasoningTranslationAmbiguousFinding {
  /** 0 to 2 items. */
  options?: GuardrailAutomatedReasoningTranslationOption[] | undefined;
  /** 0 to 2 items. */
  differenceScenarios?: GuardrailAutomatedReasoningScenario[] | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningTranslationOption.html */
export interface GuardrailAutomatedReasoningTranslationOption {
  translations?: GuardrailAutomatedReasoningTranslation[] | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningValidFinding.html */
export interface GuardrailAutomatedReasoningValidFinding {
  translation?: GuardrailAutomatedReasoningTranslation | undefined;
  claimsTrueScenario?: GuardrailAutomatedReasoningScenario | undefined;
  supportingRules?: GuardrailAutomatedReasoningRule[] | undefined;
  logicWarning?: GuardrailAutomatedReasoningLogicWarning | undefined;
}
