/**
 * The image model behind a record, by the body that it speaks.
 */
import type { InvokedModels } from '../models/invoked-model.ts';
import { canvas } from './canvas.ts';
import { stability, stabilityEdit } from './stability.ts';
import { ownFields } from './stability-fields.ts';

export const imageModelOf: InvokedModels = ({ image, baseModelId }) => {
  if (typeof image !== 'object') return undefined;
  switch (image.body) {
    case 'nova-canvas':
    case 'titan-image':
      return canvas(image, image.body);
    case 'stability':
      return ownFields(baseModelId, stability(image));
    case 'stability-edit':
      return ownFields(baseModelId, stabilityEdit(image));
  }
};
