// Every named shape of the eleven operations and of Rerank, by AWS's own name: for tools that work on the whole table.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Types_Amazon_Bedrock_Runtime.html
import type { Enumeration, Structure, Union } from './shape.ts';
import * as applyGuardrailResponse from './shapes/apply-guardrail-response.ts';
import * as applyGuardrail from './shapes/apply-guardrail.ts';
import * as asyncInvoke from './shapes/async-invoke.ts';
import * as automatedReasoning from './shapes/automated-reasoning.ts';
import * as converseResponse from './shapes/converse-response.ts';
import * as converse from './shapes/converse.ts';
import * as countTokens from './shapes/count-tokens.ts';
import * as document from './shapes/document.ts';
import * as exceptions from './shapes/exceptions.ts';
import * as guardContent from './shapes/guard-content.ts';
import * as guardrailAssessment from './shapes/guardrail-assessment.ts';
import * as guardrailChecksResponse from './shapes/guardrail-checks-response.ts';
import * as guardrailChecks from './shapes/guardrail-checks.ts';
import * as invokeResponse from './shapes/invoke-response.ts';
import * as invoke from './shapes/invoke.ts';
import * as media from './shapes/media.ts';
import * as message from './shapes/message.ts';
import * as rerank from './shapes/rerank.ts';
import * as stream from './shapes/stream.ts';
import * as tools from './shapes/tools.ts';

/**
 * The shape table, keyed by AWS's shape name (`shapes.ConverseRequest`). Importing it brings every shape into a
 * bundle; an operation (`Converse.input`) brings only its own.
 */
export const shapes: { readonly [name: string]: Structure | Union | Enumeration } = {
  ...applyGuardrail,
  ...applyGuardrailResponse,
  ...asyncInvoke,
  ...automatedReasoning,
  ...converse,
  ...converseResponse,
  ...countTokens,
  ...document,
  ...exceptions,
  ...guardContent,
  ...guardrailAssessment,
  ...guardrailChecks,
  ...guardrailChecksResponse,
  ...invoke,
  ...invokeResponse,
  ...media,
  ...message,
  ...rerank,
  ...stream,
  ...tools,
};
