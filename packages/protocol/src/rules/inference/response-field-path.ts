// A path into the model's own answer is a JSON Pointer to something.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

// RFC 6901, section 3; the empty pointer, which means the whole answer, is refused as well. No group repeats in it: that of a path of
// 15 MB was a RangeError.
const noPointer = /^(?!\/)|~(?![01])/;

export const responseFieldPath: Rule<Conversation> = {
  id: 'response-field-path',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html',
  check(conversation, refuse) {
    conversation.request.additionalModelResponseFieldPaths?.forEach((path, index) => {
      if (!noPointer.test(path)) return;
      refuse(
        `additionalModelResponseFieldPaths[${index}]`,
        `The value at additionalModelResponseFieldPaths.${index} is not a valid JSON Pointer. Provide a path such as /stop_sequence.`,
      );
    });
  },
};
