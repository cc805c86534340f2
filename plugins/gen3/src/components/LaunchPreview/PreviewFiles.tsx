import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ChangeFile } from '@gen3-csoc/backstage-plugin-gen3-common';
import { makeStyles } from '@material-ui/core/styles';
import { useMemo, useState } from 'react';
import { buildFileTree } from '../../lib/buildFileTree';
import { gen3TranslationRef } from '../../translation';
import { FileDiffs } from '../FileDiffs';
import { FileTree } from './FileTree';

const useStyles = makeStyles(theme => ({
  columns: {
    display: 'grid',
    gap: theme.spacing(2),
    alignItems: 'start',
    gridTemplateColumns: 'minmax(180px, 260px) minmax(0, 1fr)',
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
}));

/** The files of a change as a tree, and the difference of the one that is chosen: only that one is compared. */
export function PreviewFiles({ files }: { files: ChangeFile[] }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const classes = useStyles();
  const [chosen, setChosen] = useState<string>();
  const tree = useMemo(
    () => buildFileTree(files.map(({ path }) => path)),
    [files],
  );
  const shown = files.find(({ path }) => path === chosen) ?? files[0];
  return (
    <div className={classes.columns}>
      <nav aria-label={t('preview.tree')}>
        <FileTree nodes={tree} chosen={shown?.path} onChoose={setChosen} />
      </nav>
      <div>
        <FileDiffs key={shown?.path} files={shown ? [shown] : []} />
      </div>
    </div>
  );
}
