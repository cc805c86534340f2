import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { AskedEdit } from '../../lib/askEdits';
import { formatNumber } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';
import { AcceptedOfCommons, acceptedOf, withAcceptedOf } from './acceptedOf';
import { EditLine } from './EditLine';
import { ForAllButton } from './ForAllButton';
import { useEditPreflights } from './useEditPreflights';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  wave: { margin: theme.spacing(2, 0, 0.5), fontSize: 16 },
}));

/** Several edits, a line for each, wave by wave. */
export function EditList(props: {
  id: string;
  edits: AskedEdit[];
  accept: AcceptedOfCommons[];
  onChange: (accept: AcceptedOfCommons[]) => void;
}) {
  const { id, accept, onChange } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const classes = useStyles();
  const edits = useEditPreflights(props.edits);
  const done = edits.filter(
    ({ question, preflight }) =>
      question.state !== 'ready' || !preflight.isPending,
  ).length;
  const found = edits.map(({ hostname, preflight }) => ({
    hostname,
    findings: preflight.data?.findings ?? [],
  }));
  const waves = [...new Set(edits.map(({ wave }) => wave))];
  return (
    <section aria-label={t('editFields.review.changes')}>
      <div role="status">
        {t('editFields.review.checked', {
          done: formatNumber(done),
          all: formatNumber(edits.length),
        })}
      </div>
      {waves.map(wave => {
        const name = t('editFields.waves.wave', {
          wave: formatNumber(wave + 1),
        });
        return (
          <div key={wave}>
            {waves.length > 1 ? <h3 className={classes.wave}>{name}</h3> : null}
            <ul className={classes.list} aria-label={name}>
              {edits
                .filter(edit => edit.wave === wave)
                .map(edit => (
                  <li key={edit.hostname}>
                    <EditLine
                      id={`${id}-${edit.hostname}`}
                      edit={edit}
                      accept={acceptedOf(accept, edit.hostname)}
                      onChange={changed =>
                        onChange(withAcceptedOf(accept, edit.hostname, changed))
                      }
                      belowReason={warning => (
                        <ForAllButton
                          hostname={edit.hostname}
                          warning={warning}
                          found={found}
                          accept={accept}
                          onChange={onChange}
                        />
                      )}
                    />
                  </li>
                ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
