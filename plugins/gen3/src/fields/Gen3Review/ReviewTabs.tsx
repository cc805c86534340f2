import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import { ReactNode, useState } from 'react';
import { formatNumber } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';

/** One part of the review. */
export interface ReviewPart {
  name: 'findings' | 'files' | 'objects';
  /** How many it has. */
  count: number;
  /** Drawn when somebody opens it. */
  content: () => ReactNode;
}

/** The parts of the review; the first one is open. Arrow keys move between their names. */
export function ReviewTabs({ id, parts }: { id: string; parts: ReviewPart[] }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const [chosen, setChosen] = useState(parts[0]?.name);
  const shown = parts.find(({ name }) => name === chosen) ?? parts[0];
  return (
    <>
      <Tabs
        aria-label={t('preview.tab.label')}
        value={shown?.name ?? false}
        onChange={(_, name) => setChosen(name)}
        style={{ margin: '12px 0 8px' }}
      >
        {parts.map(({ name, count }) => (
          <Tab
            key={name}
            id={`${id}-tab-${name}`}
            aria-controls={`${id}-panel-${name}`}
            value={name}
            label={t(`preview.tab.${name}`, { amount: formatNumber(count) })}
            style={{ minWidth: 0, textTransform: 'none' }}
          />
        ))}
      </Tabs>
      {parts.map(({ name, content }) => (
        <div
          key={name}
          id={`${id}-panel-${name}`}
          role="tabpanel"
          aria-labelledby={`${id}-tab-${name}`}
          hidden={name !== shown?.name}
        >
          {name === shown?.name ? content() : null}
        </div>
      ))}
    </>
  );
}
