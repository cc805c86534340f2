import { RepositorySnapshot } from '../repository/RepositorySnapshot';

/** The text of one file of a snapshot. @throws Error when it has none */
export async function textIn(
  snapshot: RepositorySnapshot,
  path: string,
): Promise<string> {
  const reading = (await snapshot.readFiles([path])).get(path);
  if (reading?.kind === 'text') return reading.text;
  throw new Error(`${path} is ${reading?.kind}`);
}
