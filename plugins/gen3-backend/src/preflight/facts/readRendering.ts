import {
  ChartError,
  type ChartSource,
  type ChartStore,
  GitError,
  HelmError,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { isTroubleOfPortal } from '../../preview/isTroubleOfPortal';
import type {
  ManifestRenderer,
  Rendering,
} from '../../preview/ManifestRenderer';
import { known, unknown } from './askFact';
import type { Fact, RenderingFact } from './types';

/** Whether helm renders the chart with what would be deployed; not known when the portal has no helm, or cannot get at the chart. */
export async function readRendering(options: {
  charts: Pick<ChartStore, 'get'>;
  renderer: Pick<ManifestRenderer, 'render'>;
  chart: ChartSource;
  rendering: Omit<Rendering, 'chart'>;
  signal: AbortSignal;
}): Promise<Fact<RenderingFact>> {
  const { charts, renderer, chart, rendering, signal } = options;
  try {
    const stored = await charts.get(chart, { signal });
    await renderer.render({ ...rendering, chart: stored }, { signal });
    return known({ renders: true });
  } catch (error) {
    if (error instanceof HelmError) {
      const { message, fix } = error;
      return isTroubleOfPortal(error)
        ? unknown(`${message}; ${fix}`)
        : known({ renders: false, how: message, fix });
    }
    if (error instanceof ChartError || error instanceof GitError) {
      return unknown(error.message);
    }
    throw error;
  }
}
