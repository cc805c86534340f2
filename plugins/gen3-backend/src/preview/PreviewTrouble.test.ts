import { mockServices } from '@backstage/backend-test-utils';
import { PreviewTrouble } from './PreviewTrouble';

const chart = (repoUrl: string) => ({ repoUrl, chart: 'gen3', revision: '1' });

/** What the log says of troubles, and of charts that render again (without a reason), one after the other. */
function logOf(...events: [repoUrl: string, reason?: string][]) {
  const logger = mockServices.logger.mock();
  const trouble = PreviewTrouble.create({ logger });
  for (const [repoUrl, reason] of events) {
    if (reason === undefined) trouble.forget(chart(repoUrl));
    else trouble.report(chart(repoUrl), reason);
  }
  return logger.warn.mock.calls.map(([, meta]) => meta);
}

const A = 'https://a.example';
const B = 'https://b.example';

describe('PreviewTrouble', () => {
  it('tells a reason once for each chart, also when they take turns', () => {
    expect(
      logOf([A, 'no helm'], [B, 'gone'], [A, 'no helm'], [B, 'gone']),
    ).toEqual([
      { repository: A, reason: 'no helm' },
      { repository: B, reason: 'gone' },
    ]);
  });

  it('tells another reason, and the same again after it went well', () => {
    const log = logOf([A, 'no helm'], [A, 'gone'], [A], [A, 'gone']);
    expect(log).toMatchObject([
      { reason: 'no helm' },
      { reason: 'gone' },
      { reason: 'gone' },
    ]);
  });

  it('tells no credentials', () => {
    expect(logOf(['https://bot:t0ken@a.example', 'gone'])).toEqual([
      { repository: A, reason: 'gone' },
    ]);
  });
});
