import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { SourceStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { counted, formatNumber } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';
import { Age } from '../Age';
import { Notice } from '../Notice';
import { ConfirmDropDialog } from './ConfirmDropDialog';

type Held = NonNullable<SourceStatus['held']>;

/** Why a run waits: what empties a source waits at any limit, and so does what is left of a drop that was confirmed in part. */
function reasonOf({ wouldDrop, of, maxDropPercent }: Held) {
  if (wouldDrop.length * 100 > maxDropPercent * of) return 'tooMany';
  return wouldDrop.length === of ? 'all' : 'unconfirmed';
}

/** The drop guard has stopped a run: what it would drop, for everybody to see, and the way to let it. */
export function HeldNotice(props: { sourceId: string; held: Held }) {
  const { sourceId, held } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Notice
        tone="degraded"
        action={
          <Button size="small" variant="outlined" onClick={() => setOpen(true)}>
            {t('sourcesPage.held.review')}
          </Button>
        }
      >
        {t('sourcesPage.held.text', {
          title: <strong>{t('sourcesPage.held.title')}</strong>,
          age: <Age at={held.since} />,
          drop: t(`sourcesPage.held.${reasonOf(held)}`, {
            amount: formatNumber(held.wouldDrop.length),
            commons: t('count.commons', counted(held.of)),
            percent: String(held.maxDropPercent),
          }),
        })}
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
