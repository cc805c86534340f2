import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import { ReactNode, useState } from 'react';
import { formatNumber } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  tabs: { margin: theme.spacing(1.5, 0, 1) },
  tab: {
    minWidth: 0,
    textTransform: 'none',
    // Backstage's theme has a white one here, in the dark, too.
    '&:hover': {
      background: theme.palette.action.hover,
      color: theme.palette.text.primary,
    },
  },
}));

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
  const classes = useStyles();
  const [chosen, setChosen] = useState(parts[0]?.name);
  const shown = parts.find(({ name }) => name === chosen) ?? parts[0];
  return (
    <>
      <Tabs
        aria-label={t('preview.tab.label')}
        value={shown?.name ?? false}
        onChange={(_, name) => setChosen(name)}
        className={classes.tabs}
      >
        {parts.map(({ name, count }) => (
          <Tab
            key={name}
            id={`${id}-tab-${name}`}
            aria-controls={`${id}-panel-${name}`}
            value={name}
            label={t(`preview.tab.${name}`, { amount: formatNumber(count) })}
            className={classes.tab}
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
