package dev.muster.legacy;

import dev.muster.config.Configuration;

/** Where a command finds the back-ends it works with: those of a site, or what they will be once earlier calls are done. */
interface Sites {
    Configuration configuration();

    /**
     * Opens the site; whoever asked closes it.
     *
     * @param source what may be written
     */
    LegacySite open(Source source);

    /** The back-ends of this configuration. */
    static Sites of(Configuration configuration) {
        return new Sites() {
            @Override
            public Configuration configuration() {
                return configuration;
            }

            @Override
            public LegacySite open(Source source) {
                return LegacySite.open(configuration, source);
            }
        };
    }
}
