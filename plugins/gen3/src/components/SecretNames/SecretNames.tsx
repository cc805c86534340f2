import { makeStyles } from '@material-ui/core/styles';

/** As many are read at a glance; more are unfolded, or they push away what else there is to read. */
const AT_A_GLANCE = 3;

const useStyles = makeStyles({
  names: { listStyle: 'none', margin: 0, padding: 0 },
  name: { fontFamily: 'monospace', fontSize: 13, overflowWrap: 'anywhere' },
  title: { cursor: 'pointer' },
});

/** Names of secrets: of a commons with a managed database there are a dozen and more. */
export function SecretNames(props: {
  names: string[];
  /** How many there are, for people. */
  title: string;
  /** Nothing else says what a few names are. @defaultValue false */
  isTitled?: boolean;
}) {
  const { names, title, isTitled = false } = props;
  const classes = useStyles();
  if (names.length <= AT_A_GLANCE) {
    return (
      <>
        {isTitled ? (
          <>
            <strong>{title}</strong>
            {': '}
          </>
        ) : null}
        <span className={classes.name}>{names.join(', ')}</span>
      </>
    );
  }
  return (
    <details>
      <summary className={classes.title}>
        <strong>{title}</strong>
      </summary>
      <ul className={classes.names}>
        {names.map(name => (
          <li key={name} className={classes.name}>
            {name}
          </li>
        ))}
      </ul>
    </details>
  );
}
