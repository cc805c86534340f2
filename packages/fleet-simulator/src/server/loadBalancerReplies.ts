import { Reply } from '../services/types';

const REASONS: Record<number, string> = {
  403: 'Forbidden',
  404: 'Not Found',
  421: 'Misdirected Request',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Temporarily Unavailable',
  504: 'Gateway Time-out',
};

/** What the load balancer or firewall in front of a commons answers by itself: HTML, none of revproxy's headers. */
export function loadBalancerReply(status: number): Reply {
  const title = `${status} ${REASONS[status] ?? 'Error'}`;
  return {
    status,
    headers: { Server: 'awselb/2.0', 'Content-Type': 'text/html' },
    body: `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`,
  };
}
