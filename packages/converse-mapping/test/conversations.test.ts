// Whatever is said, what is sent passes Bedrock's rules, or the caller gets a typed error.
import { InvalidPromptError, UnsupportedFunctionalityError } from '@ai-sdk/provider';
import { capabilitiesOf } from '@bedrock-kit/models';
import { validateConverse, validateConverseStream } from '@bedrock-kit/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toConverseRequest } from '../src/index.ts';
import { arbitraryCall } from './arbitrary-call.ts';
import { arbitraryModel } from './arbitrary-model.ts';
import { sentByAwsClient, wireForm } from './aws-client.ts';
import { ABOUT_THE_MODEL } from './messages.ts';

/** 20,000 in the long run: CONVERSATIONS=20000. */
const runs = Number(process.env['CONVERSATIONS'] ?? 1000);

/** What no repair can bring about: content that the model has no input for. */
const BEYOND_REPAIR = ['image-supported', 'document-supported', 's3-source-supported', 'document-count'];

it(`${runs} random conversations give requests that pass the rules, or a typed error`, {
  timeout: 600_000,
}, () => {
  let sent = 0;
  fc.assert(
    fc.property(arbitraryCall, arbitraryModel, fc.boolean(), (call, modelId, stream) => {
      const before = JSON.stringify(call);
      const capabilities = capabilitiesOf(modelId);
      try {
        const { request } = toConverseRequest(call, { modelId }, { stream });
        const violations = stream
          ? validateConverseStream(request, capabilities)
          : validateConverse(request, capabilities);
        // A prompt resource brings the tools of its calls itself.
        const ignored = modelId.includes(':prompt/')
          ? [...ABOUT_THE_MODEL, 'tool-config-missing']
          : ABOUT_THE_MODEL;
        expect(violations.filter(({ rule }) => !ignored.includes(rule))).toEqual([]);
        sent += 1;
      } catch (error) {
        if (UnsupportedFunctionalityError.isInstance(error)) return;
        if (!InvalidPromptError.isInstance(error)) throw error;
        if (error.message.includes('nothing but system text')) return;
        const rules = [...error.message.matchAll(/\(rule ([\w-]+)\)/g)].map(([, rule]) => rule);
        expect({
          message: error.message,
          rules: rules.filter((rule) => !BEYOND_REPAIR.includes(rule ?? '')),
        }).toEqual({ message: error.message, rules: [] });
      }
      // The call is the caller's.
      expect(JSON.stringify(call)).toBe(before);
    }),
    { numRuns: runs },
  );
  expect(sent).toBeGreaterThan(runs / 2);
});

it("what is sent is what AWS's own client sends for the same input", { timeout: 120_000 }, async () => {
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(arbitraryCall, arbitraryModel, fc.boolean(), async (call, modelId, stream) => {
      try {
        const { request } = toConverseRequest(call, { modelId }, { stream });
        expect(await sentByAwsClient(request, stream)).toEqual(wireForm(request, stream));
        sent += 1;
      } catch (error) {
        if (!InvalidPromptError.isInstance(error) && !UnsupportedFunctionalityError.isInstance(error))
          throw error;
      }
    }),
    { numRuns: 200 },
  );
  expect(sent).toBeGreaterThan(100);
});
