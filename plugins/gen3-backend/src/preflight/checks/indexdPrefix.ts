import { hasService } from '../hasService';
import { quote } from '../quote';
import type { PreflightCheck } from '../types';
import { valueAt } from '../valueAt';

const KEY = 'indexd.defaultPrefix';

/** What the chart and Gen3's templates have in the place of a prefix. */
const PLACEHOLDERS = ['PREFIX/', 'TEST/', 'testprefix/', 'dg.XXXX/'];

/**
 * Indexd puts its prefix before the GUIDs that it makes (`DEFAULT_PREFIX`, `PREPEND_PREFIX`; `gen3-helm:helm/indexd/templates/deployment.yaml`,
 * `gen3-helm:helm/indexd/indexd-settings/local_settings.py`). It ends with a slash, and the chart's is the word PREFIX
 * (`gen3-helm:helm/indexd/values.yaml`). The Center for Translational Data Science gives each commons its own, such as `dg.4503/`
 * (`cloud-automation:tf_files/aws/commons/sample.tfvars`).
 */
export const indexdPrefix: PreflightCheck = {
  id: 'indexd-prefix',
  title: 'Identifiers of data have a prefix of their own',
  run({ subject }) {
    if (!hasService(subject, 'indexd')) return 'not-applicable';
    const prefix = valueAt(subject.values, KEY) ?? 'PREFIX/';
    const isOwn = prefix !== '' && !PLACEHOLDERS.includes(String(prefix));
    if (isOwn && !String(prefix).endsWith('/')) {
      return [
        {
          severity: 'error',
          key: KEY,
          what: `The prefix of identifiers is ${quote(
            prefix,
          )}, without a slash at its end`,
          why: 'It grows together with the identifiers that indexd makes, and those cannot be changed once they are in use.',
          fix: `Set ${KEY} to the prefix with its slash, e.g. "dg.XXXX/"`,
        },
      ];
    }
    if (isOwn || subject.tier !== 'production') return [];
    return [
      {
        severity: 'warning',
        key: KEY,
        what:
          prefix === ''
            ? 'Identifiers of data get no prefix'
            : `Identifiers of data get the prefix ${quote(
                prefix,
              )}, which is an example`,
        why: 'Nobody can tell from an identifier which commons has the data, so it is not found from outside; later it cannot be changed.',
        fix: `Ask the Center for Translational Data Science for a prefix and set ${KEY} to it, with a slash at its end`,
      },
    ];
  },
};
