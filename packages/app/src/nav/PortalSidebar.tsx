import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarSpace,
} from '@backstage/core-components';
import { NavContentComponentProps } from '@backstage/plugin-app-react';
import Menu from '@material-ui/icons/Menu';
import Settings from '@material-ui/icons/Settings';
import { DemoPersonItem } from './DemoPersonItem';
import { PortalLogo } from './PortalLogo';

/** Pages that have a place of their own; all others follow by title. */
const FIRST = [
  'page:gen3/fleet',
  'page:gen3/changes',
  'page:gen3/clusters',
  'page:gen3/sources',
  'page:catalog',
];
/** Reached from entity pages. */
const HIDDEN = ['page:catalog-graph'];
const LAST = ['page:search', 'page:user-settings'];

/** Where everything is: what needs attention first, settings last. On a phone each group is a button at the bottom. */
export function PortalSidebar({ navItems }: NavContentComponentProps) {
  const nav = navItems.withComponent(item => (
    <SidebarItem
      key={item.href}
      icon={() => item.icon}
      to={item.href}
      text={item.title}
    />
  ));
  const first = FIRST.map(id => nav.take(id));
  HIDDEN.forEach(id => nav.take(id));
  const last = LAST.map(id => nav.take(id));
  return (
    <Sidebar>
      <PortalLogo />
      <SidebarDivider />
      <SidebarGroup label="Menu" icon={<Menu />}>
        {first}
        {nav.rest({ sortBy: 'title' })}
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      <SidebarGroup label="Search and settings" icon={<Settings />}>
        {last}
        <DemoPersonItem />
      </SidebarGroup>
    </Sidebar>
  );
}
