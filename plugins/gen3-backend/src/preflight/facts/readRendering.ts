import {
  ChartError,
  type ChartSource,
  type ChartStore,
  GitError,
  HelmError,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { isNoSuchRevision } from '../../preview/isNoSuchRevision';
import { isTroubleOfPortal } from '../../preview/isTroubleOfPortal';
import type {
  ManifestRenderer,
  Rendering,
} from '../../preview/ManifestRenderer';
import { known, unknown } from './askFact';
import type { Fact, RenderingFact } from './types';

/** Whether helm renders the chart with what would be deployed; not known when the portal has no helm, or cannot get at the chart. That a revision
 * which somebody asks for is not there, is known. */
export async function readRendering(options: {
  charts: Pick<ChartStore, 'get'>;
  renderer: Pick<ManifestRenderer, 'render'>;
  chart: ChartSource;
  /** Somebody asks for this revision of it, and not config. @defaultValue false */
  isAsked?: boolean;
  rendering: Omit<Rendering, 'chart'>;
  signal: AbortSignal;
}): Promise<Fact<RenderingFact>> {
  const { charts, renderer, chart, rendering, signal } = options;
  const { isAsked = false } = options;
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
      return isAsked && isNoSuchRevision(error)
        ? known({
            renders: false,
            noSuchRevision: true,
            how: error.message,
            fix: 'Name a version, tag or branch that the chart has, or leave the answer out',
          })
        : unknown(error.message);
    }
    throw error;
  }
}
