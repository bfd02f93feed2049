// Sends a PDF as bytes. The local model's answer says what arrived, to show that nothing was lost on the way.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { bedrock } from '@bedrock-kit/provider';
import { generateText } from 'ai';
import { live, modelId } from './connection.ts';

const pdf = await readFile(new URL('data/two-pages.pdf', import.meta.url));
const checksum = createHash('sha256').update(pdf).digest('hex');

const { text } = await generateText({
  model: bedrock(modelId),
  messages: [
    {
      role: 'user',
      content: [
        { type: 'text', text: 'What is in this document?' },
        { type: 'file', data: pdf, mediaType: 'application/pdf', filename: 'two-pages.pdf' },
      ],
    },
  ],
});

console.log(`sent: ${pdf.length} bytes, sha256 ${checksum}`);
console.log(text);
if (!live && !(text.includes(String(pdf.length)) && text.includes(checksum))) {
  throw new Error('the document did not arrive whole');
}
