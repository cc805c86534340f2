import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Link from '@material-ui/core/Link';
import { gen3TranslationRef } from '../../translation';

/** Leads out of a form to documents about something, beside the form: its answers stay. */
export function DocsLink(props: {
  href: string;
  /** Its name where several stand together. @defaultValue what is to be read */
  label?: string;
}) {
  const { href, label } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <Link
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      // It stands amid text, where its colour alone would not tell it.
      underline="always"
      aria-label={label}
    >
      {t('wizard.docs')}
    </Link>
  );
}
