import { posix } from 'node:path';
import { RepositorySnapshot } from '../repository/RepositorySnapshot';
import { mayDeclareApplications } from '@gen3-csoc/backstage-plugin-gen3-node';

/** Names of the templates in a helper file (`{{ define "name" }}`) that hold an Application. */
export function findDefinedApplications(text: string): string[] {
  const names: string[] = [];
  // Each part begins with the name of a definition and ends before the next one.
  for (const part of text.split(/\{\{-?\s*define\s+/).slice(1)) {
    const name = /^["`]([^"`]+)["`]/.exec(part)?.[1];
    if (name && mayDeclareApplications(part)) names.push(name);
  }
  return names;
}

/** Finds the templates of a chart that include one of these names. */
export async function findIncludingTemplates(options: {
  snapshot: RepositorySnapshot;
  /** Folder of the chart, `''` for the root. */
  chart: string;
  names: readonly string[];
}): Promise<{ path: string; text: string }[]> {
  const { snapshot, chart, names } = options;
  const prefix = posix.join(chart, 'templates/');
  const paths = (await snapshot.listFiles()).filter(
    path =>
      path.startsWith(prefix) &&
      /\.ya?ml$/i.test(path) &&
      !posix.basename(path).startsWith('_'),
  );
  const found: { path: string; text: string }[] = [];
  for (const [path, reading] of await snapshot.readFiles(paths)) {
    if (reading.kind !== 'text') continue;
    const { text } = reading;
    const included = [
      ...text.matchAll(/\b(?:include|template)\s+["`]([^"`]+)["`]/g),
    ].map(match => match[1]);
    if (names.some(name => included.includes(name))) found.push({ path, text });
  }
  return found;
}
