import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { gcp } from './gcp';

describe('gcp', () => {
  it('finds two clouds at once', () => {
    const values = `global: { aws: { enabled: true }, gcp: { enabled: true, projectID: heart-prod, secretStoreServiceAccount: a@b.iam.gserviceaccount.com } }`;
    expect(checkValues(gcp, values).findings).toMatchObject([
      { severity: 'error', where: { key: 'global.gcp.enabled' } },
    ]);
  });

  it.each([
    ['nothing', ''],
    [
      'what the chart has',
      ', projectID: project-name, secretStoreServiceAccount: GCP_SA@PROJECT_ID.iam.gserviceaccount.com',
    ],
  ])('refuses %s as project and account', (_, more) => {
    const values = `global: { externalSecrets: { deploy: true }, gcp: { enabled: true ${more} } }`;
    expect(checkValues(gcp, values).findings).toMatchObject([
      { severity: 'error', where: { key: 'global.gcp.projectID' } },
      {
        severity: 'error',
        where: { key: 'global.gcp.secretStoreServiceAccount' },
      },
    ]);
  });

  // Nothing but the store of External Secrets reads them.
  it('only tells when nothing reads them', () => {
    const values = 'global: { gcp: { enabled: true } }';
    expect(
      checkValues(gcp, values).findings.map(({ severity }) => severity),
    ).toEqual(['info', 'info']);
  });

  it('is content when all is said', () => {
    const values = `
global:
  externalSecrets: { deploy: true }
  gcp:
    enabled: true
    projectID: heart-prod
    secretStoreServiceAccount: secrets@heart-prod.iam.gserviceaccount.com
`;
    expect(checkValues(gcp, values).outcome).toBe('passed');
  });

  it('does not ask a commons that is not in Google Cloud', () => {
    expect(checkValues(gcp, '{}').outcome).toBe('not-applicable');
    expect(checkAnswers(gcp, {}).outcome).toBe('not-applicable');
  });
});
