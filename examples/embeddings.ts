// Turns texts into vectors: similar texts have vectors close to each other.
import { bedrock } from '@bedrock-kit/provider';
import { cosineSimilarity, embedMany } from 'ai';
import './connection.ts';

const values = ['a sunny day at the beach', 'a warm afternoon on the coast', 'an error in a large program'];
const { embeddings, usage } = await embedMany({
  model: bedrock.embeddingModel('amazon.titan-embed-text-v2:0'),
  values,
});

const [first = [], second = [], third = []] = embeddings;
const near = cosineSimilarity(first, second);
const far = cosineSimilarity(first, third);
console.log(`${first.length} dimensions each, ${usage.tokens} tokens`);
console.log(`${values[0]} | ${values[1]}: ${near.toFixed(2)}`);
console.log(`${values[0]} | ${values[2]}: ${far.toFixed(2)}`);
if (near <= far) throw new Error('the similar texts were expected to be nearer');
