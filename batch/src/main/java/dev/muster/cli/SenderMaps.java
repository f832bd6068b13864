package dev.muster.cli;

import dev.muster.config.AccountAccess;
import dev.muster.config.Configuration;
import dev.muster.ledger.Ledger;
import dev.muster.provision.AccountInspection.Senders;
import dev.muster.provision.SenderMapFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who may send with which address: told to the mail server at the end of a run, and looked at again. */
final class SenderMaps {
    private SenderMaps() {}

    /** @return a sentence for the administrator where that did not succeed; empty where no file is configured */
    static Optional<String> write(Configuration configuration, Ledger ledger) {
        return file(configuration).flatMap(file -> file.write(ledger.accounts().senders()));
    }

    /** Every map there is, by the name that messages give it: the view, and the file where one is configured. */
    static Map<String, Senders> all(Configuration configuration, Ledger ledger) {
        Map<String, Senders> maps = new HashMap<>();
        maps.put("sender map", ledger.accounts()::senders);
        file(configuration).ifPresent(file -> maps.put("sender map " + file.file(), file::read));
        return maps;
    }

    private static Optional<SenderMapFile> file(Configuration configuration) {
        AccountAccess access = configuration.accountAccess();
        return access.senderMap().map(file -> new SenderMapFile(file, access.senderMapCommand()));
    }
}
