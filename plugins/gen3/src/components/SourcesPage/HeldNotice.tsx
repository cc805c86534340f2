import { SourceStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { countCommons } from '../../lib/count';
import { Age } from '../Age';
import { Notice } from '../Notice';
import { ConfirmDropDialog } from './ConfirmDropDialog';

/** The drop guard has stopped a run: what it would drop, for everybody to see, and the way to let it. */
export function HeldNotice(props: {
  sourceId: string;
  held: NonNullable<SourceStatus['held']>;
}) {
  const { sourceId, held } = props;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Notice
        tone="degraded"
        action={
          <Button size="small" variant="outlined" onClick={() => setOpen(true)}>
            Review the drop
          </Button>
        }
      >
        <strong>Held back</strong> since <Age at={held.since} />: this run would
        drop {held.wouldDrop.length.toLocaleString('en')} of{' '}
        {countCommons(held.of)}, more than {held.maxDropPercent}%. Nothing is
        dropped until somebody confirms it.
      </Notice>
      <ConfirmDropDialog
        sourceId={sourceId}
        wouldDrop={held.wouldDrop}
        open={open}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
