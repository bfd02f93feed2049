// Whatever is said, what is sent passes Bedrock's rules, or the caller gets a typed error.
import {
  InvalidPromptError,
  type LanguageModelV4CallOptions,
  UnsupportedFunctionalityError,
} from '@ai-sdk/provider';
import type { Violation } from '@bedrock-kit/protocol/rules';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryCall } from './arbitrary-call.ts';
import { arbitraryModel } from './arbitrary-model.ts';
import { compareWithAws, toConverseRequest } from './witness.ts';

/** 20,000 in the long run: CONVERSATIONS=20000. */
const runs = Number(process.env['CONVERSATIONS'] ?? 1000);

/** What no repair can bring about: content that the model has no input for, or a guardrail, which nobody takes away. */
const BEYOND_REPAIR = [
  'image-supported',
  'document-supported',
  'video-supported',
  'audio-supported',
  's3-source-supported',
  'document-count',
  'guardrails-supported',
];

/** Whether the caller has to mend it: such content, or what was written into the model's fields by hand, such as thinking. */
function isBeyondRepair({ rule, path }: Violation, call: LanguageModelV4CallOptions): boolean {
  const byHand = call.providerOptions?.['bedrock']?.['additionalModelRequestFields'] !== undefined;
  const ofFields = path.startsWith('additionalModelRequestFields') || rule === 'reasoning-before-tool-use';
  return BEYOND_REPAIR.includes(rule) || (byHand && ofFields);
}

it(`${runs} random conversations give requests that pass the rules, or a typed error`, {
  timeout: 600_000,
}, async () => {
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(arbitraryCall, arbitraryModel, fc.boolean(), async (call, modelId, stream) => {
      const before = JSON.stringify(call);
      try {
        toConverseRequest(call, { modelId }, { stream });
        sent += 1;
      } catch (error) {
        if (UnsupportedFunctionalityError.isInstance(error)) return;
        if (!InvalidPromptError.isInstance(error)) throw error;
        if (error.message.includes('only system text')) return;
        // Every other InvalidPromptError is one of the check, whose cause they are.
        const violations = error.cause as readonly Violation[];
        expect(violations.filter((violation) => !isBeyondRepair(violation, call))).toEqual([]);
      }
      await compareWithAws();
      // The call is the caller's.
      expect(JSON.stringify(call)).toBe(before);
    }),
    { numRuns: runs },
  );
  expect(sent).toBeGreaterThan(runs / 3);
});

it('the same call gives the same request and context, so that the answer can be read by another process', () => {
  fc.assert(
    fc.property(arbitraryCall, arbitraryModel, (call, modelId) => {
      const mapped = (): unknown => {
        const { request, context } = toConverseRequest(call, { modelId });
        return { request, context: { ...context, generateId: undefined } };
      };
      let first: unknown;
      try {
        first = mapped();
      } catch {
        return;
      }
      expect(mapped()).toEqual(first);
    }),
    { numRuns: 200 },
  );
});
