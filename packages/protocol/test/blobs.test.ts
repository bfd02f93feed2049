// The trees that tell a serialiser where bytes stand are those of the table.
import { expect, test } from 'vitest';
import {
  applyGuardrailRequestBlobs,
  type BlobTree,
  converseRequestBlobs,
  converseResponseBlobs,
  converseStreamBlobs,
  countTokensRequestBlobs,
  invokeStreamBlobs,
} from '../src/blobs.ts';
import { operations } from '../src/operations.ts';
import type { Shape } from '../src/shape.ts';
import { shapes } from '../src/shapes.ts';
import { membersOf } from './table.ts';

/** The tree of a shape, or `undefined` where no blob is below. */
function treeOf(shape: Shape | undefined): true | BlobTree | undefined {
  if (shape?.type === 'blob') return true;
  if (shape?.type === 'list') return treeOf(shape.member);
  if (shape?.type !== 'structure' && shape?.type !== 'union') return undefined;
  const members = [...membersOf(shape)].flatMap(([name, { shape: member }]) => {
    const tree = treeOf(member);
    return tree ? [[name, tree] as const] : [];
  });
  return members.length > 0 ? Object.fromEntries(members) : undefined;
}

const trees: readonly (readonly [title: string, tree: BlobTree, shape: Shape | undefined])[] = [
  ['ConverseRequest', converseRequestBlobs, shapes['ConverseRequest']],
  ['ConverseStreamRequest', converseRequestBlobs, shapes['ConverseStreamRequest']],
  ['ConverseResponse', converseResponseBlobs, shapes['ConverseResponse']],
  ['ConverseStreamOutput', converseStreamBlobs, shapes['ConverseStreamOutput']],
  ['CountTokensRequest', countTokensRequestBlobs, shapes['CountTokensRequest']],
  ['ApplyGuardrailRequest', applyGuardrailRequestBlobs, shapes['ApplyGuardrailRequest']],
  ['ResponseStream', invokeStreamBlobs, shapes['ResponseStream']],
  [
    'InvokeModelWithBidirectionalStreamInput',
    invokeStreamBlobs,
    shapes['InvokeModelWithBidirectionalStreamInput'],
  ],
  [
    'InvokeModelWithBidirectionalStreamOutput',
    invokeStreamBlobs,
    shapes['InvokeModelWithBidirectionalStreamOutput'],
  ],
];

test.each(trees)('%s holds bytes where its tree says, and nowhere else', (_, tree, shape) => {
  expect(tree).toEqual(treeOf(shape));
});

test('no other operation has bytes in its JSON', () => {
  const told = new Set(trees.map(([title]) => shapes[title]));
  const others = Object.values(operations).flatMap(({ input, output, requestPayload, responsePayload }) => [
    ...(requestPayload || told.has(input) ? [] : [input]),
    ...(responsePayload || told.has(output) ? [] : [output]),
  ]);
  expect(others.map(treeOf)).toEqual(others.map(() => undefined));
  expect(others).toHaveLength(12);
});
