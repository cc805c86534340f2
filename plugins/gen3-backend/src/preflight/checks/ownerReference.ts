import { ownerRefOf } from '../ownerRefOf';
import { quote } from '../quote';
import type { CheckAnswer, PreflightCheck, Problem } from '../types';

const OWNERS = ['group', 'user'];

const HOW_TO_FIX =
  'Name a group or user of the catalog in full, e.g. group:default/csoc';

/** Whom the portal asks about the commons, tells when its changes end, and may let see it: so somebody has to be there. */
export const ownerReference: PreflightCheck = {
  id: 'owner-reference',
  title: 'The owner is a group or user of the catalog',
  run({ subject, facts }) {
    if (!subject.plan) return 'not-applicable';
    const { owner } = subject.plan.answers;
    const complaint = complainAbout(owner);
    if (complaint !== undefined) return [complaint];
    return judge(owner, facts.owner);
  },
};

function complainAbout(owner: string): Problem | undefined {
  if (owner === '') return problem('Nobody is named as the owner');
  const ref = ownerRefOf(owner);
  if (!ref) return problem(`The owner ${quote(owner)} is no entity reference`);
  if (!OWNERS.includes(ref.kind.toLocaleLowerCase('en-US'))) {
    return problem(`The owner ${quote(owner)} is neither a group nor a user`);
  }
  return ref.entityRef === owner
    ? undefined
    : problem(
        `The owner ${quote(owner)} is not written in full`,
        `Write ${ref.entityRef}`,
      );
}

function judge(
  owner: string,
  found: Parameters<PreflightCheck['run']>[0]['facts']['owner'],
): CheckAnswer {
  if (!found.known) return { notRun: found.why };
  return found.value
    ? []
    : [problem(`The catalog has no owner ${quote(owner)}`)];
}

function problem(what: string, fix = HOW_TO_FIX): Problem {
  return {
    severity: 'error',
    field: 'owner',
    what,
    why: 'Nobody would be told of the commons, and where people see the commons that they own, nobody would see it.',
    fix,
  };
}
