import { z } from 'zod';
import { describeOddAnswer } from './describeOddAnswer';
import { openAnswer, Refusal } from './openAnswer';
import { ProxyAnswer } from './ProxyAnswer';

/** What an answer to a list is. */
export type ClassifiedAnswer =
  | {
      state: 'page';
      items: unknown[];
      /** Token for the next page, when there is one. */
      next?: string;
    }
  | Refusal;

/** Tokens of Kubernetes have some hundred characters; a longer one fits into no URL. */
const MAX_TOKEN_CHARS = 4_096;

const listSchema = z.object({
  kind: z.string().endsWith('List'),
  metadata: z
    .object({ continue: z.string().max(MAX_TOKEN_CHARS).optional() })
    .optional(),
  // A list of Go that was never filled is null.
  items: z.array(z.unknown()).nullable(),
});

/** Tells what an answer to a list is: of Kubernetes, of Backstage, or of something between them. */
export function classifyAnswer(
  answer: ProxyAnswer,
  cluster: string,
): ClassifiedAnswer {
  const opened = openAnswer(answer, cluster);
  if (opened.state !== 'answered') {
    return opened;
  }
  const list = listSchema.safeParse(opened.body);
  if (!list.success) {
    const problem = describeOddAnswer({ answer, cluster, wanted: 'list' });
    return { state: 'failed', ...problem };
  }
  const { items, metadata } = list.data;
  return {
    state: 'page',
    items: items ?? [],
    ...(metadata?.continue && { next: metadata.continue }),
  };
}
