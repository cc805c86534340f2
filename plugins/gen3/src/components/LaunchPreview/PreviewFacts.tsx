import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  PreviewResponse,
  RenderedPreview,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { makeStyles } from '@material-ui/core/styles';
import { counted, formatNumber } from '../../lib/count';
import { formatBytes, formatCpu } from '../../lib/formatQuantity';
import { shortRevision } from '../../lib/shortRevision';
import { gen3TranslationRef } from '../../translation';
import { SecretNames } from '../SecretNames';

const useStyles = makeStyles(theme => ({
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 3),
    listStyle: 'none',
    margin: theme.spacing(1, 0, 0.5),
    padding: 0,
    fontSize: 14,
    '& strong': { fontSize: 16 },
  },
  chart: {
    margin: 0,
    fontSize: 12,
    color: theme.palette.text.secondary,
    overflowWrap: 'anywhere',
  },
}));

/** What a reviewer reads in ten seconds: how much changes, what it asks of the cluster, and whether anything is risky. */
export function PreviewFacts(props: {
  preview: PreviewResponse;
  /** Names of the secrets that must be there first, where they are known. */
  secrets?: string[];
}) {
  const { preview, secrets = [] } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const classes = useStyles();
  const { files } = preview;
  const changing = files.filter(({ before, after }) => before !== after);
  return (
    <>
      <ul className={classes.facts}>
        <li>
          <strong>{t('preview.fact.files', counted(changing.length))}</strong>
        </li>
        {preview.rendered ? <ObjectFacts preview={preview} /> : null}
        {secrets.length > 0 ? (
          <li>
            <SecretNames
              isTitled
              names={secrets}
              title={t('wizard.review.secrets', counted(secrets.length))}
            />
          </li>
        ) : null}
        {preview.rendered ? (
          <li>
            <strong>
              {preview.risks.length === 0
                ? t('preview.fact.noRisks')
                : t('preview.fact.risks', counted(preview.risks.length))}
            </strong>
          </li>
        ) : null}
      </ul>
      {preview.rendered ? (
        <p className={classes.chart}>
          {t('preview.fact.chart', {
            version: shortRevision(preview.chart.version),
            revision: preview.chart.revision,
            repoUrl: preview.chart.repoUrl,
          })}
        </p>
      ) : null}
    </>
  );
}

function ObjectFacts({ preview: { summary } }: { preview: RenderedPreview }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { added, changed, removed, objects } = summary;
  return (
    <>
      <li>
        <strong>
          {added + changed + removed === 0
            ? t('preview.fact.unchanged')
            : t('preview.fact.objects', {
                added: formatNumber(added),
                changed: formatNumber(changed),
                removed: formatNumber(removed),
              })}
        </strong>{' '}
        {t('preview.fact.ofObjects', counted(objects))}
      </li>
      <li title={summary.services.join(', ')}>
        <strong>
          {t('preview.fact.services', counted(summary.services.length))}
        </strong>
      </li>
      <li>
        <strong>
          {t('preview.fact.workloads', counted(summary.workloads))}
        </strong>
        {': '}
        {t('preview.fact.requests', {
          cpu: formatCpu(summary.cpuRequestMillis),
          memory: formatBytes(summary.memoryRequestBytes),
        })}
      </li>
    </>
  );
}
