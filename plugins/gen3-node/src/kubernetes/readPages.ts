import { ClassifiedAnswer } from './classifyAnswer';
import { ClusterProblem } from './ClusterReadError';
import { ParsedItems } from './parseItems';

/** A page or the end of the pages; whatever else happens is thrown. */
export interface Page {
  answer: Exclude<ClassifiedAnswer, { state: 'failed' }>;
  /** Size of its text. */
  bytes: number;
}

/** How a list is read. */
export interface PagesOptions<T> {
  /** Asks for one page, the first without `next`, of at most `maxBytes`. */
  askPage(query: { next?: string; maxBytes: number }): Promise<Page>;
  parse(raw: readonly unknown[]): ParsedItems<T>;
  maxPages: number;
  /** For all pages together. */
  maxBytes: number;
}

/** A whole list, or why there is none. */
export type PagesResult<T> =
  | ({ state: 'read' } & ParsedItems<T>)
  | ({ state: 'expired' | 'failed' } & ClusterProblem);

/**
 * Reads a list page by page. When its pages have become too old to go on from, it starts over once. Pages are parsed as they come,
 * so that only what the portal needs of them is held.
 */
export async function readPages<T>(
  options: PagesOptions<T>,
): Promise<PagesResult<T>> {
  const first = await readOnce(options);
  return first.state === 'expired' ? readOnce(options) : first;
}

async function readOnce<T>(options: PagesOptions<T>): Promise<PagesResult<T>> {
  const { askPage, parse, maxPages } = options;
  let read: ParsedItems<T> = { items: [], odd: 0 };
  let maxBytes = options.maxBytes;
  let next: string | undefined;
  for (let page = 0; page < maxPages; page += 1) {
    // Only a page knows where the next one begins.
    const { answer, bytes } = await askPage({ next, maxBytes }); // eslint-disable-line no-await-in-loop
    if (answer.state === 'expired') {
      return answer;
    }
    const { items, odd } = parse(answer.items);
    read = { items: read.items.concat(items), odd: read.odd + odd };
    if (!answer.next) {
      return { state: 'read', ...read };
    }
    next = answer.next;
    maxBytes -= bytes;
  }
  return {
    state: 'failed',
    failure: 'malformed',
    detail: `the list has more than the ${maxPages} pages that the portal reads`,
  };
}
