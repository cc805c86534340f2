import semver from 'semver';
import { parse } from 'yaml';
import { z } from 'zod';

/** A version of a chart in a Helm repository. */
export interface ChartRelease {
  version: string;
  /** Absolute, or relative to the repository. */
  url: string;
  /** SHA-256 of the archive, in hex. */
  digest: string | undefined;
}

const releasesSchema = z.array(
  z.looseObject({
    version: z.string(),
    urls: z.array(z.string()).default([]),
    digest: z.string().optional(),
  }),
);

/**
 * Finds a version of a chart in the text of an `index.yaml`. Only the part about that chart is read: an index of megabytes would hold up everybody
 * for seconds.
 *
 * @param options - `version`: an exact version, or a range, of which the newest counts.
 * @returns undefined when the index is not one; `release` is undefined when it has no such version.
 */
export function readChartIndex(options: {
  index: string;
  chart: string;
  version: string;
}):
  | { release: ChartRelease | undefined; newest: string | undefined }
  | undefined {
  const { index, chart, version } = options;
  const part = partAbout(index, chart);
  if (part === undefined) {
    return /^entries:/m.test(index)
      ? { release: undefined, newest: undefined }
      : undefined;
  }
  const parsed = releasesSchema.safeParse(parseYaml(part));
  if (!parsed.success) return undefined;
  const versions = parsed.data.map(each => each.version);
  const chosen = versions.includes(version)
    ? version
    : semver.maxSatisfying(versions.filter(isVersion), version) ?? undefined;
  const found = parsed.data.find(each => each.version === chosen);
  const [url] = found?.urls ?? [];
  return {
    newest: semver.maxSatisfying(versions.filter(isVersion), '*') ?? undefined,
    release:
      found && url !== undefined
        ? { version: found.version, url, digest: found.digest }
        : undefined,
  };
}

/** The list below `entries.<chart>`, as `helm repo index` writes it: keys in the second column, lists not indented further. */
function partAbout(index: string, chart: string): string | undefined {
  const heads = [`\n  ${chart}:\n`, `\n  "${chart}":\n`];
  const head = heads.find(each => index.includes(each));
  if (head === undefined) return undefined;
  const start = index.indexOf(head) + head.length;
  const rest = index.slice(start);
  const end = rest.search(/^ {0,2}[^\s-]/m);
  return end === -1 ? rest : rest.slice(0, end);
}

function isVersion(version: string): boolean {
  return semver.valid(version) !== null;
}

function parseYaml(text: string): unknown {
  try {
    // Texts only: a version such as 1.10 and a digest of digits are no numbers.
    return parse(text, {
      schema: 'failsafe',
      maxAliasCount: 0,
      logLevel: 'silent',
    });
  } catch {
    return undefined;
  }
}
