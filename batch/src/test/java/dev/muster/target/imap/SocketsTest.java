package dev.muster.target.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;

class SocketsTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private final Leash leash =
            new Leash(System.nanoTime() + Duration.ofMinutes(1).toNanos());

    @Test
    void everyWayToASocketGivesOneThatTheLeashHolds() throws IOException {
        try (ScriptedPeer peer = new ScriptedPeer(ScriptedPeer.GREETING, new ScriptedMailbox())) {
            int port = peer.port();
            List<Socket> made = List.of(
                    factory().createSocket(HERE.getHostAddress(), port),
                    factory().createSocket(HERE, port),
                    factory().createSocket(HERE.getHostAddress(), port, HERE, 0),
                    factory().createSocket(HERE, port, HERE, 0));
            assertThat(made).allMatch(Socket::isConnected).noneMatch(Socket::isClosed);
            leash.cut();
            assertThat(made).allMatch(Socket::isClosed);
        }
    }

    @Test
    void pastTheDeadlineNobodyConnects() throws IOException {
        try (ScriptedPeer peer = new ScriptedPeer(ScriptedPeer.GREETING, new ScriptedMailbox())) {
            leash.cut();
            assertThatThrownBy(() -> factory().createSocket(HERE, peer.port())).isInstanceOf(IOException.class);
        }
    }

    private SocketFactory factory() {
        Properties properties = new Properties();
        new Sockets(null, leash).putInto(properties);
        return (SocketFactory) properties.get("mail.imap.socketFactory");
    }
}
