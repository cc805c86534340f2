import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { PreflightFinding } from '@gen3-csoc/backstage-plugin-gen3-common';
import Button from '@material-ui/core/Button';
import { counted } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';
import { reasonOf } from '../Gen3Review/accepted';
import {
  AcceptedOfCommons,
  acceptedOf,
  FoundOfCommons,
  sharersOf,
  withReasonForAll,
} from './acceptedOf';

/** Gives the reason for a warning to all commons that have the same one; not there where no other has it, or before there is a reason. */
export function ForAllButton(props: {
  hostname: string;
  warning: PreflightFinding;
  found: FoundOfCommons[];
  accept: AcceptedOfCommons[];
  onChange: (accept: AcceptedOfCommons[]) => void;
}) {
  const { hostname, warning, found, accept, onChange } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const reason = reasonOf(acceptedOf(accept, hostname), warning);
  const sharers = sharersOf(found, warning);
  const others = sharers.filter(
    other =>
      other.hostname !== hostname &&
      reasonOf(acceptedOf(accept, other.hostname), warning) !== reason,
  );
  if (others.length === 0 || reason.trim() === '') return null;
  return (
    <Button
      size="small"
      onClick={() =>
        onChange(withReasonForAll({ accept, sharers, warning, reason }))
      }
    >
      {t('editFields.review.forAll', counted(others.length))}
    </Button>
  );
}
