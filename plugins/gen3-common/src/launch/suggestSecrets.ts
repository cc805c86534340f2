import type { LaunchPlan } from './planLaunch';

/**
 * Names that somebody may give to the secrets of a launch that have to be named: that of the master of its database server as
 * `gen3-terraform:tf_files/gen3/templates/values.tftpl` has it, which commons of one environment share, and that of fence like the names that a launch gives itself. None while
 * nobody has said where it will run.
 */
export function suggestSecrets({
  environment,
  releaseName,
}: Pick<LaunchPlan, 'environment' | 'releaseName'>) {
  const isPlaced = environment !== '' && releaseName !== '';
  return {
    databaseSecret: isPlaced ? [`${environment}-aurora-master-password`] : [],
    fenceConfigSecret: isPlaced
      ? [`${environment}-${releaseName}-fence-config`]
      : [],
  };
}
