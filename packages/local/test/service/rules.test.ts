// Every rule of protocol over HTTP: the request that it refuses, with status, type, message and place; and the nearest
// request that it lets pass. The cases are protocol's own; the test fails when a rule has none.
import { type Operation, operations } from '@bedrock-kit/protocol';
import { describe, expect, it } from 'vitest';
import type { CapabilityChanges, LocalBedrockOptions } from '../../src/index.ts';
import { serializeShape } from '../../src/wire/serialize.ts';
import { errorOf, openBedrock } from '../in-process.ts';

interface RuleCase {
  readonly rule: string;
  readonly operation: Operation['name'];
  readonly modelId: string;
  readonly capabilities?: Readonly<Record<string, unknown>>;
  readonly availability?: true;
  readonly refused: object;
  readonly accepted: object;
  readonly path: string;
  readonly message: string;
  readonly code?: string;
  readonly acceptedModelId?: string;
}

interface Rule {
  readonly id: string;
}

// By address, because another package's tests are no part of this one's types.
async function protocolFile<Names>(path: string): Promise<Names> {
  return (await import(/* @vite-ignore */ new URL(path, import.meta.url).href)) as Names;
}

const { ruleCases } = await protocolFile<{ ruleCases: readonly RuleCase[] }>(
  '../../../protocol/test/rule-cases.ts',
);
const { allRules } = await protocolFile<{ allRules: readonly Rule[] }>('../../../protocol/test/all-rules.ts');

/** What a right request may still lack: a guardrail that this server has, thoughts that it has signed, a body of the model's own. */
const behindTheRules =
  /^(The guardrail identifier or version|The model returned the following errors: (?:messages\.1\.content\.\d: Invalid `signature`|.*encrypted reasoning was created for)|Malformed input request: #: the body must be a JSON object)/;

describe.each(ruleCases.map((of) => [of.rule, of.operation, of] as const))(
  '%s, %s',
  (_rule, _operation, of) => {
    const changes = changesOf(of.capabilities);
    const options: LocalBedrockOptions = {
      region: regionOf(of.refused),
      availability: of.availability ? 'aws' : 'ignore',
      ...(changes === undefined ? {} : { capabilities: { '*': changes } }),
    };

    it('is refused over HTTP', async () => {
      const code = of.code ?? 'ValidationException';
      const response = await send(of, 'refused', options);
      const { hint, ...error } = await errorOf(response);
      const status = { ValidationException: 400, AccessDeniedException: 403, ResourceNotFoundException: 404 }[
        code
      ];
      expect(error).toEqual({ status, type: code, message: of.message });
      expect(hint).toContain(`${of.path || 'request'}: ${of.rule} (`);
    });

    it('lets the nearest right request pass', async () => {
      const response = await send(of, 'accepted', options);
      if (response.status !== 200) expect((await errorOf(response)).message).toMatch(behindTheRules);
    });
  },
);

it('every rule has a case', () => {
  const shown = new Set(ruleCases.map(({ rule }) => rule));
  expect(allRules.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  expect(allRules.length).toBeGreaterThan(70);
});

function changesOf(members: RuleCase['capabilities']): CapabilityChanges | undefined {
  if (members === undefined) return undefined;
  return Object.entries(members).reduce<CapabilityChanges>((changes, [path, value]) => {
    const nested = path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
    return { ...changes, ...(nested as CapabilityChanges) };
  }, {});
}

/** Rerank names its Region in the model's ARN. Bytes are left out: as JSON the megabytes of some requests took half a minute. */
function regionOf(request: object): string {
  const text = JSON.stringify(request, (_name, value: unknown) =>
    value instanceof Uint8Array ? null : value,
  );
  return /arn:aws:bedrock:([a-z0-9-]+)::/.exec(text)?.[1] ?? 'us-east-1';
}

function send(of: RuleCase, side: 'refused' | 'accepted', options: LocalBedrockOptions): Promise<Response> {
  const operation = operations[of.operation];
  const modelId = side === 'accepted' ? (of.acceptedModelId ?? of.modelId) : of.modelId;
  const named = operation.path.includes('{modelId}') ? {} : { modelId };
  const input: Record<string, unknown> = { ...named, ...of[side] };
  const labels: Record<string, unknown> = { ...input, modelId };
  const path = operation.path.replace(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(String(labels[name])),
  );
  const headers: Record<string, string> = {};
  for (const [member, header] of Object.entries(operation.requestHeaders ?? {})) {
    const value = input[member];
    if (typeof value === 'string') headers[header] = value;
  }
  const payload = operation.requestPayload === undefined ? undefined : input[operation.requestPayload];
  const body =
    operation.requestPayload === undefined
      ? JSON.stringify(serializeShape(operation.input, input))
      : ((payload as Uint8Array<ArrayBuffer> | undefined) ?? '{}');
  return openBedrock(options).fetch(`http://bedrock.test${path}`, { method: 'POST', headers, body });
}
