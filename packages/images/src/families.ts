// Which file speaks for which models: `@bedrock-kit/models` names the body, this table the file.
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html
import type { ImageBody } from '@bedrock-kit/models';
import { canvas } from './families/canvas.ts';
import type { ImageFamily } from './families/family.ts';
import { stability } from './families/stability.ts';
import { stabilityService } from './families/stability-services.ts';

export const families: Readonly<Record<ImageBody, ImageFamily>> = {
  'nova-canvas': canvas,
  'titan-image': canvas,
  stability,
  'stability-edit': stabilityService,
};
