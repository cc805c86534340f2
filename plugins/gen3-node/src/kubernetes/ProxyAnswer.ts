/** What Backstage's kubernetes plugin answered, in its own words or in those of the API server. */
export interface ProxyAnswer {
  status: number;
  /** Empty when it says none. */
  contentType: string;
  text: string;
  /** There was more than the portal reads. */
  truncated: boolean;
}
