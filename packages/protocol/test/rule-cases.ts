// For every rule a request that it refuses, and the nearest one that it lets pass. Plain data: other tests send the same
// requests over HTTP.
import type { OperationName } from '../src/operation.ts';
import type { RuleId } from '../src/rules/rule.ts';
import { additionalFieldsCases } from './rule-cases/additional-fields.ts';
import { cachingCases } from './rule-cases/caching.ts';
import { citationCases } from './rule-cases/citations.ts';
import { documentCases } from './rule-cases/documents.ts';
import { effortCases } from './rule-cases/effort.ts';
import { guardrailCheckCases } from './rule-cases/guardrail-checks.ts';
import { guardrailImageCases } from './rule-cases/guardrail-images.ts';
import { inferenceCases } from './rule-cases/inference.ts';
import { invokeCases } from './rule-cases/invoke.ts';
import { mediaCases } from './rule-cases/media.ts';
import { messageCases } from './rule-cases/messages.ts';
import { modelCases } from './rule-cases/model.ts';
import { reasoningCases } from './rule-cases/reasoning.ts';
import { reasoningTurnCases } from './rule-cases/reasoning-turns.ts';
import { roleCases } from './rule-cases/roles.ts';
import { servingCases } from './rule-cases/serving.ts';
import { strictToolCases } from './rule-cases/strict-tools.ts';
import { structuredOutputCases } from './rule-cases/structured-output.ts';
import { toolChoiceCases } from './rule-cases/tool-choice.ts';
import { toolResultCases } from './rule-cases/tool-results.ts';
import { toolSchemaCases } from './rule-cases/tool-schemas.ts';
import { toolTurnCases } from './rule-cases/tool-turns.ts';
import { toolUseIdCases } from './rule-cases/tool-use-ids.ts';
import { toolCases } from './rule-cases/tools.ts';

export interface RuleCase {
  readonly rule: RuleId;
  readonly operation: OperationName;
  /** Whose capabilities are asked; also the `modelId` of both requests where they have one. */
  readonly modelId: string;
  /** Members of a model's record that no model has today, by dotted path: such a case cannot be sent to a real model. */
  readonly capabilities?: Readonly<Record<string, unknown>>;
  /** Whether the rule is asked only when availability is. */
  readonly availability?: true;
  /** The request, without `modelId`. */
  readonly refused: object;
  readonly accepted: object;
  /** Where the violation is. */
  readonly path: string;
  /** AWS's words, whole. */
  readonly message: string;
  /** When it is not ValidationException. */
  readonly code?: string;
  /** The model of the accepted request, when the model itself is what is refused. */
  readonly acceptedModelId?: string;
}

export const ruleCases: readonly RuleCase[] = [
  ...roleCases,
  ...messageCases,
  ...documentCases,
  ...mediaCases,
  ...citationCases,
  ...toolCases,
  ...toolSchemaCases,
  ...strictToolCases,
  ...toolChoiceCases,
  ...toolTurnCases,
  ...toolUseIdCases,
  ...toolResultCases,
  ...cachingCases,
  ...reasoningCases,
  ...reasoningTurnCases,
  ...effortCases,
  ...inferenceCases,
  ...additionalFieldsCases,
  ...structuredOutputCases,
  ...servingCases,
  ...invokeCases,
  ...guardrailCheckCases,
  ...guardrailImageCases,
  ...modelCases,
];
