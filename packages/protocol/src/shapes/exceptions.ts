// The modelled errors, as HTTP bodies and as events of a stream.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html
import type { Structure } from '../shape.ts';
import { nonBlankString, statusCode, string } from './scalars.ts';

export const AccessDeniedException: Structure = { type: 'structure', optional: { message: nonBlankString } };

export const BadGatewayException: Structure = {
  type: 'structure',
  optional: { message: nonBlankString, resourceName: nonBlankString },
};

export const ConflictException: Structure = { type: 'structure', optional: { message: nonBlankString } };

export const DependencyFailedException: Structure = {
  type: 'structure',
  optional: { message: nonBlankString, resourceName: nonBlankString },
};

export const InternalServerException: Structure = {
  type: 'structure',
  optional: { message: nonBlankString },
};

export const ModelErrorException: Structure = {
  type: 'structure',
  optional: { message: nonBlankString, originalStatusCode: statusCode, resourceName: nonBlankString },
};

export const ModelNotReadyException: Structure = { type: 'structure', optional: { message: nonBlankString } };

export const ModelStreamErrorException: Structure = {
  type: 'structure',
  optional: { message: nonBlankString, originalStatusCode: statusCode, originalMessage: nonBlankString },
};

export const ModelTimeoutException: Structure = { type: 'structure', optional: { message: nonBlankString } };

export const RerankInternalServerException: Structure = {
  type: 'structure',
  optional: { message: nonBlankString, reason: string },
};

export const ResourceNotFoundException: Structure = {
  type: 'structure',
  optional: { message: nonBlankString },
};

export const ServiceQuotaExceededException: Structure = {
  type: 'structure',
  optional: { message: nonBlankString },
};

export const ServiceUnavailableException: Structure = {
  type: 'structure',
  optional: { message: nonBlankString },
};

export const ThrottlingException: Structure = { type: 'structure', optional: { message: nonBlankString } };

export const ValidationException: Structure = { type: 'structure', optional: { message: nonBlankString } };
