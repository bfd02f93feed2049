// Whole answers of given blocks, as the mapping reads them.
import { fromConverseResponse } from '../../src/index.ts';
import { contextFor, received } from '../messages.ts';

export function mapped(content: unknown[], more: object = {}, context = contextFor()) {
  const response = { output: { message: { role: 'assistant', content } }, stopReason: 'end_turn', ...more };
  return fromConverseResponse(received(response), context);
}
