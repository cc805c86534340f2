import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ChangeDetails } from '@gen3-csoc/backstage-plugin-gen3-common';
import TextField from '@material-ui/core/TextField';
import { useState } from 'react';
import { gen3TranslationRef } from '../../translation';
import { ActionDialog, ActionDialogProps } from './ActionDialog';

/** As much as the backend takes. */
const MAX_REASON = 500;

/** Asks for the reason before a change is given up. What was typed stays until it was of use. */
export function CloseDialog(
  props: ActionDialogProps & {
    change: ChangeDetails;
    onConfirm: (reason: string) => void;
  },
) {
  const { change, onConfirm, ...dialog } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const [reason, setReason] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const given = reason.trim();
  const isMissing = isAsked && given === '';
  const confirm = () => {
    setIsAsked(true);
    if (given !== '') onConfirm(given);
  };
  return (
    <ActionDialog
      {...dialog}
      title={t('changePage.close.title', { title: change.title })}
      cancel={t('changePage.close.cancel')}
      confirm={t('changePage.close.confirm')}
      onConfirm={confirm}
    >
      <p style={{ marginTop: 0 }}>
        {change.host === 'local' || change.state === 'proposing'
          ? t('changePage.close.explanation')
          : t('changePage.close.elsewhere', { host: change.host })}
      </p>
      <TextField
        id="gen3-close-reason"
        label={t('changePage.close.reason')}
        value={reason}
        onChange={event => setReason(event.target.value)}
        error={isMissing}
        helperText={isMissing ? t('changePage.close.needed') : undefined}
        inputProps={{ maxLength: MAX_REASON }}
        fullWidth
        multiline
        required
      />
    </ActionDialog>
  );
}
