package dev.muster.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Who runs this process, and where: for those who find it at work. */
final class Whereabouts {
    private Whereabouts() {}

    /** Such as {@code root@mail1, process 4711}. */
    static String text() {
        return System.getProperty("user.name") + "@" + host() + ", process "
                + ProcessHandle.current().pid();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "this host";
        }
    }
}
