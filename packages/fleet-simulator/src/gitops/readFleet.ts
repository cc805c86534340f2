import { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { Commons } from '../commons/types';
import { TreeFiles } from './GitopsTree';
import { mayHoldApplication, readApplications } from './readApplications';
import { readHelmCommons } from './readHelmCommons';
import { readManifestCommons } from './readManifestCommons';

/** What a tree declares, and what of it could not be used; both by the path of the declaring file. */
export interface FleetReading {
  commons: Map<string, Commons[]>;
  /** A sentence for each file that could not be used; it does not keep the others from being read. */
  problems: Map<string, string>;
}

/** Renders one template of a Helm chart to YAML. */
export type RenderChart = (chart: {
  /** The chart's files, by their path in the chart. */
  files: TreeFiles;
  show: string[];
  signal: AbortSignal;
}) => Promise<string>;

/** What {@link readFleet} needs. */
export interface ReadFleetOptions {
  files: TreeFiles;
  registry: ServiceRegistry;
  renderChart: RenderChart;
  signal: AbortSignal;
}

/** Reads all commons that a tree declares: Argo CD Applications of the gen3 chart and cloud-automation manifests. */
export async function readFleet(
  options: ReadFleetOptions,
): Promise<FleetReading> {
  const reading: FleetReading = { commons: new Map(), problems: new Map() };
  // One after the other: charts to render are few, and each takes a process.
  for (const [path, text] of options.files) {
    options.signal.throwIfAborted();
    try {
      const commons = await readFile(path, text, options);
      if (commons.length > 0) {
        reading.commons.set(path, commons);
      }
    } catch (error) {
      options.signal.throwIfAborted();
      const message = error instanceof Error ? error.message : String(error);
      reading.problems.set(path, message);
    }
  }
  return reading;
}

async function readFile(
  path: string,
  text: string,
  options: ReadFleetOptions,
): Promise<Commons[]> {
  const { files, registry } = options;
  if (/^([^/]+\/)?[^/]+\/manifest\.json$/.test(path)) {
    return [readManifestCommons({ path, files, registry })];
  }
  if (!mayHoldApplication(text)) {
    return [];
  }
  const yaml = text.includes('{{') ? await render(path, options) : text;
  return readApplications(yaml).map(application =>
    readHelmCommons({ application, path, files, registry }),
  );
}

/** An Application with template syntax only exists once the chart around it is rendered. */
async function render(
  path: string,
  { files, renderChart, signal }: ReadFleetOptions,
): Promise<string> {
  const chart = path.replace(/\/templates\/.*$/, '/');
  if (chart === path || !files.has(`${chart}Chart.yaml`)) {
    throw new Error('It has template syntax but lies in no chart');
  }
  const chartFiles = [...files]
    .filter(([name]) => name.startsWith(chart))
    .map(([name, text]): [string, string] => [name.slice(chart.length), text]);
  return renderChart({
    files: new Map(chartFiles),
    show: [path.slice(chart.length)],
    signal,
  });
}
