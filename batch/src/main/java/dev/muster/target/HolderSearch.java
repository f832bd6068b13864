package dev.muster.target;

import dev.muster.model.MailAddress;
import dev.muster.model.TargetName;
import java.util.Collection;
import java.util.List;

/** Asks a back-end who holds an address or a key value today, whatever kind of object that is. Thread-safe. */
public interface HolderSearch {
    /**
     * @param held the address (folded) or key value that was asked for
     * @param target where
     * @param name the holder's user name; for anything but a user a description such as {@code group sales}
     * @param user whether the holder is a user
     */
    record Holder(String held, TargetName target, String name, boolean user) {}

    /**
     * All holders of any of these addresses, as primary address, alias, or address of a resource or shared account.
     *
     * @throws TargetException if the back-end cannot be used
     */
    List<Holder> holdersOf(Collection<MailAddress> addresses);

    /**
     * All holders of any of these values of the key attribute; none where the back-end keeps no key attribute.
     *
     * @throws TargetException if the back-end cannot be used
     */
    List<Holder> holdersOfKeys(Collection<String> keyValues);
}
