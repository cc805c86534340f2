import { SidebarItem } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import ListItemText from '@material-ui/core/ListItemText';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import People from '@material-ui/icons/People';
import { MouseEvent, useState } from 'react';
import {
  becomeDemoPerson,
  currentDemoPerson,
  listDemoPeople,
} from '../signIn/demoPeople';

/** In a demo: who the reader is, and whom else they may be; a change needs two people. */
export function DemoPersonItem() {
  const people = listDemoPeople(useApi(configApiRef));
  const [anchor, setAnchor] = useState<Element>();
  const current = currentDemoPerson(people);
  if (!current) return null;
  return (
    <>
      <SidebarItem
        icon={People}
        text={`You are ${current.title}`}
        onClick={(event: MouseEvent) => setAnchor(event.currentTarget)}
      />
      <Menu
        anchorEl={anchor}
        open={anchor !== undefined}
        onClose={() => setAnchor(undefined)}
      >
        {people.map(({ name, title }) => (
          <MenuItem
            key={name}
            selected={name === current.name}
            onClick={() => becomeDemoPerson(name)}
          >
            <ListItemText primary={title} />
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
