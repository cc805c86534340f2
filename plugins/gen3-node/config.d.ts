export interface Config {
  gen3?: {
    /**
     * How the portal asks commons over HTTPS. Every key has a default; without this section only commons at public
     * addresses are asked.
     */
    http?: {
      /**
       * Ranges, as CIDR (`10.0.0.0/8`, `fd00::/8`) or single addresses, that may be asked although they are not public:
       * loopback, private, link-local and other special addresses are refused otherwise, after names are resolved.
       * List only the ranges where your commons are.
       * @default []
       * @visibility backend
       */
      allowPrivateAddresses?: string[];

      /**
       * PEM file with certificate authorities that are trusted beside Node's own. Absolute, or relative to the
       * backend's working directory. Read once at start. Without it only Node's own authorities are trusted
       * (`NODE_EXTRA_CA_CERTS` included).
       * @visibility backend
       */
      caFile?: string;

      /**
       * Where to connect for some hosts instead of what their names resolve to, for split-horizon networks. Server name,
       * certificate and Host header stay the hostname's. The first rule that fits applies. An address that is not
       * public must be in `allowPrivateAddresses` as well.
       * @default []
       */
      connectTo?: Array<{
        /**
         * Lower-case hostname, or `*.` and a domain for every name below it.
         * @visibility backend
         */
        host: string;
        /**
         * IP address or name to connect to.
         * @visibility backend
         */
        address: string;
        /**
         * Port to connect to.
         * @default 443
         * @visibility backend
         */
        port?: number;
      }>;

      /**
       * Milliseconds for one question, from resolving the name to the end of the body; 100 to 120000.
       * @default 10000
       * @visibility backend
       */
      timeoutMs?: number;

      /**
       * Bytes of an answer's body that are read; 1024 to 10485760. Longer bodies are cut, not refused.
       * @default 65536
       * @visibility backend
       */
      maxBytes?: number;

      /**
       * Questions to one host at once, 1 to 64.
       * @default 4
       * @visibility backend
       */
      maxPerHost?: number;

      /**
       * Questions to all hosts at once, 1 to 1024.
       * @default 64
       * @visibility backend
       */
      maxConcurrent?: number;
    };
  };
}
