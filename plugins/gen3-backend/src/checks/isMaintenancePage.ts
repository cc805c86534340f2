import type { Gen3HttpResponse } from '@gen3-csoc/backstage-plugin-gen3-node';

/** Where Gen3 sends people in maintenance mode (`gen3-helm:helm/revproxy`, value `global.maintenanceMode`). */
const MAINTENANCE_PATH = '/dashboard/Public/maintenance-page/';

/** Whether an answer sends people to the page that announces maintenance. */
export function isMaintenancePage(
  answer: Pick<Gen3HttpResponse, 'status' | 'headers' | 'url'>,
): boolean {
  const { location } = answer.headers;
  return (
    answer.status >= 300 &&
    answer.status < 400 &&
    location !== undefined &&
    URL.canParse(location, answer.url) &&
    new URL(location, answer.url).pathname.startsWith(MAINTENANCE_PATH)
  );
}
