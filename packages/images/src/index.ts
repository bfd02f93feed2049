// The public names of @bedrock-kit/images.

// So that an app which exports a model can name its type, whatever its package manager lets it import.
export type { ImageModelV4 } from '@ai-sdk/provider';
export type { ImageModelSettings } from './image-model.ts';
export { createImageModel } from './image-model.ts';
export type { CanvasOptions, ImageModelOptions, ImageTaskType, StabilityOptions } from './options.ts';
