import { resolve } from 'node:path';
import { z } from 'zod';
import { REPOSITORY } from './repository';
import { readConfig } from './start/configFiles';

const sourceSchema = z.strictObject({
  type: z.literal('static'),
  owner: z.string(),
  relationship: z.string(),
  probing: z.string(),
  commons: z.array(
    // Strict: nothing here may switch probing on for a single commons.
    z.strictObject({
      hostname: z.hostname(),
      title: z.string(),
      description: z.string(),
    }),
  ),
});

/**
 * The public commons of gen3.org/powered-by-gen3, stats.gen3.org and gen3-gitops, August 2026; without the Australian
 * Cardiovascular Data Commons, for the reason that the file gives.
 */
const PUBLIC_COMMONS = [
  'gen3.biodatacatalyst.nhlbi.nih.gov',
  'brh.data-commons.org',
  'data.bloodpac.org',
  'caninedc.org',
  'chicagoland.pandemicresponsecommons.org',
  'nci-crdc.datacommons.io',
  'portal.occ-data.org',
  'healdata.org',
  'externaldata.healdata.org',
  'icgc.bionimbus.org',
  'jcoin.datacommons.io',
  'data.kidsfirstdrc.org',
  'data.midrc.org',
  'validate.midrc.org',
  'imaging-hub.data-commons.org',
  'mc2dp.data-commons.org',
  'externalgen3.prometheus.data-commons.org',
  'vpodc.data-commons.org',
  'va.data-commons.org',
  'gen3.datacommons.io',
  'diseasedatahub.org',
  'aids.diseasedatahub.org',
  'flu.diseasedatahub.org',
  'tb.diseasedatahub.org',
  'microbiome.diseasedatahub.org',
  'chordshealth.org',
  'headneckcancerbank.data-commons.org',
  'stanfordaimi.data-commons.org',
  'm3aicommons.org',
  'dataguids.org',
  'portal.pedscommons.org',
  'gearbox.pedscommons.org',
  'aced-idp.org',
  'portal.ardac.org',
  'data.agdr.org.nz',
  'browse.rakeiora.ac.nz',
  'nl4c-dataportal.prinsesmaximacentrum.nl',
  'toxdatacommons.com',
  'ufcdc-portal.org',
];

describe('examples/public-commons.yaml', () => {
  it('lists every public commons once, as associated and not to be asked', async () => {
    const config = await readConfig(
      [resolve(REPOSITORY, 'examples/public-commons.yaml')],
      {},
    );
    config.close();
    const source = sourceSchema.parse(
      config.get('catalog.providers.gen3.public-commons'),
    );
    const hostnames = source.commons.map(({ hostname }) => hostname);

    expect(source).toMatchObject({
      relationship: 'associated',
      probing: 'off',
    });
    expect([...hostnames].sort()).toEqual([...PUBLIC_COMMONS].sort());
  });
});
