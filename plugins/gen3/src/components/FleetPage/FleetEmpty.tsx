import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import { sourcesLinkRouteRef } from '../../routes';
import { ConfigLines } from '../ConfigLines';

const EXAMPLE = `catalog:
  providers:
    gen3:
      my-fleet:
        type: gitops
        url: https://github.com/my-org/gen3-gitops
        branch: main
        owner: group:default/csoc`;

/** No commons at all: what this page is for and how to fill it. */
export function FleetEmpty() {
  const sourcesLink = useRouteRef(sourcesLinkRouteRef)?.();
  return (
    <section aria-label="No commons yet">
      <h2>No commons yet</h2>
      <p>
        This page shows every Gen3 data commons that the portal knows and you
        may see, the ones that need attention first. When others see commons
        here and you do not, a permission is missing: ask the owners of this
        portal.
      </p>
      <p>
        Commons are found in sources: tell the portal where yours are declared,
        in its <code>app-config.yaml</code>:
      </p>
      <ConfigLines text={EXAMPLE} />
      {sourcesLink ? (
        <p>
          A source is there already?{' '}
          <Link to={sourcesLink} underline="always">
            See what it found and what it could not read
          </Link>
          .
        </p>
      ) : null}
    </section>
  );
}

/** Commons, but none that match. */
export function FleetNoMatch(props: { onClear: () => void }) {
  return (
    <section aria-label="No commons match">
      <p>No commons match these filters.</p>
      <Button
        size="small"
        variant="outlined"
        style={{ textTransform: 'none' }}
        onClick={props.onClear}
      >
        Clear filters
      </Button>
    </section>
  );
}
