import type { EditDraft } from '../edits/draftEdit';
import type { CommonsInGit } from '../edits/types';
import type { LaunchChart } from '../launch/types';
import { writeYaml } from '../launch/writeYaml';
import type { PreviewPlan } from './planPreview';

/**
 * Everything that a preview of an edit depends on.
 *
 * @param configured - the chart that is rendered when the Application's own cannot be had
 */
export function planEditPreview(
  { inGit, plan, files, values }: EditDraft,
  configured: LaunchChart,
): PreviewPlan {
  const { chart, application } = inGit;
  const isRemoval = plan.removes.length > 0;
  return {
    chart,
    otherwise: chart === configured ? undefined : configured,
    isRevisionAsked: false,
    releaseName: application.releaseName,
    namespace: application.namespace ?? 'default',
    values: isRemoval ? undefined : writeYaml(values),
    valuesBefore: writeYaml(inGit.values),
    notCompared: undefined,
    files,
    notes: [
      ...(isRemoval ? [describeRemoval(inGit)] : []),
      ...(chart === configured
        ? [
            'The chart of the portal is rendered: the Application names no revision of a gen3 chart that config names or Gen3 publishes.',
          ]
        : []),
      ...inGit.layers.flatMap(layer =>
        layer.kind === 'foreign'
          ? [
              `"${layer.name}" ${layer.why}: which values it sets is not known, and they are left out here.`,
            ]
          : [],
      ),
    ],
  };
}

function describeRemoval({ application }: CommonsInGit): string {
  const { name, cascades } = application;
  return cascades
    ? `Argo CD deletes what is shown as removed, because the Application "${name}" has its finalizer.`
    : `Argo CD deletes nothing: the Application "${name}" has no finalizer, so what is shown as removed goes on running and nobody looks after it.`;
}
