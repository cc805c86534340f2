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
  ])('never takes the check "%s" for a service', (check, causes) => {
    // It said "Look at the pods and logs of issuer".
    const advice = causes.map(cause => adviseOn(cause, check));
    expect(advice.filter(each => each.includes(` of ${check}`))).toEqual([]);
  });

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

  it('points to what the check of other pods names', () => {
    expect(adviseOn('crash-loop', 'inside:pods')).toMatch(
      /^Read the last log of the workload that is named /,
    );
  });

  it('has nothing to say when all is well', () => {
    expect(adviseOn('ok', 'fence')).toBe('');
  });
});
