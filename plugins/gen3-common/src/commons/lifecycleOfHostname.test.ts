import { Gen3Lifecycle, lifecycleOfHostname } from './lifecycleOfHostname';

describe('lifecycleOfHostname', () => {
  it.each<[Gen3Lifecycle, string[]]>([
    [
      'production',
      [
        'brh.data-commons.org',
        'gen3.biodatacatalyst.nhlbi.nih.gov',
        'data.midrc.org',
        'validate.midrc.org',
        'diseasedatahub.org',
        'va.data-commons.org',
        'imaging-hub.data-commons.org',
        'portal.occ-data.org',
        'heart.example',
        'qatar.example',
        'contest.example',
        'developers.example',
        'commons.dev',
      ],
    ],
    [
      'staging',
      [
        'staging.gen3.biodatacatalyst.nhlbi.nih.gov',
        'preprod.gen3.biodatacatalyst.nhlbi.nih.gov',
        'internalstaging.theanvil.io',
        'preprod.healdata.org',
        'staging.midrc.org',
        'validatestaging.midrc.org',
        'brhstaging.data-commons.org',
        'bih-staging.data-commons.org',
        'bihstaging.data-commons.org',
        'staging.chordshealth.org',
        'nci-crdc-staging.datacommons.io',
        'gen3staging.kidsfirstdrc.org',
        'heart-staging.example',
      ],
    ],
    [
      'qa',
      [
        'gen3qa.kidsfirstdrc.org',
        'qa-brh.planx-pla.net',
        'va-testing.data-commons.org',
        'qa.heart.example',
      ],
    ],
    [
      'development',
      [
        'emalinowskiv1.planx-pla.net',
        'nightly.planx-pla.net',
        'elwazi-demo.planx-pla.net',
        'dev.heart.example',
        'heart-dev.example',
        'gen3.local.dev.example',
      ],
    ],
  ])('takes for %s what is', (lifecycle, hostnames) => {
    expect(
      hostnames.filter(host => lifecycleOfHostname(host) !== lifecycle),
    ).toEqual([]);
  });
});
