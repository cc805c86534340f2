import type { SourceFact } from '../facts/types';
import { listNames } from '../listNames';
import { nearestName } from '../nearestName';
import { quote } from '../quote';
import type { CheckAnswer, PreflightCheck, Problem } from '../types';

/** The files of a commons have to go somewhere that changes can be proposed to, and be such that the source sees the commons. */
export const sourceKnown: PreflightCheck = {
  id: 'source-known',
  title: 'The source takes changes, and would see the commons',
  run({ subject, facts }) {
    if (!subject.plan) return 'not-applicable';
    const { sources } = facts;
    return sources.known
      ? judge(sources.value, subject.plan.answers.source)
      : { notRun: sources.why };
  },
};

function judge(sources: SourceFact[], written: string): CheckAnswer {
  const found = sources.find(({ id }) => id === written);
  if (found?.takesChanges) {
    const { id, unseenChart } = found;
    return unseenChart === undefined ? [] : [unseen(id, unseenChart)];
  }
  return [found ? elsewhere(written, sources) : nobodyKnows(written, sources)];
}

function unseen(id: string, chart: string): Problem {
  return {
    severity: 'error',
    field: 'source',
    what: `The source ${quote(id)} does not know a commons by the chart ${quote(
      chart,
    )}`,
    why: 'Launches get that chart, so the commons would run, and the portal would never see it.',
    fix: `Add ${quote(
      chart,
    )} to catalog.providers.gen3.${id}.charts, or set another chart in gen3.changes`,
  };
}

function elsewhere(written: string, sources: SourceFact[]): Problem {
  return problem(
    `Nothing can be proposed to the repository of the source ${quote(written)}`,
    "It is not on the portal's machine (file://), and its host is none of the config integrations.",
    sources,
  );
}

function nobodyKnows(written: string, sources: SourceFact[]): Problem {
  const meant = nearestName(
    written,
    sources.map(({ id }) => id),
  );
  return problem(
    written === ''
      ? 'No source is named'
      : `No managed source of type gitops is called ${quote(written)}${
          meant === undefined ? '' : `; did you mean "${meant}"?`
        }`,
    'The files of the commons would go nowhere, and nothing would find it.',
    sources,
  );
}

function problem(what: string, why: string, sources: SourceFact[]): Problem {
  const ids = sources.flatMap(({ id, takesChanges }) =>
    takesChanges ? [id] : [],
  );
  return {
    severity: 'error',
    field: 'source',
    what,
    why,
    fix:
      ids.length > 0
        ? `Choose a source that takes changes: ${listNames(ids)}`
        : 'No source takes changes yet: add one of type gitops to catalog.providers.gen3, whose repository is on this machine or at a host of integrations',
  };
}
