import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { gen3TranslationRef } from '../../translation';
import { FieldsHere, fieldsHere } from './fieldsHere';
import { MeaningFacts } from './MeaningFacts';
import { MeaningNote } from './MeaningNote';
import { sayMeaning } from './sayMeaning';
import { useMeaning } from './useMeaning';
import { useSummaryStyles } from './useSummaryStyles';

/**
 * First field of a page of the wizard: what the answers mean so far, beside the fields where there is room, else as one line above them that
 * opens. It has no value. Nothing of it is read out by itself: it changes with each letter that somebody types.
 */
export function Gen3LaunchSummary(props: FieldExtensionComponentProps<null>) {
  return (
    <Gen3QueryProvider>
      <Summary
        id={props.idSchema.$id}
        formData={props.formContext?.formData}
        here={fieldsHere(props)}
      />
    </Gen3QueryProvider>
  );
}

function Summary(props: { id: string; formData: unknown; here: FieldsHere }) {
  const { id, formData, here } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const classes = useSummaryStyles();
  const isNarrow = useMediaQuery(useTheme().breakpoints.down('md'), {
    noSsr: true,
  });
  const meaning = useMeaning(formData);
  const body = (
    <>
      <MeaningNote meaning={meaning} here={here} className={classes.note} />
      <MeaningFacts meaning={meaning} here={here} />
    </>
  );
  return (
    <aside
      id={id}
      aria-label={t('launchSummary.label')}
      className={classes.root}
    >
      {isNarrow ? (
        <details>
          <summary className={classes.line}>{sayMeaning(meaning, t)}</summary>
          {body}
        </details>
      ) : (
        <>
          <h3 className={classes.title}>{t('launchSummary.label')}</h3>
          {body}
        </>
      )}
    </aside>
  );
}
