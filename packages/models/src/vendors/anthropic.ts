/**
 * Anthropic's Claude.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
 * @see https://platform.claude.com/docs/en/about-claude/models/overview
 * @module
 */
import { claudeCaching } from '../prompt-caching.ts';
import type { Row, VendorTable } from '../row.ts';
import { generations } from './anthropic-generations.ts';

/** Every Claude that Bedrock serves or served. */
export function anthropic(): VendorTable {
  const {
    claude2,
    claude3,
    claude35,
    budget,
    claude4,
    claude45,
    adaptive46,
    adaptive,
    opus5,
    opus55,
    sonnet55,
    haiku55,
    fable51,
    hidden,
  } = generations();

  const opus4: Row = {
    like: claude4,
    but: {
      name: 'Claude Opus 4',
      maxOutputTokens: 32_000,
      addressing: { profiles: ['us'] },
      lifecycle: {
        replacement: 'anthropic.claude-opus-5-5',
        legacySince: '2025-10-01',
        endOfLife: '2026-05-31',
      },
    },
  };

  return {
    rows: {
      'claude-opus-5-5': opus55,
      'claude-sonnet-5-5': sonnet55,
      'claude-haiku-5-5': haiku55,
      'claude-fable-5-1': fable51,
      'claude-mythos-5-1': { like: fable51, but: { name: 'Claude Mythos 5.1' } },
      // These two answer to their bare ids in ap-northeast-2, Sonnet in ap-southeast-1 too, but not in us-east-1:
      // github.com/aws-samples/sample-per-model-bedrock, 02-anthropic-claude/01-messages-api-core.ipynb
      'claude-opus-5': { like: opus5, but: { systemMessages: true, addressing: { onDemand: true } } },
      'claude-sonnet-5': {
        like: opus5,
        but: {
          name: 'Claude Sonnet 5',
          systemMessages: true,
          promptCaching: { minTokens: 1024 },
          reasoning: { kind: 'adaptive', effort: { highestWhenOff: undefined } },
          addressing: { onDemand: true },
        },
      },
      'claude-fable-5': {
        like: opus5,
        but: {
          name: 'Claude Fable 5',
          systemMessages: true,
          reasoning: { kind: 'adaptive', off: false },
          addressing: { profiles: ['us', 'eu', 'global'] },
        },
      },
      'claude-opus-4-8': {
        like: adaptive,
        but: {
          name: 'Claude Opus 4.8',
          systemMessages: true,
          promptCaching: { minTokens: 1024 },
          // It may think and be made to call a tool, unlike 4.7: github.com/langchain-ai/langchain-aws/pull/1141.
          // Of effort: github.com/anthropics/claude-code/issues/79798.
          reasoning: { kind: 'adaptive', forcedToolChoice: true, effort: { highestWhenOff: 'high' } },
          addressing: { profiles: ['us', 'eu', 'au', 'jp', 'global'] },
        },
      },
      'claude-opus-4-7': {
        like: adaptive,
        but: { name: 'Claude Opus 4.7', addressing: { profiles: ['us', 'eu', 'jp', 'global'] } },
      },
      'claude-opus-4-6': {
        like: adaptive46,
        but: {
          name: 'Claude Opus 4.6',
          addressing: { profiles: ['us', 'eu', 'au', 'global'] },
        },
      },
      'claude-sonnet-4-6': {
        like: adaptive46,
        but: {
          name: 'Claude Sonnet 4.6',
          promptCaching: { minTokens: 1024 },
          addressing: { profiles: ['us', 'eu', 'au', 'jp', 'global'] },
        },
      },
      'claude-opus-4-5': {
        like: claude45,
        but: {
          name: 'Claude Opus 4.5',
          reasoning: {
            kind: 'budget',
            effort: {
              path: ['output_config', 'effort'],
              outputConfig: false,
              levels: ['low', 'medium', 'high'],
              default: 'high',
              highestWhenOff: undefined,
              beta: 'effort-2025-11-24',
            },
          },
          addressing: { profiles: ['us', 'eu', 'global'] },
        },
      },
      'claude-haiku-4-5': {
        like: claude45,
        but: { name: 'Claude Haiku 4.5', addressing: { profiles: ['us', 'eu', 'au', 'jp', 'in', 'global'] } },
      },
      'claude-sonnet-4-5': {
        like: claude45,
        but: {
          name: 'Claude Sonnet 4.5',
          // 1,024 in the guide of November 2026, 4,096 in an earlier copy.
          promptCaching: { minTokens: 1024 },
          addressing: { profiles: ['us', 'eu', 'au', 'jp', 'global', 'us-gov'] },
        },
      },
      'claude-opus-4-1': {
        like: opus4,
        but: {
          name: 'Claude Opus 4.1',
          lifecycle: { status: 'legacy', legacySince: '2026-07-08', endOfLife: '2027-01-08' },
        },
      },
      'claude-sonnet-4': {
        like: claude4,
        but: {
          name: 'Claude Sonnet 4',
          addressing: { profiles: ['us', 'eu', 'apac', 'global'] },
          lifecycle: { legacySince: '2026-04-14', endOfLife: '2026-10-14' },
        },
      },
      'claude-opus-4': opus4,
      'claude-3-7-sonnet': {
        like: budget,
        but: { name: 'Claude 3.7 Sonnet', addressing: { profiles: ['us', 'eu', 'apac'] } },
      },
      'claude-3-5-haiku': {
        like: claude35,
        but: {
          name: 'Claude 3.5 Haiku',
          inputs: { image: false },
          promptCaching: claudeCaching(2048, '5m'),
          optimizedLatency: true,
          addressing: { profiles: ['us'] },
          lifecycle: {
            replacement: 'anthropic.claude-haiku-5-5',
            legacySince: '2025-12-19',
            endOfLife: '2026-06-19',
          },
        },
      },
      'claude-3-5-sonnet-20241022-v2': {
        like: claude35,
        but: {
          name: 'Claude 3.5 Sonnet v2',
          promptCaching: claudeCaching(1024, '5m'),
          addressing: { profiles: ['us', 'eu', 'apac'] },
        },
      },
      'claude-3-5-sonnet': {
        like: claude35,
        but: { name: 'Claude 3.5 Sonnet', addressing: { profiles: ['us', 'eu', 'apac'] } },
      },
      'claude-3-opus': {
        like: claude3,
        but: {
          name: 'Claude 3 Opus',
          addressing: { profiles: ['us'] },
          lifecycle: {
            replacement: 'anthropic.claude-opus-5-5',
            legacySince: undefined,
            endOfLife: undefined,
          },
        },
      },
      'claude-3-sonnet': {
        like: claude3,
        but: { name: 'Claude 3 Sonnet', addressing: { profiles: ['us', 'eu', 'apac'] } },
      },
      'claude-3-haiku': {
        like: claude3,
        but: {
          name: 'Claude 3 Haiku',
          addressing: { profiles: ['us', 'eu', 'apac'] },
          lifecycle: {
            replacement: 'anthropic.claude-haiku-5-5',
            legacySince: '2026-03-10',
            endOfLife: '2026-09-10',
          },
        },
      },
      'claude-v2:1': { like: claude2, but: { name: 'Claude 2.1', contextWindow: 200_000 } },
      'claude-v2': claude2,
      'claude-instant-v1': {
        like: claude2,
        but: {
          name: 'Claude Instant',
          lifecycle: {
            replacement: 'anthropic.claude-haiku-5-5',
            legacySince: undefined,
            endOfLife: undefined,
          },
        },
      },
    },
    newest: [
      [/opus/, opus55],
      [/sonnet/, sonnet55],
      [/haiku/, haiku55],
      [/^claude$/, hidden],
      [/^claude/, fable51],
    ],
  };
}
