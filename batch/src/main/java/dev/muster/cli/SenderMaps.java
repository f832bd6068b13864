package dev.muster.cli;

import dev.muster.config.AccountAccess;
import dev.muster.config.Configuration;
import dev.muster.ledger.Ledger;
import dev.muster.provision.SenderMapFile;
import java.util.Optional;

/** Tells the mail server at the end of a run who may send with which address. */
final class SenderMaps {
    private SenderMaps() {}

    /** @return a sentence for the administrator where that did not succeed; empty where no file is configured */
    static Optional<String> write(Configuration configuration, Ledger ledger) {
        AccountAccess access = configuration.accountAccess();
        return access.senderMap()
                .flatMap(file -> new SenderMapFile(file, access.senderMapCommand())
                        .write(ledger.accounts().senders()));
    }
}
