// What automated reasoning found, inside a guardrail assessment.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailAutomatedReasoningFinding.html
import type { Enumeration, Structure, Union } from '../shape.ts';
import {
  automatedReasoningRuleIdentifier,
  guardrailAutomatedReasoningPolicyVersionArn,
  guardrailAutomatedReasoningStatementNaturalLanguageContent,
  score,
} from './scalars.ts';

export const GuardrailAutomatedReasoningStatement: Structure = {
  type: 'structure',
  optional: {
    logic: { type: 'string', min: 0, max: 1000, sensitive: true },
    naturalLanguage: guardrailAutomatedReasoningStatementNaturalLanguageContent,
  },
};

export const GuardrailAutomatedReasoningInputTextReference: Structure = {
  type: 'structure',
  optional: { text: guardrailAutomatedReasoningStatementNaturalLanguageContent },
};

export const GuardrailAutomatedReasoningTranslation: Structure = {
  type: 'structure',
  optional: {
    premises: { type: 'list', member: GuardrailAutomatedReasoningStatement },
    claims: { type: 'list', member: GuardrailAutomatedReasoningStatement },
    untranslatedPremises: { type: 'list', member: GuardrailAutomatedReasoningInputTextReference },
    untranslatedClaims: { type: 'list', member: GuardrailAutomatedReasoningInputTextReference },
    confidence: score,
  },
};

export const GuardrailAutomatedReasoningScenario: Structure = {
  type: 'structure',
  optional: { statements: { type: 'list', member: GuardrailAutomatedReasoningStatement } },
};

export const GuardrailAutomatedReasoningRule: Structure = {
  type: 'structure',
  optional: {
    identifier: automatedReasoningRuleIdentifier,
    policyVersionArn: guardrailAutomatedReasoningPolicyVersionArn,
  },
};

export const GuardrailAutomatedReasoningLogicWarningType: Enumeration = {
  type: 'enum',
  values: ['ALWAYS_FALSE', 'ALWAYS_TRUE'],
};

export const GuardrailAutomatedReasoningLogicWarning: Structure = {
  type: 'structure',
  optional: {
    type: GuardrailAutomatedReasoningLogicWarningType,
    premises: { type: 'list', member: GuardrailAutomatedReasoningStatement },
    claims: { type: 'list', member: GuardrailAutomatedReasoningStatement },
  },
};

export const GuardrailAutomatedReasoningValidFinding: Structure = {
  type: 'structure',
  optional: {
    translation: GuardrailAutomatedReasoningTranslation,
    claimsTrueScenario: GuardrailAutomatedReasoningScenario,
    supportingRules: { type: 'list', member: GuardrailAutomatedReasoningRule },
    logicWarning: GuardrailAutomatedReasoningLogicWarning,
  },
};

export const GuardrailAutomatedReasoningInvalidFinding: Structure = {
  type: 'structure',
  optional: {
    translation: GuardrailAutomatedReasoningTranslation,
    contradictingRules: { type: 'list', member: GuardrailAutomatedReasoningRule },
    logicWarning: GuardrailAutomatedReasoningLogicWarning,
  },
};

export const GuardrailAutomatedReasoningSatisfiableFinding: Structure = {
  type: 'structure',
  optional: {
    translation: GuardrailAutomatedReasoningTranslation,
    claimsTrueScenario: GuardrailAutomatedReasoningScenario,
    claimsFalseScenario: GuardrailAutomatedReasoningScenario,
    logicWarning: GuardrailAutomatedReasoningLogicWarning,
  },
};

export const GuardrailAutomatedReasoningImpossibleFinding: Structure = {
  type: 'structure',
  optional: {
    translation: GuardrailAutomatedReasoningTranslation,
    contradictingRules: { type: 'list', member: GuardrailAutomatedReasoningRule },
    logicWarning: GuardrailAutomatedReasoningLogicWarning,
  },
};

export const GuardrailAutomatedReasoningTranslationOption: Structure = {
  type: 'structure',
  optional: { translations: { type: 'list', member: GuardrailAutomatedReasoningTranslation } },
};

export const GuardrailAutomatedReasoningTranslationAmbiguousFinding: Structure = {
  type: 'structure',
  optional: {
    options: { type: 'list', member: GuardrailAutomatedReasoningTranslationOption, min: 0, max: 2 },
    differenceScenarios: { type: 'list', member: GuardrailAutomatedReasoningScenario, min: 0, max: 2 },
  },
};

export const GuardrailAutomatedReasoningTooComplexFinding: Structure = { type: 'structure' };

export const GuardrailAutomatedReasoningNoTranslationsFinding: Structure = { type: 'structure' };

export const GuardrailAutomatedReasoningFinding: Union = {
  type: 'union',
  name: 'GuardrailAutomatedReasoningFinding',
  members: {
    valid: GuardrailAutomatedReasoningValidFinding,
    invalid: GuardrailAutomatedReasoningInvalidFinding,
    satisfiable: GuardrailAutomatedReasoningSatisfiableFinding,
    impossible: GuardrailAutomatedReasoningImpossibleFinding,
    translationAmbiguous: GuardrailAutomatedReasoningTranslationAmbiguousFinding,
    tooComplex: GuardrailAutomatedReasoningTooComplexFinding,
    noTranslations: GuardrailAutomatedReasoningNoTranslationsFinding,
  },
};

export const GuardrailAutomatedReasoningPolicyAssessment: Structure = {
  type: 'structure',
  optional: { findings: { type: 'list', member: GuardrailAutomatedReasoningFinding } },
};
