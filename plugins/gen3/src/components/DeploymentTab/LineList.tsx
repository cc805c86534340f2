import { makeStyles } from '@material-ui/core/styles';
import { Children, ReactNode } from 'react';
import { PartTitle } from './PartTitle';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    fontSize: 13,
    overflowWrap: 'anywhere',
  },
});

/** A titled list of lines; nothing when there is none. */
export function LineList(props: { title: string; children: ReactNode }) {
  const classes = useStyles();
  const lines = Children.toArray(props.children);
  if (lines.length === 0) return null;
  return (
    <div>
      <PartTitle title={props.title} />
      <ul className={classes.list}>
        {lines.map((line, index) => (
          // eslint-disable-next-line react/no-array-index-key -- lines have no names, and none moves
          <li key={index}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
