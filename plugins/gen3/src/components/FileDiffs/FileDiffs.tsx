import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ChangeFile } from '@gen3-csoc/backstage-plugin-gen3-common';
import Button from '@material-ui/core/Button';
import { useMemo, useState } from 'react';
import { compareFile } from '../../lib/compareFile';
import { gen3TranslationRef } from '../../translation';
import { FileDiff } from './FileDiff';

/** The files of a change with what becomes of each; the first one is open. */
export function FileDiffs({ files }: { files: ChangeFile[] }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const [toggled, setToggled] = useState<Record<string, boolean>>({});
  const compared = useMemo(
    () => files.map(file => ({ path: file.path, ...compareFile(file) })),
    [files],
  );
  if (files.length === 0) return <p>{t('changePage.files.none')}</p>;

  const [{ path: firstPath }] = files;
  const isOpen = (path: string) => toggled[path] ?? path === firstPath;
  const areAllOpen = files.every(({ path }) => isOpen(path));
  const setAll = (open: boolean) =>
    setToggled(Object.fromEntries(files.map(({ path }) => [path, open])));
  return (
    <>
      {files.length > 1 ? (
        <Button
          size="small"
          variant="outlined"
          style={{ textTransform: 'none' }}
          onClick={() => setAll(!areAllOpen)}
        >
          {t(
            areAllOpen
              ? 'changePage.files.closeAll'
              : 'changePage.files.openAll',
          )}
        </Button>
      ) : null}
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {compared.map(({ path, ...comparison }) => (
          <FileDiff
            key={path}
            path={path}
            comparison={comparison}
            open={isOpen(path)}
            onToggle={() =>
              setToggled(before => ({ ...before, [path]: !isOpen(path) }))
            }
          />
        ))}
      </ul>
    </>
  );
}
