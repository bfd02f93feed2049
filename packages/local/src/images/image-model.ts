/**
 * The image model behind a record, by the body that it speaks.
 */
import type { InvokedModels } from '../models/invoked-model.ts';
import { canvas } from './canvas.ts';
import { stability, stabilityEdit } from './stability.ts';

export const imageModelOf: InvokedModels = ({ image }) => {
  if (typeof image !== 'object') return undefined;
  switch (image.body) {
    case 'nova-canvas':
    case 'titan-image':
      return canvas(image, image.body);
    case 'stability':
      return stability(image);
    case 'stability-edit':
      return stabilityEdit(image);
  }
};
