import { join } from 'node:path';
import { z } from 'zod';
import { GITOPS_SOURCE, previewConfig } from './benchConfig';
import { BenchPortal } from './BenchPortal';
import { renderByHelm } from './helmPeer';
import { Figure } from './report';
import { summarise } from './statistics';

/** Launches that are previewed for the first time, and by helm alone. */
const LAUNCHES = 20;
/** How often one of them is looked at again. */
const LOOKS = 50;

/** Everything that the portal can switch on by bundles. */
const BUNDLES = [
  'core',
  'frontend',
  'data-explorer',
  'workspace',
  'imaging',
  'ohdsi',
  'ai',
];

const previewSchema = z.looseObject({
  files: z.array(
    z.looseObject({ path: z.string(), after: z.string().optional() }),
  ),
  objects: z.array(z.unknown()).min(1),
  chart: z.looseObject({ version: z.string() }),
});

const launchOf = (index: number) => ({
  answers: {
    hostname: `bench-${index}.example.org`,
    owner: 'group:default/csoc',
    source: GITOPS_SOURCE,
    cluster: 'bench',
    tier: 'development',
    bundles: BUNDLES,
  },
});

/**
 * Measures previews of launches with all bundles, each for the first time and again, side by side with what `helm template` alone needs for
 * the same values.
 */
export async function measurePreview(options: {
  folder: string;
  database: object;
  repository: string;
  name: string;
  signal: AbortSignal;
  say: (message: string) => void;
}): Promise<Figure[]> {
  const { folder, database, repository, name, signal, say } = options;
  const charts = join(folder, 'charts');
  const config = previewConfig({ database, repository, charts });
  const portal = await BenchPortal.start({ folder, config, signal });
  try {
    say(`fetching the chart on ${name}`);
    const preview = async (index: number) => {
      const { body, ms } = await portal.post(
        '/api/gen3/preview',
        launchOf(index),
      );
      return { ...previewSchema.parse(body), ms };
    };
    const warm = await preview(0);
    const first: number[] = [];
    const byHelm: number[] = [];
    for (let index = 1; index <= LAUNCHES; index++) {
      const { ms, files } = await preview(index);
      first.push(ms);
      const values = files.find(({ path }) => path.endsWith('values.yaml'));
      byHelm.push(
        await renderByHelm({ charts, values: values?.after ?? '', signal }),
      );
    }
    const again: number[] = [];
    for (let look = 0; look < LOOKS; look++) {
      again.push((await preview(1)).ms);
    }
    const what = `${warm.objects.length} objects, ${name}`;
    return [
      figureOf(`preview, ${what}, p95`, first, 4_000),
      figureOf(`helm template, same values, ${name}, p95`, byHelm),
      figureOf(`preview looked at again, ${what}, p95`, again, 100),
    ];
  } finally {
    await portal.stop();
  }
}

function figureOf(
  what: string,
  times: readonly number[],
  target?: number,
): Figure {
  const { p50, p95, max, count } = summarise(times);
  return {
    what,
    value: p95,
    unit: 'ms',
    ...(target === undefined ? {} : { target }),
    note: `p50 ${p50.toFixed(0)}, max ${max.toFixed(0)} ms; ${count} requests`,
  };
}
