import type { PreviewRisk } from '@gen3-csoc/backstage-plugin-gen3-common';
import { databaseRisks } from './databaseRisks';
import { imageRisks } from './imageRisks';
import { removalRisks } from './removalRisks';
import type { RenderedChange } from './RenderedChange';
import { replicaRisks } from './replicaRisks';
import { restartRisks } from './restartRisks';

const SEVERITIES: PreviewRisk['severity'][] = ['high', 'medium', 'low'];

/** What may go wrong with a change, the worst first. */
export function labelRisks(change: RenderedChange): PreviewRisk[] {
  const risks = [
    ...removalRisks(change),
    ...replicaRisks(change),
    ...change.diffs.flatMap(diff => [
      ...databaseRisks(diff),
      ...imageRisks(diff),
    ]),
    ...restartRisks(change),
  ];
  return SEVERITIES.flatMap(severity =>
    risks.filter(risk => risk.severity === severity),
  );
}
