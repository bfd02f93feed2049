// Which file speaks for which models: `@bedrock-kit/models` names the body, this table the file.
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html
import type { EmbeddingBody } from '@bedrock-kit/models';
import { cohereV3, cohereV4 } from './families/cohere.ts';
import type { EmbeddingFamily } from './families/family.ts';
import { marengo27, marengo3 } from './families/marengo.ts';
import { nova } from './families/nova.ts';
import { titanMultimodal, titanTextV1, titanTextV2 } from './families/titan.ts';

export const families: Readonly<Record<EmbeddingBody, EmbeddingFamily>> = {
  'titan-text-v1': titanTextV1,
  'titan-text-v2': titanTextV2,
  'titan-multimodal': titanMultimodal,
  'cohere-v3': cohereV3,
  'cohere-v4': cohereV4,
  nova,
  'marengo-2.7': marengo27,
  'marengo-3': marengo3,
};
