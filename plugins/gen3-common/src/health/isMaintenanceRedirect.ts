/** Where Gen3's maintenance mode sends people (`gen3-helm:helm/revproxy`, value `global.maintenanceMode`). */
const MAINTENANCE_PATH = '/dashboard/Public/maintenance-page/';

/** Resolves a location without a host; only the path counts. */
const ANY_HOST = 'https://commons.example';

/** Whether an answer sends people to the page that announces maintenance; `location` may be a path. @public */
export function isMaintenanceRedirect(answer: {
  status: number;
  location?: string;
}): boolean {
  const { status, location } = answer;
  return (
    status >= 300 &&
    status < 400 &&
    location !== undefined &&
    URL.canParse(location, ANY_HOST) &&
    new URL(location, ANY_HOST).pathname.startsWith(MAINTENANCE_PATH)
  );
}
