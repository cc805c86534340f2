import { randomUUID } from 'node:crypto';
import {
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  createTemporaryFolder,
  type TemporaryFolder,
} from '../process/temporaryFolder';
import type { MissingDependency, StoredChart } from './ChartSource';
import { writeChart } from './writeChart';

/** Charts that are kept on disk; one of gen3 has 6 MB. */
const MAX_CHARTS = 20;

/** Milliseconds after which what was missing is looked for again. */
const MISSING_MS = 3_600_000;

const recordSchema = z.object({
  version: z.string(),
  /** Milliseconds since the epoch. */
  storedAt: z.number(),
  missing: z.array(
    z.object({
      name: z.string(),
      version: z.string(),
      repository: z.string(),
      condition: z.string().optional(),
      why: z.string(),
    }),
  ),
});

/** Charts in a folder, which several replicas may share: each is written beside and moved to its place whole. */
export class ChartCache {
  readonly #configured: string | undefined;
  readonly #now: () => number;
  #temporary?: Promise<TemporaryFolder>;

  private constructor(options: { folder?: string; now: () => number }) {
    this.#configured = options.folder;
    this.#now = options.now;
  }

  /** @param options - `folder`: where charts stay. Without it they go when the process ends. */
  static create(options: { folder?: string; now: () => number }): ChartCache {
    return new ChartCache(options);
  }

  /** The chart of a key, or undefined when it is not here. */
  async find(key: string): Promise<StoredChart | undefined> {
    const place = join(await this.#root(), key);
    try {
      const text = await readFile(join(place, 'chart.json'), 'utf8');
      const { storedAt, ...record } = recordSchema.parse(JSON.parse(text));
      const isComplete = record.missing.length === 0;
      if (!isComplete && storedAt < this.#now() - MISSING_MS) return undefined;
      const folder = join(place, 'chart');
      await stat(join(folder, 'Chart.yaml'));
      const now = new Date();
      // So that what is used is not what is removed.
      await utimes(place, now, now);
      return { key: contentKey(key, record), folder, ...record };
    } catch {
      // Not here, or somebody tidied up: it is fetched anew.
      return undefined;
    }
  }

  async store(
    key: string,
    content: {
      version: string;
      missing: MissingDependency[];
      files: ReadonlyMap<string, Buffer>;
    },
  ): Promise<StoredChart> {
    const { files, version, missing } = content;
    const root = await this.#root();
    const partial = join(root, `.partial-${randomUUID()}`);
    const place = join(root, key);
    try {
      await mkdir(partial, { recursive: true });
      await writeChart(join(partial, 'chart'), files);
      await writeFile(
        join(partial, 'chart.json'),
        JSON.stringify({ version, storedAt: this.#now(), missing }),
      );
      await rename(partial, place).catch(async () => {
        // What is there is old and broken, or another replica was faster; its content is the same.
        await rm(place, { recursive: true, force: true });
        await rename(partial, place);
      });
    } finally {
      await rm(partial, { recursive: true, force: true });
    }
    await this.#tidy(root);
    const record = { version, missing };
    const folder = join(place, 'chart');
    return { key: contentKey(key, record), folder, ...record };
  }

  /** Removes what does not stay. */
  async close(): Promise<void> {
    const temporary = this.#temporary;
    this.#temporary = undefined;
    if (temporary) await (await temporary).remove();
  }

  async #root(): Promise<string> {
    if (this.#configured !== undefined) {
      await mkdir(this.#configured, { recursive: true });
      return this.#configured;
    }
    this.#temporary ??= createTemporaryFolder({ kind: 'gen3-charts' });
    return (await this.#temporary).path;
  }

  async #tidy(root: string): Promise<void> {
    const names = await readdir(root);
    const charts = await Promise.all(
      names
        .filter(name => /^[0-9a-f]{40}$/.test(name))
        .map(async name => ({
          name,
          usedAt: (await stat(join(root, name))).mtimeMs,
        })),
    );
    const old = charts
      .sort((a, b) => b.usedAt - a.usedAt)
      .slice(MAX_CHARTS)
      .map(({ name }) =>
        rm(join(root, name), { recursive: true, force: true }),
      );
    await Promise.all(old);
  }
}

/** The same chart with another part missing is another content. */
function contentKey(
  key: string,
  { missing }: { missing: MissingDependency[] },
): string {
  return [key, ...missing.map(({ name }) => name)].join('-');
}
