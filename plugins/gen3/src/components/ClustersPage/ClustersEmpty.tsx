import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { LAYER_DOCS } from '../../lib/docs';
import { gen3TranslationRef } from '../../translation';
import { ConfigLines } from '../ConfigLines';

const CONFIG_FILE = 'app-config.yaml';

const CONFIG = `kubernetes:
  serviceLocatorMethod: { type: singleTenant }
  clusterLocatorMethods:
    - type: config
      clusters:
        - name: east-1
          url: https://east-1.k8s.internal:6443
          authProvider: serviceAccount
          serviceAccountToken: \${EAST_1_TOKEN}
          caData: \${EAST_1_CA}`;

const ANNOTATIONS = `metadata:
  annotations:
    backstage.io/kubernetes-cluster: east-1
    backstage.io/kubernetes-namespace: heart`;

/** Backstage knows no cluster and no commons names one: what this page is for, and how to connect one. */
export function ClustersEmpty() {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <section aria-label={t('clustersPage.empty.title')}>
      <h2>{t('clustersPage.empty.title')}</h2>
      <p>
        {t('clustersPage.empty.text', { file: <code>{CONFIG_FILE}</code> })}
      </p>
      <ConfigLines text={CONFIG} />
      <p>{t('clustersPage.empty.annotations')}</p>
      <ConfigLines text={ANNOTATIONS} />
      <Link to={LAYER_DOCS.inside} underline="always">
        {t('clustersPage.empty.guide')}
      </Link>
    </section>
  );
}
