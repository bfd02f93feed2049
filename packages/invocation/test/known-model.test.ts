import { InvalidArgumentError } from '@ai-sdk/provider';
import { embeddingCapabilitiesOf } from '@bedrock-kit/models';
import { describe, expect, it } from 'vitest';
import { knownModel, unknownModel } from '../src/known-model.ts';

const titan = 'amazon.titan-embed-text-v2:0';

describe('a model', () => {
  it('in the table is listed, by the id behind a prefix', () => {
    const record = embeddingCapabilitiesOf(`us.${titan}`);
    expect(knownModel(`us.${titan}`, record)).toEqual({
      name: titan,
      isListed: true,
      lifecycle: record.lifecycle,
    });
  });

  it('newer than the table is known by its family, and not listed', () => {
    const id = 'cohere.embed-v9:0';
    expect(knownModel(id, embeddingCapabilitiesOf(id))).toMatchObject({ name: id, isListed: false });
  });

  it('behind an ARN that hides it is called by the ARN, or by its base model', () => {
    const arn = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3d4e5f6';
    expect(knownModel(arn, embeddingCapabilitiesOf(arn))).toMatchObject({ name: arn, isListed: false });
    expect(knownModel(arn, embeddingCapabilitiesOf(arn, { baseModelId: titan }))).toMatchObject({
      name: titan,
      isListed: true,
    });
  });

  it('that nobody knows is refused with the way out', () => {
    const error = unknownModel('a-model', 'image');
    expect(InvalidArgumentError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      argument: 'modelId',
      message:
        'a-model is not known as an image model: check the id, or set baseModelId to the model behind it.',
    });
  });
});
