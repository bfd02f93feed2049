export type { ImageModelSettings } from './image-model.ts';
export { createImageModel } from './image-model.ts';
export type { CanvasOptions, ImageModelOptions, ImageTaskType, StabilityOptions } from './options.ts';
