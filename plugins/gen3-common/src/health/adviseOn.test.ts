import { adviseOn } from './adviseOn';
import { Cause, INSIDE_CAUSES, OUTSIDE_CAUSES } from './causes';

describe('adviseOn', () => {
  it('names the service that is to be looked at', () => {
    expect(adviseOn('http-status', 'indexd')).toMatch(
      /^Look at the pods and logs of indexd:/,
    );
  });

  it.each<[string, readonly Cause[]]>([
    ['issuer', OUTSIDE_CAUSES],
    ['tls', ['tls', 'timeout', 'unreachable', 'dns', 'unsteady']],
    ['inside:pods', INSIDE_CAUSES],
    [
      'inside:argocd',
      [
        'sync-failed',
        'sync-slow',
        'argocd-silent',
        'not-readable',
        'timeout',
        'cancelled',
      ],
    ],
  ])('never takes the check "%s" for a service', (check, causes) => {
    // It said "Look at the pods and logs of issuer".
    const advice = causes.map(cause => adviseOn(cause, check));
    expect(advice.filter(each => each.includes(` of ${check}`))).toEqual([]);
  });

  it.each<Cause>(['crash-loop', 'unexpected-body'])(
    'says of guppy and "%s" that its Elasticsearch indices may be missing, and how they are made',
    cause => {
      expect(adviseOn(cause, 'guppy')).toMatch(
        /etl-cronjob.*Elasticsearch indices.*restart guppy-deployment/,
      );
    },
  );

  it('tells where the issuer is read', () => {
    expect(adviseOn('http-status', 'issuer')).toBe(
      'Check that the gateway passes /user/.well-known/openid-configuration on to fence: others check tokens by it.',
    );
  });

  it.each(INSIDE_CAUSES)(
    'says what to do about "%s" in one sentence',
    cause => {
      // A crash loop had two.
      expect(adviseOn(cause, 'fence')).toMatch(
        /^[A-Z](?:[^.!?]|[.](?=\w))+[.]$/,
      );
    },
  );

  // Advice guessed more than the cause says: a quota, data that are lost, a gateway that is shut, the one job of a service.
  it.each<[Cause, RegExp, RegExp]>([
    ['unschedulable', /what the scheduler names/, /quota/],
    ['volume-missing', /lost.*waits/, /database/],
    ['isolated', /the service that is named/, /revproxy/],
    ['job-failed', /the job that is named/, /fence/],
    ['job-late', /the job that is named/, /fence/],
    [
      'job-suspended',
      /the CronJob that is named.*by hand again is to be deleted/,
      /fence/,
    ],
    ['job-never-ran', /the job that is named/, /fence/],
    ['cluster-unreachable', /API server .* answers, .* credentials/, /rights/],
    ['not-readable', /rights.*else.*the reason/, /API server/],
    [
      'missing-workload',
      /nothing at all.*the cluster and the namespace that the reason names/,
      /annotation/,
    ],
    ['node-not-ready', /a pod on it may not answer/, /what runs/],
    ['sync-failed', /what keeps it from being applied/, /does not end/],
    // One that was only slow was told to have failed.
    ['sync-slow', /what the sync waits for/, /git/],
    ['argocd-silent', /application controller/, /what git declares/],
  ])('says of "%s" what fits all that has it', (cause, said, unsaid) => {
    const advice = adviseOn(cause, 'fence');
    expect(advice).toMatch(said);
    expect(advice).not.toMatch(unsaid);
  });

  it('points to what the check of other pods names', () => {
    expect(adviseOn('crash-loop', 'inside:pods')).toMatch(
      /^Read the last log of the workload that is named /,
    );
  });

  it('has nothing to say when all is well', () => {
    expect(adviseOn('ok', 'fence')).toBe('');
  });
});
