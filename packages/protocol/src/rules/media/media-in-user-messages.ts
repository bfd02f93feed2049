// Images, documents, video and audio stand in messages of the user.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html
import { dotted } from '../../violation.ts';
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const mediaInUserMessages: Rule<Conversation> = {
  id: 'media-in-user-messages',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html',
  check({ images, documents, videos, audios, messages, isClaude }, refuse) {
    // What an assistant has drawn goes back as it came; Claude draws nothing.
    const drawn = new Set<unknown>(isClaude ? [] : images);
    for (const media of [...images, ...documents, ...videos, ...audios]) {
      const { path, message, inToolResult } = media;
      const role = messages[message]?.role;
      if (role === 'user' || inToolResult) continue;
      if (role === 'assistant' && drawn.has(media)) continue;
      refuse(path, `The block at ${dotted(path)} is allowed in messages with the role user only.`);
    }
  },
};
