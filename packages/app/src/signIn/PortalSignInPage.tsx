import { ProxiedSignInPage } from '@backstage/core-components';
import {
  configApiRef,
  SignInPageProps,
  useApi,
} from '@backstage/core-plugin-api';
import { currentDemoPerson, listDemoPeople } from './demoPeople';

/**
 * Signs everybody in without a click: as guest, or in a demo as the person of their choice. The backend refuses both outside development; a portal
 * that others rely on puts its own provider here.
 */
export function PortalSignInPage(props: SignInPageProps) {
  const person = currentDemoPerson(listDemoPeople(useApi(configApiRef)));
  return person ? (
    <ProxiedSignInPage
      {...props}
      provider="demo"
      headers={{ 'x-demo-person': person.name }}
    />
  ) : (
    <ProxiedSignInPage {...props} provider="guest" />
  );
}
