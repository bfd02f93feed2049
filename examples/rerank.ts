// Sorts documents by how well they answer a question.
import { bedrock } from '@bedrock-kit/provider';
import { rerank } from 'ai';
import './connection.ts';

const { ranking } = await rerank({
  model: bedrock.rerankingModel('cohere.rerank-v3-5:0'),
  query: 'How do I get my money back?',
  documents: [
    'Our shops are open from nine to six.',
    'An order can be returned within 30 days for a full refund.',
    'To reset your password, open the settings.',
  ],
  topN: 2,
});

for (const { score, document } of ranking) console.log(`${score.toFixed(2)} ${document}`);
if (ranking[0]?.originalIndex !== 1) throw new Error('the refund was expected to come first');
