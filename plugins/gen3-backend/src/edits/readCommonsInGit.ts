import { ConflictError } from '@backstage/errors';
import type {
  ChangeHost,
  HelmRenderer,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { LaunchTarget } from '../launch/types';
import { valueAt } from '../preflight/valueAt';
import { mergeLayers } from './applySettings';
import { chartOfSource } from './chartOfSource';
import type { EditableCommons } from './EditableCommons';
import { readApplication } from './readApplication';
import { readValuesLayers } from './readValuesLayers';
import type { CommonsInGit } from './types';

/** Where the files of a commons are read. */
export interface GitContext {
  target: LaunchTarget;
  host: Pick<ChangeHost, 'readFiles' | 'findFiles'>;
  helm: Pick<HelmRenderer, 'renderChart'>;
  signal: AbortSignal;
}

/** Argo CD deletes what an Application has deployed when it has one of these. */
const FINALIZER = /^resources-finalizer\.argocd\.argoproj\.io(\/|$)/;

/**
 * Reads a commons as the branch that changes go to declares it now: the catalog may be minutes behind, and an edit has to be one of what is
 * there.
 *
 * @throws ConflictError when the files are not what the catalog says, or are written in a way that cannot be edited.
 */
export async function readCommonsInGit(
  commons: EditableCommons,
  context: GitContext,
): Promise<CommonsInGit> {
  const { application, source, beside } = await readApplication(
    commons,
    context,
  );
  const layers = await readValuesLayers({ application, source, ...context });
  const values = mergeLayers(layers);
  const declared = valueAt(values, 'global.hostname');
  if (declared !== undefined && declared !== commons.hostname) {
    throw new ConflictError(
      `The values that "${
        commons.path
      }" names are those of another commons: global.hostname is ${JSON.stringify(
        declared,
      ).slice(0, 80)}`,
    );
  }
  return {
    commons,
    application: {
      name: application.metadata.name,
      path: commons.path,
      cascades: (application.metadata.finalizers ?? []).some(name =>
        FINALIZER.test(name),
      ),
      namespace: application.spec.destination?.namespace,
      // Argo CD takes the name of the Application where it names no release.
      releaseName: source.helm?.releaseName || application.metadata.name,
      beside,
    },
    chart: chartOfSource(source, context.target.chart),
    layers,
    values,
  };
}
