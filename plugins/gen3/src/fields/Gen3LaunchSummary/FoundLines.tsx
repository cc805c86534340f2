import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Link from '@material-ui/core/Link';
import { useAnswerNames } from '../../hooks/useAnswerNames';
import { counted } from '../../lib/count';
import { FoundPlaces } from '../../lib/placesOfFindings';
import { gen3TranslationRef } from '../../translation';
import { propertyOf } from '../../lib/propertyOf';
import { sayAnswer } from '../../lib/sayAnswer';
import { FieldsHere, focusField } from './fieldsHere';
import { Meaning } from './useMeaning';
import { useSummaryStyles } from './useSummaryStyles';

/** How many errors and warnings there are, and where; what stands on this page can be gone to. */
export function FoundLines(props: { meaning: Meaning; here: FieldsHere }) {
  const { meaning, here } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const { errors, warnings } = meaning;
  if (!errors || !warnings) return <>{t('launchSummary.unknown')}</>;
  if (errors.count + warnings.count === 0) {
    return <>{t('launchSummary.nothingFound')}</>;
  }
  return (
    <>
      {errors.count > 0 ? (
        <div>
          {t('launchSummary.errors', counted(errors.count))}
          <Places found={errors} here={here} />
        </div>
      ) : null}
      {warnings.count > 0 ? (
        <div>
          {t('launchSummary.warnings', counted(warnings.count))}
          <Places found={warnings} here={here} />
        </div>
      ) : null}
    </>
  );
}

/** A line for each: what wraps in a line with others would stand in a block of its own, with the commas beside it. */
function Places({ found, here }: { found: FoundPlaces; here: FieldsHere }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const classes = useSummaryStyles();
  const nameOf = useAnswerNames();
  // Several answers may be of one field.
  const places = [...new Set(found.places.map(propertyOf))];
  return places.length === 0 ? null : (
    <>
      :
      <ul className={classes.places}>
        {places.map(place => {
          const field = here.get(place);
          return (
            <li key={place}>
              {field ? (
                <Link
                  component="button"
                  type="button"
                  variant="inherit"
                  underline="always"
                  align="left"
                  onClick={() => focusField(field.id)}
                >
                  {field.title}
                </Link>
              ) : (
                sayAnswer(nameOf(place), t)
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
