import { EditOptions } from '@gen3-csoc/backstage-plugin-gen3-common';
import { formatNumber } from '../../lib/count';
import { Gen3TranslationFunction } from '../../translation';
import { OfferedLines } from './useOfferedLines';

type Service = EditOptions['services'][number];

/** What a commons has now of what a line sets, or why the line sets nothing; undefined while that is not known. */
export function sayLineNow(options: {
  service: string;
  kind: 'tag' | 'replicas';
  commons: OfferedLines['commons'];
  t: Gen3TranslationFunction;
}): { text: string; isWrong: boolean } | undefined {
  const { service, kind, commons, t } = options;
  if (!commons || service === '') return undefined;
  const found = commons.services.find(({ name }) => name === service);
  if (!found) {
    const { hostname } = commons;
    return {
      text: t('editFields.byService.notOn', { hostname }),
      isWrong: true,
    };
  }
  if (kind === 'tag') return { text: sayTag(found, t), isWrong: false };
  return found.scalable
    ? { text: sayPods(found, t), isWrong: false }
    : { text: t('editFields.byService.notScalable'), isWrong: true };
}

function sayTag({ tag }: Service, t: Gen3TranslationFunction): string {
  return tag === undefined
    ? t('editFields.byService.nowNoTag')
    : t('editFields.byService.nowTag', { tag });
}

function sayPods(
  { pods, autoscaled }: Service,
  t: Gen3TranslationFunction,
): string {
  if (pods === undefined) {
    return t(`editFields.byService.${autoscaled ? 'nowNoLeast' : 'nowNoPods'}`);
  }
  return t(`editFields.byService.${autoscaled ? 'nowLeast' : 'nowPods'}`, {
    pods: formatNumber(pods),
  });
}
