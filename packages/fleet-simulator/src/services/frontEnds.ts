import { expressNotFound, html, json } from './replies';
import { Reply, ServiceContext, SimulatedService } from './types';

/** The page of the old front end; its nginx answers it for every path it has no file for (`data-portal:nginx.conf`). */
export function portalPage({
  commons,
}: Pick<ServiceContext, 'commons'>): Reply {
  return {
    status: 200,
    headers: { 'Content-Type': 'text/html' },
    body: `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${commons.hostname}</title>
    <script type="module" src="/src/bundle.js"></script>
  </head>
  <body><div id="root"></div></body>
</html>
`,
  };
}

function nextPage({ commons }: Pick<ServiceContext, 'commons'>): Reply {
  return html(`<!DOCTYPE html>
<html lang="en">
  <head><meta charset="utf-8" /><title>${commons.hostname}</title></head>
  <body><div id="__next"></div></body>
</html>
`);
}

/** Words of a hostname, for a name people can read: `heart.example.org` is `Heart`. */
function appName(hostname: string): string {
  const first = hostname.split('.')[0].replace(/-/g, ' ');
  return `${first.charAt(0).toUpperCase()}${first.slice(1)} Data Commons`;
}

const portal: SimulatedService = {
  name: 'portal',
  // `/` and `/portal` are routed by the front end root, not here.
  locations: [],
  endpoints: [
    {
      path: '/data/config/gitops.json',
      handle: ({ commons }) =>
        json({
          appName: appName(commons.hostname),
          featureFlags: { explorer: commons.services.has('guppy') },
          components: { appName: appName(commons.hostname) },
        }),
    },
  ],
  notFound: portalPage,
};

const frontendFramework: SimulatedService = {
  name: 'frontend-framework',
  locations: [],
  endpoints: [],
  notFound: nextPage,
};

/** `gen3-statics`, an Express service in front of a bucket. */
const dashboard: SimulatedService = {
  name: 'dashboard',
  locations: [
    {
      path: '/dashboard/Public/',
      strip: '/dashboard',
      skipsCsrfCheck: true,
    },
    {
      path: '/dashboard/Secure/',
      strip: '/dashboard',
      gate: 'arborist',
      toNoAccessPage: [403],
      skipsCsrfCheck: true,
    },
  ],
  endpoints: [
    {
      path: '/Public/maintenance-page/index.html',
      handle: ({ commons }) => ({
        status: 200,
        // As the bucket has it, without a charset.
        headers: { 'Content-Type': 'text/html' },
        body: `<!DOCTYPE html><html><head><title>Maintenance</title></head><body><h1>${commons.hostname} is under maintenance</h1></body></html>`,
      }),
    },
  ],
  notFound: () => expressNotFound('Error: Missing S3 key'),
};

/** What a browser is shown. */
export const FRONT_END_SERVICES: readonly SimulatedService[] = [
  portal,
  frontendFramework,
  dashboard,
];
