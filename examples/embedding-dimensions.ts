// Shorter vectors, normalized to length one or not, by settings of the model.
import { bedrock } from '@bedrock-kit/provider';
import { embed } from 'ai';
import './connection.ts';

for (const normalize of [true, false]) {
  const { embedding } = await embed({
    model: bedrock.embedding('amazon.titan-embed-text-v2:0', { dimensions: 512, normalize }),
    value: 'sunny day at the beach',
  });
  const length = Math.hypot(...embedding);
  console.log(`normalize: ${normalize}, ${embedding.length} dimensions, length ${length.toFixed(2)}`);
  if (embedding.length !== 512) throw new Error(`512 dimensions were expected, not ${embedding.length}`);
  if (normalize && Math.abs(length - 1) > 0.001) throw new Error('a vector of length one was expected');
}
