import {
  EntityOrphanWarning,
  EntityProcessingErrorsPanel,
  EntityRelationWarning,
  EntitySwitch,
  hasCatalogProcessingErrors,
  hasRelationWarnings,
  isOrphan,
} from '@backstage/plugin-catalog';
import { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { Fragment } from 'react';

type Cards = EntityContentLayoutProps['cards'];

const useStyles = makeStyles(theme => ({
  cards: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(3),
    minWidth: 0,
  },
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(3),
    alignItems: 'start',
    [theme.breakpoints.up('md')]: {
      gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
    },
  },
}));

/**
 * Overview of a commons or of a service. Unlike Backstage's own, it has what an entity is after how it is: on a phone, and for
 * a screen reader, health comes first.
 */
export function OverviewLayout({ cards }: EntityContentLayoutProps) {
  const classes = useStyles();
  const isInfo = ({ type }: Cards[number]) => type === 'info';
  return (
    <>
      <Warnings />
      <div className={classes.root}>
        <CardColumn cards={cards.filter(card => !isInfo(card))} />
        <CardColumn cards={cards.filter(isInfo)} />
      </div>
    </>
  );
}

function CardColumn({ cards }: { cards: Cards }) {
  const classes = useStyles();
  return (
    <div className={classes.cards}>
      {cards.map(({ element }, index) => (
        <Fragment key={element.key ?? index}>{element}</Fragment>
      ))}
    </div>
  );
}

/** What the catalog itself has to say of the entity. */
function Warnings() {
  return (
    <>
      <EntitySwitch>
        <EntitySwitch.Case if={isOrphan}>
          <EntityOrphanWarning />
        </EntitySwitch.Case>
      </EntitySwitch>
      <EntitySwitch>
        <EntitySwitch.Case if={hasRelationWarnings}>
          <EntityRelationWarning />
        </EntitySwitch.Case>
      </EntitySwitch>
      <EntitySwitch>
        <EntitySwitch.Case if={hasCatalogProcessingErrors}>
          <EntityProcessingErrorsPanel />
        </EntitySwitch.Case>
      </EntitySwitch>
    </>
  );
}
