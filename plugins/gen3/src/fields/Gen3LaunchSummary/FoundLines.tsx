import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Link from '@material-ui/core/Link';
import { Fragment } from 'react';
import { counted } from '../../lib/count';
import { FoundPlaces } from '../../lib/placesOfFindings';
import { gen3TranslationRef } from '../../translation';
import { FieldsHere, focusField } from './fieldsHere';
import { Meaning } from './useMeaning';

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

function Places({ found, here }: { found: FoundPlaces; here: FieldsHere }) {
  return (
    <>
      {found.places.map((place, index) => {
        const field = here.get(place);
        return (
          <Fragment key={place}>
            {index === 0 ? ': ' : ', '}
            {field ? (
              <Link
                component="button"
                type="button"
                variant="inherit"
                underline="always"
                onClick={() => focusField(field.id)}
              >
                {field.title}
              </Link>
            ) : (
              place
            )}
          </Fragment>
        );
      })}
    </>
  );
}
