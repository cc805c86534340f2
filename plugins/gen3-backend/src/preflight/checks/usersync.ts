import type { JsonObject } from '@backstage/types';
import { hasService } from '../hasService';
import { quote } from '../quote';
import type { PreflightCheck, PreflightSubject, Problem } from '../types';
import { isSet, valueAt } from '../valueAt';

const SWITCH = 'fence.usersync.usersync';
const PATH = 'fence.usersync.userYamlS3Path';

/** The file of Gen3's own tests, which the chart names (`gen3-helm:helm/fence/values.yaml`). */
const CHART_PATH = 's3://cdis-gen3-users/helm-test/user.yaml';

/** The word for "the users in the values" (`gen3-helm:helm/fence/templates/usersync-cron.yaml`). */
const FROM_VALUES = 'none';

const S3_FILE = /^s3:\/\/[a-z0-9][a-z0-9.-]*\/[^/].*$/;

/**
 * Where users and their rights come from: the file `user.yaml` in S3, which the CronJob `usersync` reads again and again, or `fence.USER_YAML`,
 * which is read once (`gen3-helm:helm/fence/templates/usersync-cron.yaml`, `gen3-helm:helm/fence/templates/useryaml-job.yaml`).
 */
export const usersync: PreflightCheck = {
  id: 'usersync',
  title: 'Users come from a file of this commons',
  run({ subject }) {
    if (!hasService(subject, 'fence')) return 'not-applicable';
    const path = valueAt(subject.values, PATH) ?? CHART_PATH;
    if (!isSet(subject.values, SWITCH)) return judgeValues(subject, SWITCH);
    if (path === FROM_VALUES) return judgeValues(subject, PATH);
    if (path === CHART_PATH) return [usersOfChart(subject)];
    return S3_FILE.test(String(path)) ? [] : [noFile(path)];
  },
};

function hasUsers(values: JsonObject): boolean {
  return isSet(values, 'fence.USER_YAML');
}

function judgeValues(
  { tier, values }: PreflightSubject,
  key: string,
): Problem[] {
  if (tier !== 'production') return [];
  return [
    {
      severity: 'warning',
      key,
      what: hasUsers(values)
        ? 'Users and their rights come from the values only'
        : "Users and their rights come from the chart's example only",
      why: hasUsers(values)
        ? 'Whoever gets or loses access needs a change and a sync of the whole commons.'
        : 'It gives nobody of this commons any rights, and somebody of the example those to write data.',
      fix: `Put a user.yaml into a bucket, set ${SWITCH} to true and ${PATH} to its URL, s3://bucket/path/user.yaml`,
    },
  ];
}

function usersOfChart({ tier }: PreflightSubject): Problem {
  return {
    severity: tier === 'production' ? 'error' : 'warning',
    key: PATH,
    what: `Users and their rights come from ${CHART_PATH}, the file of the chart's own tests`,
    why: 'It belongs to others: either it cannot be read and nobody gets access, or others decide who has it.',
    fix: `Set ${PATH} to the URL of the user.yaml of this commons, s3://bucket/path/user.yaml`,
  };
}

function noFile(path: unknown): Problem {
  return {
    severity: 'error',
    key: PATH,
    what: `Users and their rights are to come from ${quote(
      path,
    )}, which is no file in S3`,
    why: 'The job usersync cannot copy it and fails: nobody gets access.',
    fix: `Set ${PATH} to the URL of a file, s3://bucket/path/user.yaml`,
  };
}
