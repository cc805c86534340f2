import type {
  RenderedPreview,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { valueAt } from '../preflight/valueAt';
import { containersOf, isWorkload, replicasOf } from './containersOf';
import type { ManifestDiff } from './diffManifests';
import type { Manifest } from './Manifest';
import { parseQuantity } from './parseQuantity';
import { serviceOfTemplate } from './serviceOfTemplate';

/** Counts what a commons would have, and what it would ask of its cluster. */
export function summarize(options: {
  after: readonly Manifest[];
  diffs: readonly ManifestDiff[];
  registry: ServiceRegistry;
}): RenderedPreview['summary'] {
  const { after, diffs, registry } = options;
  const countOf = (change: ManifestDiff['change']) =>
    diffs.filter(diff => diff.change === change).length;
  const services = after.flatMap(
    ({ template }) => serviceOfTemplate(template, registry) ?? [],
  );
  return {
    objects: after.length,
    added: countOf('added'),
    changed: countOf('changed'),
    removed: countOf('removed'),
    services: [...new Set(services)].sort(),
    workloads: after.filter(isWorkload).length,
    cpuRequestMillis: Math.round(requested(after, 'cpu') * 1_000),
    memoryRequestBytes: Math.round(requested(after, 'memory')),
  };
}

function requested(manifests: readonly Manifest[], what: 'cpu' | 'memory') {
  return manifests
    .filter(isWorkload)
    .map(manifest => {
      const ofOne = containersOf(manifest)
        .map(container => valueAt(container, `resources.requests.${what}`))
        .reduce<number>((sum, each) => sum + (parseQuantity(each) ?? 0), 0);
      return ofOne * replicasOf(manifest);
    })
    .reduce((sum, each) => sum + each, 0);
}
