// Images, documents, video and audio stand in messages of the user.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { dotted } from '../../violation.ts';

export const mediaInUserMessages: Rule<Conversation> = {
  id: 'media-in-user-messages',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html',
  check(conversation, refuse) {
    const { images, documents, videos, audios, messages } = conversation;
    for (const { path, message } of [...images, ...documents, ...videos, ...audios]) {
      const role = messages[message]?.role;
      if (role === 'user') continue;
      // What an assistant has drawn goes back as it came.
      if (role === 'assistant' && images.some((image) => image.path === path)) continue;
      refuse(path, `The block at ${dotted(path)} is allowed in messages with the role user only.`);
    }
  },
};
