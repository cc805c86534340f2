import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ChangeDetails } from '@gen3-csoc/backstage-plugin-gen3-common';
import { useEffect, useRef, useState } from 'react';
import { ChangeAction, useChangeAction } from '../../hooks/useChanges';
import { isEnded } from '../../lib/changeState';
import { asSentence, classifyFailure } from '../../lib/failure';
import { gen3TranslationRef } from '../../translation';
import { BusyButton } from '../BusyButton';
import { Notice } from '../Notice';
import { CloseDialog } from './CloseDialog';
import { MergeDialog } from './MergeDialog';
import { OpenButton } from './OpenButton';

const WHY_NOT_ID = 'gen3-change-why-not';

/** What the reader may do with a change now; and where they may not, why. Says what came of it. */
export function ChangeActions({ change }: { change: ChangeDetails }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const act = useChangeAction(change.id);
  const [dialog, setDialog] = useState<'merge' | 'close'>();
  const [done, setDone] = useState<ChangeAction['action']>();
  const doneRef = useRef<HTMLDivElement>(null);

  // The button that was pressed may be gone: who uses a keyboard goes on from what came of it.
  useEffect(() => {
    if (done) doneRef.current?.focus();
  }, [done]);

  const open = (next: 'merge' | 'close') => {
    act.reset();
    setDialog(next);
  };
  const perform = (wish: ChangeAction) =>
    act.mutate(wish, {
      onSuccess: () => {
        setDialog(undefined);
        setDone(wish.action);
      },
    });
  // Whoever stays on the page while the change ends would read that it is still followed.
  const isPast = done === 'merge' && isEnded(change);
  const refused = act.error
    ? t('changePage.actions.refused', {
        message: asSentence(classifyFailure(act.error).message),
      })
    : undefined;
  return (
    <>
      <div ref={doneRef} tabIndex={-1} role="status">
        {done && !isPast ? t(`changePage.actions.done.${done}`) : null}
      </div>
      {change.state === 'open' || change.state === 'proposing' ? (
        <ActionRow
          change={change}
          busy={act.isPending}
          onApprove={() => perform({ action: 'approve' })}
          onAsk={open}
        />
      ) : null}
      {refused && !dialog ? (
        <Notice tone="degraded" urgent>
          {refused}
        </Notice>
      ) : null}
      <MergeDialog
        change={change}
        open={dialog === 'merge'}
        busy={act.isPending}
        refused={refused}
        onConfirm={() => perform({ action: 'merge' })}
        onCancel={() => setDialog(undefined)}
      />
      <CloseDialog
        change={change}
        open={dialog === 'close'}
        busy={act.isPending}
        refused={refused}
        onConfirm={reason => perform({ action: 'close', reason })}
        onCancel={() => setDialog(undefined)}
      />
    </>
  );
}

function ActionRow(props: {
  change: ChangeDetails;
  busy: boolean;
  onApprove: () => void;
  onAsk: (what: 'merge' | 'close') => void;
}) {
  const { change, busy, onApprove, onAsk } = props;
  const { may, whyNot } = change;
  const { t } = useTranslationRef(gen3TranslationRef);
  const isAllAllowed = may.approve && may.merge && may.close;
  const reasonOf = (allowed: boolean) => (allowed ? undefined : WHY_NOT_ID);
  return (
    <div
      role="group"
      aria-label={t('changePage.actions.label')}
      style={{ display: 'flex', flexWrap: 'wrap', gap: 8, fontSize: 13 }}
    >
      {may.open ? <OpenButton changeId={change.id} /> : null}
      <BusyButton
        primary={!may.merge}
        busy={busy || !may.approve}
        describedBy={reasonOf(may.approve)}
        onClick={onApprove}
      >
        {t('changePage.actions.approve')}
      </BusyButton>
      <BusyButton
        primary
        busy={busy || !may.merge}
        describedBy={reasonOf(may.merge)}
        onClick={() => onAsk('merge')}
      >
        {t('changePage.actions.merge')}
      </BusyButton>
      <BusyButton
        busy={busy || !may.close}
        describedBy={reasonOf(may.close)}
        onClick={() => onAsk('close')}
      >
        {t('changePage.actions.close')}
      </BusyButton>
      {isAllAllowed ? null : (
        <span id={WHY_NOT_ID} style={{ alignSelf: 'center' }}>
          {whyNot ?? t('changePage.actions.mayNot')}
        </span>
      )}
    </div>
  );
}
