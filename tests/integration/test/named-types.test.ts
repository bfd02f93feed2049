// The compiler holds these: an app that installs one package names by it what the functions of that package take and give.
import type * as local from '@bedrock-kit/local';
import type * as protocol from '@bedrock-kit/protocol';
import type * as types from '@bedrock-kit/protocol/types';
import type * as provider from '@bedrock-kit/provider';
import type * as runtime from '@bedrock-kit/runtime';
import { expectTypeOf, test } from 'vitest';

test('a block, and the JSON and bytes in it, have the same types in every package whose requests and answers hold them', () => {
  expectTypeOf<types.ContentBlock>().toEqualTypeOf<protocol.ContentBlock>();
  expectTypeOf<types.Json | types.JsonObject | types.BlobValue>().toEqualTypeOf<
    protocol.Json | protocol.JsonObject | protocol.BlobValue
  >();
  expectTypeOf<runtime.ContentBlock>().toEqualTypeOf<protocol.ContentBlock>();
  expectTypeOf<local.ContentBlock>().toEqualTypeOf<protocol.ContentBlock>();
  expectTypeOf<runtime.Json>().toEqualTypeOf<local.Json>();
  expectTypeOf<runtime.BlobValue>().toEqualTypeOf<local.BlobValue>();
});

test('local names what handlers, scripts and faults have', () => {
  expectTypeOf<local.ModelCall['operation']>().toEqualTypeOf<local.OperationName>();
  expectTypeOf<local.ModelCall['capabilities']>().toEqualTypeOf<local.ModelCapabilities>();
  expectTypeOf<local.ModelCall['request']>().toEqualTypeOf<local.ConverseRequest>();
  expectTypeOf<local.ErrorCode>().toExtend<ConstructorParameters<typeof local.ServiceError>[0]>();
});

test('runtime names what an authorization of a stream gives, and the errors of AWS', () => {
  type Signs = NonNullable<runtime.Authorization['eventSigner']>;
  expectTypeOf<ReturnType<Signs>>().toEqualTypeOf<runtime.EventSigner>();
  expectTypeOf<runtime.ErrorCode>().toExtend<runtime.BedrockErrorCode>();
});

test('provider names what its settings, its errors and its runtime have', () => {
  type Settings = provider.AmazonBedrockProviderSettings;
  expectTypeOf<provider.ApiKey>().toExtend<Settings['apiKey']>();
  expectTypeOf<provider.RetryPolicy | provider.JitterOptions>().toExtend<Settings['retry']>();
  expectTypeOf<provider.Fetch>().toExtend<Settings['fetch']>();
  expectTypeOf<
    Awaited<ReturnType<provider.BedrockCredentialProvider>>
  >().toEqualTypeOf<provider.AwsCredentials>();
  expectTypeOf<provider.BedrockErrorData['code']>().toEqualTypeOf<provider.BedrockErrorCode>();
  expectTypeOf<provider.ConverseRequest>().toExtend<Parameters<provider.BedrockRuntime['converse']>[0]>();
});
