export interface Config {
  app?: {
    /**
     * People whom somebody may be in a demo, the first without a choice; needs `auth.providers.demo`. Without it everybody is
     * guest.
     */
    people?: Array<{
      /**
       * Name of the User entity in the namespace `default`.
       * @visibility frontend
       */
      name: string;
      /**
       * Name for people.
       * @visibility frontend
       */
      title: string;
    }>;
  };
}
