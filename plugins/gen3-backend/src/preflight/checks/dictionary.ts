import { hasService } from '../hasService';
import { quote } from '../quote';
import type { PreflightCheck, PreflightSubject, Problem } from '../types';

const KEY = 'global.dictionaryUrl';

/** Services whose pods get its URL (`gen3-helm:helm/{sheepdog,peregrine,etl,sower}/templates`). */
const READERS = ['sheepdog', 'peregrine', 'etl', 'sower'];

/** The data dictionary that is given can be loaded, and one is given where data are to be kept. */
export const dictionary: PreflightCheck = {
  id: 'dictionary',
  title: 'The data dictionary can be loaded',
  run({ subject, facts }) {
    if (!READERS.some(name => hasService(subject, name))) {
      return 'not-applicable';
    }
    const found = facts.dictionary;
    if (!found.known) return { notRun: found.why };
    if (found.value === undefined) return [noneGiven(subject)];
    if (found.value.kind === 'loaded') return [];
    const url = quote(subject.declared.dictionaryUrl);
    return [
      {
        severity: 'error',
        key: KEY,
        what: `The dictionary URL ${url} ${found.value.why}`,
        why: 'Sheepdog and peregrine load the dictionary when they start, and do not start without it.',
        fix: `Set ${KEY} to the URL of the schema.json of a Gen3 data dictionary`,
      },
    ];
  },
};

/** The chart's own is a branch that changes under whoever uses it (`gen3-helm:helm/gen3/values.yaml`). */
function noneGiven({ tier }: PreflightSubject): Problem {
  const isProtected = tier === 'production' || tier === 'staging';
  return {
    severity: isProtected ? 'warning' : 'info',
    key: KEY,
    what: `No data dictionary is given, so this ${tier} commons gets the chart's own, which is one of Gen3's developers`,
    why: 'It changes with their work, and data that were submitted by it have to be submitted again by another one.',
    fix: `Set ${KEY} to the schema.json of your dictionary, with a version in its URL`,
  };
}
