import pLimit from 'p-limit';

/**
 * Does work for each of some items, a few of them at once. After a failure nothing else begins, and what has begun comes to
 * its end before this returns: nothing goes on behind the back of who has already been told of the failure.
 *
 * @returns results in the order of the items
 * @throws the first failure
 */
export async function mapLimited<T, R>(
  items: readonly T[],
  concurrency: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const limit = pLimit(concurrency);
  const failures: unknown[] = [];
  const settled = await Promise.allSettled(
    items.map(item =>
      limit(async () => {
        if (failures.length > 0) throw failures[0];
        try {
          return await work(item);
        } catch (error) {
          failures.push(error);
          throw error;
        }
      }),
    ),
  );
  if (failures.length > 0) throw failures[0];
  return settled.flatMap(each =>
    each.status === 'fulfilled' ? [each.value] : [],
  );
}
